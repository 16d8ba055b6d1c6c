import { useEffect } from 'react';
import type { CutProposal } from '#engine/compose/propose-cuts.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Section } from '#renderer/controls/section.tsx';
import { Switch } from '#renderer/controls/switch.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { fitStrings } from '#renderer/strings/fit-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { fitMarksOf, NO_MARKS } from './fit-session.ts';
import type { Copyfit } from './use-copyfit.ts';

export interface FitCutsProps {
  readonly copyfit: Copyfit;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

/** Whole sentences that might go: marked on the page, cut one by one by the editor alone. */
export function FitCuts({ copyfit: { cuts, isDone }, isOn, onSwitch }: FitCutsProps) {
  const { openIssue } = useDesk();
  const words = useWords(fitStrings);
  useEffect(() => {
    const marks = fitMarksOf(openIssue);
    marks.change({ cuts: isOn && isDone ? cuts : [], current: undefined });
    return () => marks.change(NO_MARKS);
  }, [openIssue, cuts, isOn, isDone]);
  return (
    <Section title={words.cuts}>
      <Switch label={words.showCuts} isOn={isOn} onChange={onSwitch} />
      <p className="fit-note">{words.cutsHint}</p>
      {isOn && cuts.length === 0 && (
        <p className="fit-note">{isDone ? words.noCuts : words.searching}</p>
      )}
      {isOn && (
        <ol className="fit-cuts">
          {cuts.map((cut) => (
            <CutLine key={`${cut.article}/${cut.paragraph}/${cut.start}`} {...{ cut, isDone }} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function CutLine({ cut, isDone }: { readonly cut: CutProposal; readonly isDone: boolean }) {
  const { openIssue } = useDesk();
  const words = useWords(fitStrings);
  const marks = fitMarksOf(openIssue);
  const mark = () => marks.change({ current: cut });
  return (
    <li
      className="fit-cut"
      onPointerEnter={mark}
      onPointerLeave={() => marks.change({ current: undefined })}
      onFocus={mark}
      onBlur={() => marks.change({ current: undefined })}
    >
      <span className="fit-cut-words">{cut.text}</span>
      <span className="fit-effect">{words.cutCounts(cut.lines, cut.characters)}</span>
      <Button
        isDisabled={!isDone}
        label={words.cutSaid(cut.text, cut.lines)}
        onPress={() => openIssue.edit(words.steps.cut, cut.edit)}
      >
        {words.cut}
      </Button>
    </li>
  );
}
