import { type WrittenParagraph, writtenSheets } from '#engine/page-proof/written-sheets.ts';
import type { PageNames } from '#engine/press/page-names.ts';
import { openFontBook } from '#host/fonts/open-font-book.ts';
import { pressSheets } from '#host/page-proof/press-page-proof.ts';
import type { LoadedPressProfile } from '#host/press/load-press-profile.ts';
import type { PressAttempt } from '#host/press/press-failure.ts';
import type { Delivery } from './delivery-log.ts';

/** What a receipt is pressed with. */
export interface ReceiptParts {
  readonly press: LoadedPressProfile;
  readonly producer: string;
}

const BOLD_FACE = 'hei-700';

/** Presses the receipt of a delivery as sheets of A4; equal records give equal bytes. */
export function pressReceipt(
  { order, doneAt }: Delivery,
  words: readonly WrittenParagraph[],
  { press, producer }: ReceiptParts,
): Promise<PressAttempt<Uint8Array>> {
  const face = press.profile.slugFace;
  const { book } = openFontBook({ faces: [face, BOLD_FACE] });
  const sheets = writtenSheets(words, { paper: 'a4', face, boldFace: BOLD_FACE }, book);
  const time = doneAt ?? order.at;
  const foot = (place: number) =>
    [order.subject, order.id, time.replace('T', ' ').slice(0, 16), `${place + 1}/${sheets.length}`]
      .filter((word) => word !== '')
      .join('　');
  const names: PageNames = {
    paper: order.subject,
    supplement: '',
    date: order.at.slice(0, 10),
    page: '',
    name: words[0]?.text ?? '',
    edition: '',
    plates: '',
    time,
    version: 1,
  };
  return pressSheets(
    {
      sheets: sheets.map((list, place) => ({ list, head: foot(place) })),
      names,
      paper: 'a4',
      isPasted: false,
    },
    {
      fonts: book,
      press,
      producer,
      readAsset: async (asset) => {
        throw new Error(`a receipt has no picture ${asset}`);
      },
    },
  );
}
