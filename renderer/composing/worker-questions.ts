import type { Composer } from '#engine/compose/page.ts';
import type { Issue } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';

/** What a question is answered from. */
export interface AskedOf {
  readonly composer: Composer;
  readonly templates: ReadonlyMap<string, PageTemplate>;
  readonly issue: Issue;
}

type Answering = (values: never, asked: AskedOf) => unknown;

/** Every question by its name. Values and answers are plain data. */
const QUESTIONS: Readonly<Record<string, Answering>> = {};

/** The answer to a question; undefined for a name that nobody knows. */
export function answerQuestion(
  { name, values }: { readonly name: string; readonly values: unknown },
  asked: AskedOf,
): unknown {
  // Each question's values are made by the one place in the window that asks it.
  return QUESTIONS[name]?.(values as never, asked);
}
