import type { CountedAs, ProofBook } from './proof-book.ts';
import type { ProofMark } from './proof-mark.ts';

/** The regulator's score of a page (编校差错率). */
export interface ProofScore {
  /** Errors by weight: a wrong character is one, a wrong mark a tenth. */
  readonly errors: number;
  readonly characters: number;
  readonly perTenThousand: number;
  /** 报纸期刊质量管理规定 (国新出发〔2020〕10号): at most three in ten thousand. */
  readonly passes: boolean;
  /** How many marks there are of each severity. */
  readonly counts: Readonly<Record<ProofMark['severity'], number>>;
}

/** The score of marks that were not dismissed; only those that are certainly wrong count. */
export function scoreMarks(
  marks: readonly ProofMark[],
  characters: number,
  book: ProofBook,
): ProofScore {
  const certain = marks.filter(({ severity }) => severity === 'wrong');
  const errors = roundedTenth(countErrors(certain, book));
  const perTenThousand = characters > 0 ? (errors * 10_000) / characters : 0;
  const count = (wanted: ProofMark['severity']) =>
    marks.filter(({ severity }) => severity === wanted).length;
  return {
    errors,
    characters,
    perTenThousand,
    passes: perTenThousand <= MOST_PER_TEN_THOUSAND,
    counts: { wrong: certain.length, doubtful: count('doubtful'), hint: count('hint') },
  };
}

// 报纸编校差错率计算方法. That a wrong mark is a tenth stands in the like rule for books
// (图书编校质量差错率计算方法), which papers follow.
const MOST_PER_TEN_THOUSAND = 3;
const MOST_OF_ONE_ERROR = 3;
const MOST_FOR_NUMERALS = 1;
const MARK = 0.1;
const NUMERAL = 0.1;

function countErrors(marks: readonly ProofMark[], book: ProofBook): number {
  const repeated = new Map<string, number>();
  let numerals = 0;
  let errors = 0;
  for (const mark of marks) {
    const counted = book.rules.get(mark.rule)?.counts ?? 'word';
    const factor = isProminent(mark.where.text) ? 2 : 1;
    if (counted === 'numeral') {
      numerals += NUMERAL * factor;
      continue;
    }
    const name = `${mark.rule}|${mark.words}|${mark.fix ?? ''}`;
    const before = repeated.get(name) ?? 0;
    repeated.set(name, before + 1);
    // The same error counts three times at most; marks are not told apart by what they mark.
    if (counted === 'word' && before >= MOST_OF_ONE_ERROR) continue;
    errors += weightOf(counted, mark) * factor;
  }
  return errors + Math.min(numerals, MOST_FOR_NUMERALS);
}

function weightOf(counted: CountedAs, mark: ProofMark): number {
  switch (counted) {
    case 'none':
      return 0;
    case 'mark':
      return MARK;
    case 'fact':
      // Names, dates and figures count double.
      return 2;
    default: {
      const wrong = wrongCharacters(mark);
      return wrong <= 1 ? 1 : wrong <= 5 ? 2 : 4;
    }
  }
}

/** Characters that differ from what should stand there; all of them when that is not known. */
function wrongCharacters({ words, fix }: ProofMark): number {
  const wanted = [...(fix ?? '')];
  const found = [...words];
  if (wanted.length !== found.length) return found.length;
  return found.filter((one, place) => one !== wanted[place]).length;
}

/** Headlines and standing heads count double. */
function isProminent(text: string): boolean {
  return /\/(?:kicker|headline|deck|standingHead)$/u.test(text);
}

function roundedTenth(number: number): number {
  return Math.round(number * 10) / 10;
}
