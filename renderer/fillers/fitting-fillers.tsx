import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { type Hole, holeKey } from '#engine/fillers/page-holes.ts';
import type { FillerProposal } from '#engine/fillers/propose-fillers.ts';
import { Section } from '#renderer/controls/section.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { mayEdit } from '#renderer/make-up/make-up-place.ts';
import { type EditPreview, useEditPreview } from '#renderer/properties/edit-preview.ts';
import { fillerStrings } from '#renderer/strings/filler-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { fillerDeskOf } from './filler-desk.ts';
import { bringIn, takeFiller } from './filler-steps.ts';
import { useProposals } from './use-proposals.ts';

export interface FittingFillersProps {
  readonly hole: Hole | undefined;
  readonly say: (isDone: boolean, done?: string) => void;
}

/** The fillers that close a hole, best first; each shows on the page before it is taken. */
export function FittingFillers({ hole, say }: FittingFillersProps) {
  const words = useWords(fillerStrings);
  const preview = useEditPreview();
  const { list, isDone } = useProposals(hole && holeKey(hole));
  const lines = useFirstFocused(isDone && list.length > 0);
  if (hole === undefined) {
    return (
      <Section title={words.fitting}>
        <p className="fillers-note">{words.chooseHole}</p>
      </Section>
    );
  }
  return (
    <Section title={words.fitting}>
      {list.length === 0 && (
        <p className="fillers-note">{isDone ? words.noneFits : words.searching}</p>
      )}
      <div className="fillers-list" ref={lines}>
        {list.map((proposal) => (
          <FillerLine key={proposal.filler} {...{ proposal, isDone, preview, say }} />
        ))}
      </div>
    </Section>
  );
}

/** Who opened the panel by a key finds the keyboard on the first filler, once it is known. */
function useFirstFocused(isReady: boolean) {
  const desk = useDesk();
  const wishes = useStore(fillerDeskOf(desk), (now) => now.wishes);
  const heard = useRef(0);
  const lines = useRef<HTMLDivElement>(undefined);
  useEffect(() => {
    if (!isReady || heard.current === wishes) return;
    heard.current = wishes;
    lines.current?.querySelector('button')?.focus();
  }, [isReady, wishes]);
  return (element: unknown) => {
    lines.current = element instanceof HTMLDivElement ? element : undefined;
  };
}

interface FillerLineProps {
  readonly proposal: FillerProposal;
  readonly isDone: boolean;
  readonly preview: EditPreview;
  readonly say: FittingFillersProps['say'];
}

function FillerLine({ proposal, isDone, preview, say }: FillerLineProps) {
  const desk = useDesk();
  const words = useWords(fillerStrings);
  const { edit, filler, kind, label, leftLines, name, paragraphsOut } = proposal;
  const isOn = useRef(false);
  const show = async () => {
    isOn.current = true;
    if (!isDone || (kind === 'picture' && !(await bringIn(desk, filler)))) return;
    if (isOn.current) preview.show(edit);
  };
  const end = () => {
    isOn.current = false;
    preview.end();
  };
  const take = async () => {
    // A button that is switched off would lose the keyboard while the next trials run.
    if (!isDone || !mayEdit(desk)) return;
    end();
    say(await takeFiller(desk, proposal), words.took(name));
  };
  const facts = [
    words.kinds[kind],
    label === 'none' ? '' : words.labels[label],
    paragraphsOut > 0 ? words.paragraphsOut(paragraphsOut) : '',
  ];
  return (
    <Button
      className={isDone ? 'fillers-line' : 'fillers-line waiting'}
      onHoverStart={() => void show()}
      onHoverEnd={end}
      onFocus={() => void show()}
      onBlur={end}
      onPress={() => void take()}
    >
      <span className="fillers-name">{name}</span>
      <span className={leftLines === 0 ? 'fillers-effect full' : 'fillers-effect'}>
        {effectOf(words, proposal)}
      </span>
      <span className="fillers-facts">{facts.filter((fact) => fact !== '').join('　')}</span>
    </Button>
  );
}

/** A picture that leaves less than this of its hole white is called even. */
const EVEN_SHARE = 0.995;

function effectOf(
  words: (typeof fillerStrings)['zhCn'],
  { leftLines, share }: FillerProposal,
): string {
  if (leftLines > 0) return words.left(leftLines);
  return share < EVEN_SHARE ? words.filled(Math.round(share * 100)) : words.exact;
}
