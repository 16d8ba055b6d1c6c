import type { z } from 'zod';

/** One place where a file does not say what its format demands. */
export interface FormatProblem {
  /** Path in the file, such as `pages[0].blocks[2].area.lines`; empty for the whole file. */
  readonly path: string;
  /** What is wrong, such as `invalid_type`, `unrecognized_keys` or `unknown_reference`. */
  readonly code: string;
  /** What was expected or which names are concerned; empty when the code says it all. */
  readonly detail: string;
}

/** Why a value from outside was not read. */
export type ParseFailure =
  | { readonly code: 'unknown version'; readonly found: string; readonly newest: number }
  | { readonly code: 'malformed'; readonly problems: readonly FormatProblem[] };

/** The value, or why there is none. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: ParseFailure };

/** Reads a foreign value with a schema; every problem comes with its path. */
export function parseWith<Value>(schema: z.ZodType<Value>, json: unknown): Parsed<Value> {
  const result = schema.safeParse(json);
  if (result.success) return { ok: true, value: result.data };
  return malformed(result.error.issues.map(formatProblem));
}

/** The failure of a value that has these problems. */
export function malformed(problems: readonly FormatProblem[]): Parsed<never> {
  return { ok: false, failure: { code: 'malformed', problems } };
}

/** Checks the schema version that every file of ours states; undefined when it is the given one. */
export function versionFailure(json: unknown, newest: number): Parsed<never> | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return malformed([{ path: '', code: 'invalid_type', detail: 'object' }]);
  }
  const found = 'schemaVersion' in json ? json.schemaVersion : undefined;
  if (found === newest) return undefined;
  return { ok: false, failure: { code: 'unknown version', found: String(found), newest } };
}

function formatProblem(issue: z.core.$ZodIssue): FormatProblem {
  return { path: pathText(issue.path), code: issue.code, detail: problemDetail(issue) };
}

function problemDetail(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'unrecognized_keys':
      return issue.keys.join(', ');
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'too_small':
      return `>= ${issue.minimum}`;
    case 'too_big':
      return `<= ${issue.maximum}`;
    default:
      return issue.message;
  }
}

function pathText(path: readonly PropertyKey[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? String(step) : `.${String(step)}`;
  }
  return text;
}
