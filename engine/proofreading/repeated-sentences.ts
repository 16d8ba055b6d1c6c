import type { ProofPage } from './page-rule.ts';
import type { PageFault } from './proof-mark.ts';
import type { ProofText } from './proof-text.ts';

/** Shorter stretches are names and set phrases: the long name of a company has 19 characters. */
const LEAST_CHARACTERS = 20;

interface KnownStretch {
  readonly text: ProofText;
  readonly at: number;
}

/** Stretches of running text that stand on the page twice; reported where they stand again. */
export function repeatedSentences({ texts }: ProofPage): readonly PageFault[] {
  const known = new Map<string, KnownStretch>();
  return texts
    .filter(({ kind }) => kind === 'paragraph' || kind === 'caption')
    .flatMap((text) => repeatedIn(text, known));
}

function repeatedIn(text: ProofText, known: Map<string, KnownStretch>): readonly PageFault[] {
  const faults: PageFault[] = [];
  const { words } = text;
  let at = text.openingLength;
  while (at + LEAST_CHARACTERS <= words.length) {
    const stretch = words.slice(at, at + LEAST_CHARACTERS);
    const before = known.get(stretch);
    const isOther =
      before !== undefined && (before.text !== text || before.at + LEAST_CHARACTERS <= at);
    if (!isOther) {
      if (before === undefined) known.set(stretch, { text, at });
      at += 1;
      continue;
    }
    const length = commonLength(before, { text, at });
    const other = { text: before.text.name, start: before.at, end: before.at + length };
    const place = { text: text.name, start: at, end: at + length };
    faults.push({ rule: 'repeated-sentence', ...place, values: { length }, other });
    at += length;
  }
  return faults;
}

function commonLength(a: KnownStretch, b: KnownStretch): number {
  let length = LEAST_CHARACTERS;
  const next = ({ text, at }: KnownStretch) => text.words[at + length];
  while (next(a) !== undefined && next(a) === next(b)) length += 1;
  return length;
}
