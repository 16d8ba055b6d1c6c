import { Button } from 'react-aria-components';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import type { HeadlineBreak } from '#renderer/composing/worker-questions.ts';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { headlineStrings } from '#renderer/strings/headline-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { previewProps, useEditPreview } from './edit-preview.ts';
import { type HeadlinePartName, roomyExtent } from './headline-changes.ts';
import type { HeadlineSpot } from './headline-spot.ts';
import { useHeadlineBreaks } from './use-headline.ts';

export interface HeadlineBreaksProps {
  readonly spot: HeadlineSpot;
  readonly template: PageTemplate;
  readonly name: HeadlinePartName;
  readonly text: string;
  /** Number of lines that the layout asks for. */
  readonly lines: number | undefined;
}

/** More would be a list to read, not a choice. */
const MOST_PROPOSALS = 4;
/** Shorter words are hardly ever broken. */
const LEAST_CHARACTERS = 8;

/** Ways to break the words by their sense, drawn as they would stand; the page shows each. */
export function HeadlineBreaks({ spot, template, name, text, lines }: HeadlineBreaksProps) {
  const { openIssue } = useDesk();
  const words = useWords(headlineStrings);
  const preview = useEditPreview();
  const wish = { part: name, words: text, ...(lines !== undefined && lines > 1 && { lines }) };
  const proposals = useHeadlineBreaks(spot, wish)
    .filter((proposal) => proposal.lines.length > 1)
    .slice(0, MOST_PROPOSALS);
  if (proposals.length === 0 || [...text].length < LEAST_CHARACTERS) return undefined;
  return (
    <fieldset className="headline-breaks">
      <legend>{words.breaks}</legend>
      {proposals.map((proposal) => {
        const edit = breakEdit(spot, name, proposal);
        return (
          <Button
            key={proposal.text}
            className={proposal.text === text ? 'headline-break chosen' : 'headline-break'}
            aria-pressed={proposal.text === text}
            {...previewProps(preview, edit)}
            onPress={() => {
              openIssue.edit(words.steps.breaks, edit);
              preview.end();
            }}
          >
            <BrokenLines
              proposal={proposal}
              align={spot.layout[name]?.align ?? 'centre'}
              needs={neededRoom(words, { spot, template }, proposal)}
            />
          </Button>
        );
      })}
    </fieldset>
  );
}

interface BrokenLinesProps {
  readonly proposal: HeadlineBreak;
  readonly align: 'left' | 'centre' | 'right';
  /** The room it needs, in words; undefined where it goes into what there is. */
  readonly needs: string | undefined;
}

function BrokenLines({ proposal, align, needs }: BrokenLinesProps) {
  const words = useWords(headlineStrings);
  const isTooLong = proposal.lines.some(({ fits }) => !fits);
  return (
    <>
      <span className={`headline-broken ${align}`}>
        {proposal.lines.map((line) => (
          <span key={`${line.text}/${line.em}`} className={line.fits ? undefined : 'over'}>
            {line.text}
          </span>
        ))}
      </span>
      <span className="headline-break-counts">
        {words.counts(proposal.lines.map(({ characters }) => characters).join(' / '))}
        {proposal.cutsWord && <em>{words.cutsWord}</em>}
        {isTooLong && <em>{words.tooLong}</em>}
        {needs !== undefined && <em>{needs}</em>}
      </span>
    </>
  );
}

function neededRoom(
  words: Pick<(typeof headlineStrings)['en'], 'needs' | 'bodyLines' | 'characters'>,
  { spot, template }: Pick<HeadlineBreaksProps, 'spot' | 'template'>,
  { excessPt }: HeadlineBreak,
): string | undefined {
  if (excessPt <= 0.5) return undefined;
  const { layout } = spot;
  const unit = layout.placement === 'above' ? words.bodyLines : words.characters;
  return words.needs(roomyExtent(layout, excessPt, template), unit);
}

function breakEdit(spot: HeadlineSpot, part: HeadlinePartName, { text }: HeadlineBreak): Edit {
  return { kind: 'setHeadlinePart', article: spot.article, part, text };
}
