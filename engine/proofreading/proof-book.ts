import type { ProofSeverity } from './proof-mark.ts';

/** What the regulator's score takes a finding for; `none` is never counted. */
export type CountedAs = 'word' | 'mark' | 'numeral' | 'fact' | 'none';

/** A rule as templates/proofreading/rules.json states it. */
export interface ProofRule {
  readonly id: string;
  /** Clause of the standard, `house`, or `list` for a list of the newsroom's own. */
  readonly source: string;
  readonly severity: ProofSeverity;
  readonly counts: CountedAs;
}

/** Words that are always wrong save inside certain others (templates/proofreading). */
export interface Confusions {
  /** Wrong word -> right word of the same length. */
  readonly pairs: Readonly<Record<string, string>>;
  /** Wrong word -> longer strings in which these characters are right. */
  readonly except: Readonly<Record<string, readonly string[]>>;
}

/** A line of the newsroom's own word list. */
export interface NewsroomWord {
  readonly wrong: string;
  readonly right: string;
  readonly note: string;
}

/** A name with a title and when it holds; ISO dates, empty for open. */
export interface ValidTitle {
  readonly person: string;
  readonly title: string;
  readonly from: string;
  readonly until: string;
}

/** All that proofreading goes by beside the text (校对手册). Handed in; the engine reads no file. */
export interface ProofBook {
  readonly rules: ReadonlyMap<string, ProofRule>;
  readonly confusions: Confusions;
  /** Groups of characters that are mistaken for one another in names. */
  readonly lookAlikes: readonly string[];
  readonly newsroomWords: readonly NewsroomWord[];
  readonly titles: readonly ValidTitle[];
}

/** The shipped files as JSON has them. */
export interface ShippedRules {
  readonly rules: readonly (Omit<ProofRule, 'severity' | 'counts'> & {
    readonly severity: string;
    readonly counts: string;
  })[];
  readonly confusions: {
    readonly pairs: Readonly<Record<string, string>>;
    readonly except: Readonly<Record<string, readonly string[]>>;
  };
  readonly lookAlikes: { readonly groups: readonly string[] };
}

/** What the newsroom has loaded of its own. */
export interface NewsroomLists {
  readonly words: readonly NewsroomWord[];
  readonly titles: readonly ValidTitle[];
}

/** The book from the shipped files and the newsroom's lists. */
export function openProofBook(shipped: ShippedRules, lists: NewsroomLists): ProofBook {
  return {
    rules: new Map(
      shipped.rules.map(({ id, source, severity, counts }) => [
        id,
        { id, source, severity: readSeverity(severity), counts: readCounts(counts) },
      ]),
    ),
    confusions: shipped.confusions,
    lookAlikes: shipped.lookAlikes.groups,
    newsroomWords: lists.words,
    titles: lists.titles,
  };
}

const SEVERITIES: readonly ProofSeverity[] = ['wrong', 'doubtful', 'hint'];
const COUNTS: readonly CountedAs[] = ['word', 'mark', 'numeral', 'fact', 'none'];

function readSeverity(text: string): ProofSeverity {
  return SEVERITIES.find((known) => known === text) ?? 'doubtful';
}

function readCounts(text: string): CountedAs {
  return COUNTS.find((known) => known === text) ?? 'none';
}
