import type { FormatProblem } from '#engine/model/parsing.ts';
import type { Answer, Failure } from '#host/contract.ts';
import type { Attempt, FolderFailure, LockHolder } from '#host/issue-folder/folder-failure.ts';
import type { TemplateFailure } from '#host/template-store.ts';

/** An attempt on an issue folder as the screen is told of it. */
export function folderAnswer<Value>(attempt: Attempt<Value>): Answer<Value> {
  return attempt.ok ? attempt : { ok: false, failure: screenFailure(attempt.failure) };
}

/** The failure with its code, and its details as plain words and numbers. */
export function screenFailure(failure: FolderFailure): Failure {
  if ('holder' in failure) return { code: failure.code, values: holderValues(failure.holder) };
  const { code, ...details } = failure;
  const values: Record<string, string | number> = {};
  for (const [name, detail] of Object.entries(details)) values[name] = plain(detail);
  return { code, values };
}

/** A template that is missing or damaged as the screen is told of it. */
export function templateFailure(failure: TemplateFailure): Failure {
  if (failure.code !== 'missing template') return screenFailure(failure);
  return { code: failure.code, values: { template: failure.template } };
}

function holderValues({ host, user, since }: LockHolder): Failure['values'] {
  return { computer: host, user, since };
}

function plain(detail: unknown): string | number {
  if (typeof detail === 'string' || typeof detail === 'number') return detail;
  return Array.isArray(detail) ? problemList(detail) : JSON.stringify(detail);
}

/** A file with one slip in each block has hundreds; the first few say where to look. */
const MOST_PROBLEMS = 6;

function problemList(problems: readonly FormatProblem[]): string {
  const words = problems.slice(0, MOST_PROBLEMS).map(problemWord);
  const rest = problems.length - words.length;
  return rest > 0 ? `${words.join('，')}，… +${rest}` : words.join('，');
}

function problemWord({ path, code, detail }: FormatProblem): string {
  return [path, code, detail].filter((word) => word !== '').join(' ');
}
