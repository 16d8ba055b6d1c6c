import type { MarkedCopy } from './marked-copy.ts';
import type { LineLook, Source, SourceLine } from './source-lines.ts';

const QUOTED = /^(?:>[ \u3000]?)+/gu;
const LEVEL = /^(#{1,6})[ \u3000]+(?=\S)/gu;
const STRONG = /\*\*(?=[^*\n]+\*\*)|(?<=\*\*[^*\n]+)\*\*/gu;
const ALL_STRONG = /^\*\*[^*\n]+\*\*$/u;

/** Signs that a mail program or a plain-text editor puts around the words of a whole draft. */
export interface TypedSigns {
  /** True when all words of the draft are quoted with `>`. */
  readonly isQuoted: boolean;
  /** True when headings are marked with `#` or words with `**`. */
  readonly isMarkdown: boolean;
}

/** Which of these signs a source uses throughout. */
export function typedSigns({ text, lines }: Source): TypedSigns {
  const words = lines
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((line) => line !== '');
  const quoted = words.filter((line) => line.startsWith('>'));
  const isHeaded = words.some((line) => /^#{1,6} \S/u.test(line));
  return {
    isQuoted: quoted.length >= 2 && quoted.length * 4 >= words.length * 3,
    isMarkdown: isHeaded || words.filter((line) => /\*\*[^*]+\*\*/u.test(line)).length >= 2,
  };
}

/** A line without these signs, and what they say of its look. */
export function withoutTypedSigns(
  copy: MarkedCopy,
  { look }: SourceLine,
  signs: TypedSigns,
): { readonly copy: MarkedCopy; readonly look: LineLook } {
  const bare = signs.isQuoted ? copy.replaced(QUOTED, 'labels', '') : copy;
  if (!signs.isMarkdown || look.kind !== 'plain') return { copy: bare, look };
  const level = new RegExp(LEVEL.source, 'u').exec(bare.text)?.[1]?.length;
  const bold = look.bold || ALL_STRONG.test(bare.text.trim());
  return {
    copy: bare.replaced(LEVEL, 'labels', '').replaced(STRONG, 'labels', ''),
    look: { ...look, bold, level: level ?? look.level },
  };
}
