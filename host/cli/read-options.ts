import { parseArgs } from 'node:util';
import type { SentenceValues } from './sentences.ts';

/** Options of a command: which take a value and which are switches. */
export type OptionForms = Readonly<Record<string, 'value' | 'switch'>>;

/** The words of a command, taken apart. */
export interface ReadOptions {
  readonly ok: true;
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly switches: ReadonlySet<string>;
}

/** What was wrong with them, as the code and values of a sentence. */
export interface RefusedOptions {
  readonly ok: false;
  readonly code: string;
  readonly values: SentenceValues;
}

/** Takes the words of a command apart; every option may be given once. */
export function readOptions(
  words: readonly string[],
  forms: OptionForms,
): ReadOptions | RefusedOptions {
  const options = Object.fromEntries(
    Object.entries(forms).map(([name, form]) => [
      name,
      { type: form === 'value' ? ('string' as const) : ('boolean' as const) },
    ]),
  );
  const parsed = { args: [...words], options, strict: false, allowPositionals: true } as const;
  const { tokens, positionals } = parseArgs({ ...parsed, tokens: true });
  const values: Record<string, string | undefined> = {};
  const switches = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const form = forms[token.name];
    if (form === undefined) return refuse('unknown-option', token.rawName);
    if (switches.has(token.name) || token.name in values) return refuse('twice', token.rawName);
    if (form === 'switch' && token.value !== undefined) return refuse('no-value', token.rawName);
    if (form === 'value' && !token.value) return refuse('value-missing', token.rawName);
    if (form === 'switch') switches.add(token.name);
    else values[token.name] = token.value;
  }
  return { ok: true, positionals, values, switches };
}

function refuse(code: string, option: string): RefusedOptions {
  return { ok: false, code, values: { option } };
}
