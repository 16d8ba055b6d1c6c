import { type WrittenParagraph, writtenSheets } from '#engine/page-proof/written-sheets.ts';
import type { PageNames } from '#engine/press/page-names.ts';
import { openFontBook } from '#host/fonts/open-font-book.ts';
import { pressSheets } from '#host/page-proof/press-page-proof.ts';
import type { LoadedPressProfile } from '#host/press/load-press-profile.ts';
import type { PressAttempt } from '#host/press/press-failure.ts';
import type { Delivery } from './delivery-log.ts';

/** What a receipt or a sign-off sheet is pressed with. */
export interface PaperParts {
  readonly press: LoadedPressProfile;
  readonly producer: string;
}

/** What stands at the foot of each sheet. */
export interface PaperFoot {
  /** Paper, supplement and date. */
  readonly subject: string;
  /** ISO time with offset. */
  readonly at: string;
  /** Number of the page, or of the order. */
  readonly mark: string;
}

const BOLD_FACE = 'hei-700';

/** Presses the receipt of a delivery; equal records give equal bytes. */
export function pressReceipt(
  { order, doneAt }: Delivery,
  words: readonly WrittenParagraph[],
  parts: PaperParts,
): Promise<PressAttempt<Uint8Array>> {
  const { subject, id } = order;
  return pressPaper(words, { subject, at: doneAt ?? order.at, mark: id }, parts);
}

/** Presses words as sheets of A4; equal words give equal bytes. */
export function pressPaper(
  words: readonly WrittenParagraph[],
  { subject, at, mark }: PaperFoot,
  { press, producer }: PaperParts,
): Promise<PressAttempt<Uint8Array>> {
  const face = press.profile.slugFace;
  const { book } = openFontBook({ faces: [face, BOLD_FACE] });
  const sheets = writtenSheets(words, { paper: 'a4', face, boldFace: BOLD_FACE }, book);
  const foot = (place: number) =>
    [subject, mark, at.replace('T', ' ').slice(0, 16), `${place + 1}/${sheets.length}`]
      .filter((word) => word !== '')
      .join('　');
  const names: PageNames = {
    paper: subject,
    supplement: '',
    date: at.slice(0, 10),
    page: '',
    name: words[0]?.text ?? '',
    edition: '',
    plates: '',
    time: at,
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
        throw new Error(`a sheet of words has no picture ${asset}`);
      },
    },
  );
}
