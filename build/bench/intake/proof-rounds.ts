import { readFileSync } from 'node:fs';
import type { ProofMark } from '#engine/proofreading/proof-mark.ts';
import type { ProofText, ProofTextKind } from '#engine/proofreading/proof-text.ts';
import { proofreadPage } from '#engine/proofreading/proofread.ts';
import type { ProofRoom } from '#engine/proofreading/text-rule.ts';
import { readSeed } from './seeded-errors.ts';

/** Errors and clean text written before any rule was changed for them. */
export const PROOF_ROUNDS = ['first', 'second'] as const;

/** The kind of error that no list can name. */
const UNLISTED = 'unlisted characters';

/** An error of a round: its class, and the line it stands in. */
export interface RoundError {
  readonly kind: string;
  readonly line: string;
  readonly isFound: boolean;
  readonly isListed: boolean;
}

/** What proofreading finds of the errors of a round, on whatever grounds. */
export function roundErrors(round: string, room: ProofRoom): readonly RoundError[] {
  return linesOf(`${round}-errors`).map((line) => {
    const [kind = '', written = ''] = line.split(/ \| (.*)/u);
    const isFound = isErrorFound(written, kind === 'unpaired marks', room);
    return { kind, line, isFound, isListed: kind !== UNLISTED };
  });
}

/** `words || kind: words beside`; the error in brackets as in planted sentences. */
function isErrorFound(written: string, isOpen: boolean, room: ProofRoom): boolean {
  const [main = '', ...beside] = written.split(' || ');
  const { kind, words } = textOf(main);
  const { wrong, start, end } = readSeed(words);
  const texts = [
    ...beside.map((one, place) => ({ ...proofText(`beside:${place}`, textOf(one)) })),
    proofText('seeded', { kind, words: wrong }),
  ];
  // What lacks has no width; an unpaired half is reported where the other stands.
  const reach = isOpen ? wrong.length : 1;
  return proofreadPage({ texts, unmarkedAds: [], characters: 0 }, room).some(
    ({ rule, where }) =>
      (where.text === 'seeded' || rule === 'name-spelling') &&
      where.start <= end + reach &&
      where.end >= start - reach,
  );
}

interface WrittenText {
  readonly kind: ProofTextKind;
  readonly words: string;
}

function textOf(written: string): WrittenText {
  const [, kind, words] = /^(headline|caption|paragraph): (.*)$/u.exec(written) ?? [];
  const isNamed = kind === 'headline' || kind === 'caption';
  return { kind: isNamed ? kind : 'paragraph', words: words ?? written };
}

function proofText(name: string, { kind, words }: WrittenText): ProofText {
  return { name, kind, words, article: 'one', openingLength: 0, quoteRunsOn: false };
}

/** Marks on the clean text of a round, which are false alarms, and its length. */
export function roundAlarms(
  round: string,
  room: ProofRoom,
): { readonly marks: readonly ProofMark[]; readonly characters: number } {
  const lines = linesOf(`${round}-clean`);
  const texts = lines.map((words, place) => ({
    ...proofText(`clean:${place}`, { kind: 'paragraph', words }),
    article: '',
  }));
  return {
    marks: proofreadPage({ texts, unmarkedAds: [], characters: 0 }, room),
    characters: lines.join('').length,
  };
}

function linesOf(name: string): readonly string[] {
  const path = new URL(`./proof-rounds/${name}.txt`, import.meta.url);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
