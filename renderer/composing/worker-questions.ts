import type { Composer } from '#engine/compose/page.ts';
import type {
  BreakWish,
  HeadlineBreakProposal,
  HeadlineReading,
} from '#engine/compose/read-headline.ts';
import type { Block, Issue } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
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

/** Every question with what it is asked with, and what it is answered with. */
export interface Questions {
  readonly headline: readonly [HeadlineAsked, HeadlineReading | undefined];
  readonly headlineBreaks: readonly [BreaksAsked, readonly HeadlineBreakProposal[]];
  readonly trials: readonly [TrialsAsked, TrialsAnswer];
}

type Answering = { readonly [Name in keyof Questions]: Answerer<Questions[Name]> };
type Answerer<Question extends readonly [unknown, unknown]> = (
  values: Question[0],
  asked: AskedOf,
) => Question[1];

/** Every question by its name. Values and answers are plain data. */
const QUESTIONS: Answering = {
  headline: ({ block, member }, asked) => {
    const found = findBlock(asked, block);
    if (found === undefined) return undefined;
    const place = {
      issue: asked.issue,
      block: found.block,
      ...(member !== undefined && { member }),
    };
    return asked.composer.readHeadline(place, found.template);
  },
  headlineBreaks: ({ block, member, wish }, asked) => {
    const found = findBlock(asked, block);
    if (found === undefined) return [];
    const place = {
      issue: asked.issue,
      block: found.block,
      ...(member !== undefined && { member }),
    };
    return asked.composer.proposeHeadlineBreaks(place, found.template, wish);
  },
  trials: (values, { issue, trials, ...asked }) => {
    const found = findBlock({ issue, ...asked }, values.block);
    return runTrials(trials, values, found && { issue, template: found.template });
  },
};

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
