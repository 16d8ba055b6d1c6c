import { useState } from 'react';
import type { AdMark, AdPlace, PictureBlock } from '#engine/model/issue.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Section } from '#renderer/controls/section.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { useDesk, useDeskState, usePage } from '#renderer/desk-state/open-desk.ts';
import { chosenBlocks } from '#renderer/make-up/choose-blocks.ts';
import { mayEdit } from '#renderer/make-up/make-up-place.ts';
import { adStrings } from '#renderer/strings/ad-strings.ts';
import { partnerStrings } from '#renderer/strings/partner-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { placeSlot } from './ad-steps.ts';
import { SHIPPED_RATE_CARD } from './shipped-rate-card.ts';
import { SlotFit } from './slot-fit.tsx';

const MARKS: readonly AdMark[] = ['topLeft', 'topRight', 'bottomLeft', 'bottomRight', 'none'];

/** The ad slot that is chosen, and further slots of the rate card without a booking. */
export function SlotSection({ say }: { readonly say: (remark: string | undefined) => void }) {
  const desk = useDesk();
  const page = usePage();
  const selection = useDeskState((state) => state.selection);
  const words = useWords(adStrings);
  const [wanted, setWanted] = useState<string>();
  const { sizes } = SHIPPED_RATE_CARD;
  const size = sizes.find(({ name }) => name === wanted);
  const [chosen] = page === undefined ? [] : chosenBlocks(page, selection);
  const block = chosen?.kind === 'picture' ? chosen : undefined;
  const ad = block?.ad;
  const add = () => {
    if (size === undefined || page === undefined) return;
    say(placeSlot(desk, { page: page.id, size, booking: undefined, step: words.steps.slot }));
  };
  const listed = sizes.map(({ name, widthMm, heightMm }) => ({
    id: name,
    label: `${name}　${widthMm} × ${heightMm}`,
  }));
  return (
    <Section title={words.slot}>
      {block === undefined || ad === undefined ? (
        <p className="ads-note">{words.slotHint}</p>
      ) : (
        <ChosenSlot block={block} ad={ad} say={say} />
      )}
      <Select label={words.newSlot} value={wanted} options={listed} onChange={setWanted} />
      <div className="ads-buttons">
        <Button isDisabled={size === undefined || !mayEdit(desk)} onPress={add}>
          {words.addSlot}
        </Button>
      </div>
    </Section>
  );
}

interface ChosenSlotProps {
  readonly block: PictureBlock;
  readonly ad: AdPlace;
  readonly say: (remark: string | undefined) => void;
}

function ChosenSlot({ block, ad, say }: ChosenSlotProps) {
  const desk = useDesk();
  const words = useWords(adStrings);
  const { mark, marks } = useWords(partnerStrings);
  const setMark = (wanted: string) => {
    const found = MARKS.find((place) => place === wanted);
    if (found === undefined) return;
    const { edit } = desk.openIssue;
    const set = { kind: 'setBlockProperty', block: block.id, property: 'ad' } as const;
    const result = edit(words.steps.mark, { ...set, value: { ...ad, mark: found } });
    say(result.ok ? undefined : words.failed);
  };
  return (
    <>
      <p className="ads-facts">
        {[ad.size, words.millimetres(ad.widthMm, ad.heightMm), ad.booking ?? ''].join('　')}
      </p>
      <SlotFit block={block} say={say} />
      <Select
        label={mark}
        value={ad.mark}
        options={MARKS.map((place) => ({ id: place, label: marks[place] }))}
        isDisabled={!mayEdit(desk)}
        onChange={setMark}
      />
    </>
  );
}
