import { type PlacedFiller, placedFillers } from '#engine/fillers/remove-filler.ts';
import { goToFinding } from '#renderer/commands/go-to-finding.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Section } from '#renderer/controls/section.tsx';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { mayEdit } from '#renderer/make-up/make-up-place.ts';
import { fillerStrings } from '#renderer/strings/filler-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { takeOff } from './filler-steps.ts';

/** The fillers of the issue, each with the way to it and the way off the page. */
export function PlacedFillers({ say }: { readonly say: (isDone: boolean) => void }) {
  const words = useWords(fillerStrings);
  const placed = placedFillers(useIssue());
  return (
    <Section title={words.placed}>
      {placed.length === 0 && <p className="fillers-note">{words.nonePlaced}</p>}
      <ul className="fillers-list">
        {placed.map((one) => (
          <PlacedLine key={one.block.id} placed={one} say={say} />
        ))}
      </ul>
    </Section>
  );
}

interface PlacedLineProps {
  readonly placed: PlacedFiller;
  readonly say: (isDone: boolean) => void;
}

function PlacedLine({ placed, say }: PlacedLineProps) {
  const desk = useDesk();
  const { date } = useIssue();
  const words = useWords(fillerStrings);
  const { block, filler, page } = placed;
  const { label, name, until } = filler;
  const isOver = until !== undefined && until < date;
  const end = until === undefined ? '' : isOver ? words.ended(until) : words.until(until);
  const facts = [label === 'none' ? '' : words.labels[label], end];
  return (
    <li className="fillers-kept">
      <span className="fillers-name">{name}</span>
      <Button
        look="quiet"
        label={words.show(name)}
        onPress={() => goToFinding(desk, { where: { page: page.id, block: block.id } })}
      >
        {words.onPage(page.number)}
      </Button>
      <Button
        look="quiet"
        label={words.removeOf(name)}
        isDisabled={!mayEdit(desk)}
        onPress={() => say(takeOff(desk, placed))}
      >
        {words.remove}
      </Button>
      <span className={isOver ? 'fillers-facts over' : 'fillers-facts'}>
        {facts.filter((fact) => fact !== '').join('　')}
      </span>
    </li>
  );
}
