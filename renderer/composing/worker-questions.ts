import type { Composer } from '#engine/compose/page.ts';
import type {
  BreakWish,
  HeadlineBreakProposal,
  HeadlinePlace,
  HeadlineReading,
} from '#engine/compose/read-headline.ts';
import type { DisplayList } from '#engine/display/display-list.ts';
import { tryEdit } from '#engine/model/edits/try-edit.ts';
import type { Block, Issue } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { type FillersAnswer, type FillersAsked, runFillerTrials } from './filler-trials.ts';
import { type RunningTrials, runTrials, type TrialsAnswer, type TrialsAsked } from './trials.ts';

/** What a question is answered from. */
export interface AskedOf {
  readonly composer: Composer;
  readonly templates: ReadonlyMap<string, PageTemplate>;
  readonly issue: Issue;
  /** Trials that are under way; they go on from question to question. */
  readonly trials: RunningTrials;
}

/** A headline, by its block and, in a group, by its article. */
export interface HeadlineAsked {
  readonly block: string;
  readonly member: string | undefined;
}

/** A headline part that is to be broken. */
export interface BreaksAsked extends HeadlineAsked {
  readonly wish: BreakWish;
}

/** A proposed break, and by how much the whole headline would then stick out of its room. */
export interface HeadlineBreak extends HeadlineBreakProposal {
  readonly excessPt: number;
}

/** A page of another state of the issue, or of another issue. */
export interface StateAsked {
  readonly issue: Issue;
  /** Id of the page. */
  readonly page: string;
}

/** The page as it is composed; no list where its template is not there. */
export interface StateAnswer {
  readonly list: DisplayList | undefined;
}

/** Every question with what it is asked with, and what it is answered with. */
export interface Questions {
  readonly headline: readonly [HeadlineAsked, HeadlineReading | undefined];
  readonly headlineBreaks: readonly [BreaksAsked, readonly HeadlineBreak[]];
  readonly trials: readonly [TrialsAsked, TrialsAnswer];
  readonly fillers: readonly [FillersAsked, FillersAnswer];
  readonly state: readonly [StateAsked, StateAnswer];
}

type Answering = { readonly [Name in keyof Questions]: Answerer<Questions[Name]> };
type Answerer<Question extends readonly [unknown, unknown]> = (
  values: Question[0],
  asked: AskedOf,
) => Question[1];

/** Every question by its name. Values and answers are plain data. */
const QUESTIONS: Answering = {
  headline: (values, asked) => {
    const found = findHeadline(asked, values);
    return found && asked.composer.readHeadline(found.place, found.template);
  },
  headlineBreaks: (values, asked) => {
    const found = findHeadline(asked, values);
    return found === undefined ? [] : breaksOf(asked, found, values);
  },
  trials: (values, { issue, trials, ...asked }) => {
    const found = findBlock({ issue, ...asked }, values.block);
    return runTrials(trials, values, found && { issue, template: found.template });
  },
  fillers: (values, { trials, ...on }) => runFillerTrials(trials, values, on),
  state: composeState,
};

/** Set by the composer of trials: that of the screen would forget the page that shows. */
function composeState({ issue, page }: StateAsked, { templates, trials }: AskedOf): StateAnswer {
  const wanted = issue.pages.find(({ id }) => id === page);
  const template = templates.get(wanted?.template ?? '');
  if (wanted === undefined || template === undefined) return { list: undefined };
  return { list: trials.composer().composePage(issue, wanted, template).list };
}

/** The answer to a question; undefined for a name that nobody knows. */
export function answerQuestion(
  { name, values }: { readonly name: string; readonly values: unknown },
  asked: AskedOf,
): unknown {
  // Each question's values are made by the one place in the window that asks it.
  const answering: ((given: never, asked: AskedOf) => unknown) | undefined =
    QUESTIONS[name as keyof Questions];
  return answering?.(values as never, asked);
}

interface FoundHeadline {
  readonly place: HeadlinePlace;
  readonly article: string;
  readonly template: PageTemplate;
}

function findHeadline(
  asked: Pick<AskedOf, 'issue' | 'templates'>,
  { block, member }: HeadlineAsked,
): FoundHeadline | undefined {
  const found = findBlock(asked, block);
  if (found === undefined) return undefined;
  const { issue } = asked;
  const place = { issue, block: found.block, ...(member !== undefined && { member }) };
  const own = found.block.kind === 'article' ? found.block.article : '';
  return { place, article: member ?? own, template: found.template };
}

/** Proposals that stay within the room (占行) come first, then those that need little more. */
function breaksOf(
  { composer }: AskedOf,
  { place, article, template }: FoundHeadline,
  { wish }: BreaksAsked,
): readonly HeadlineBreak[] {
  const now = composer.readHeadline(place, template);
  if (now === undefined) return [];
  const roomPt = isAbove(place) ? now.heightPt : now.widthPt;
  const breaks = composer.proposeHeadlineBreaks(place, template, wish).map((proposal) => {
    const edit = {
      kind: 'setHeadlinePart',
      article,
      part: wish.part,
      text: proposal.text,
    } as const;
    const issue = tryEdit(place.issue, edit) ?? place.issue;
    const then = composer.readHeadline({ ...place, issue }, template);
    return { ...proposal, excessPt: Math.max(0, (then?.stackPt ?? 0) - roomPt) };
  });
  const goesIn = ({ excessPt }: HeadlineBreak) => excessPt <= TOLERANCE_PT;
  const others = breaks.filter((one) => !goesIn(one));
  return [...breaks.filter(goesIn), ...others.toSorted((a, b) => a.excessPt - b.excessPt)];
}

function isAbove({ block, member }: HeadlinePlace): boolean {
  if (block.kind === 'article') return block.headline?.placement === 'above';
  if (block.kind !== 'group') return true;
  return block.members.find(({ article }) => article === member)?.headline.placement === 'above';
}

/** What the composer lets pass without a finding. */
const TOLERANCE_PT = 0.5;

interface FoundBlock {
  readonly block: Block;
  readonly template: PageTemplate;
}

function findBlock(
  { issue, templates }: Pick<AskedOf, 'issue' | 'templates'>,
  id: string,
): FoundBlock | undefined {
  for (const page of issue.pages) {
    const block = page.blocks.find((one) => one.id === id);
    const template = templates.get(page.template);
    if (block !== undefined && template !== undefined) return { block, template };
  }
  return undefined;
}
