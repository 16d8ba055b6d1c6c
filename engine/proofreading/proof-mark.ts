/** A stretch of a text of the page, as the display list names it: `article:ID/story:3`. */
export interface ProofPlace {
  readonly text: string;
  /** UTF-16 range in that text. */
  readonly start: number;
  readonly end: number;
}

/** How sure a rule is: an error, something to be looked into, or a hint. */
export type ProofSeverity = 'wrong' | 'doubtful' | 'hint';

/** One thing that proofreading has to say on the text (校对问题). */
export interface ProofMark {
  /** Id of the rule in templates/proofreading/rules.json. */
  readonly rule: string;
  readonly severity: ProofSeverity;
  readonly where: ProofPlace;
  /** What stands there. */
  readonly words: string;
  /** Up to six characters before and behind it, by which a dismissal knows it again. */
  readonly before: string;
  readonly after: string;
  /** Names and figures that the reason needs. */
  readonly values: Readonly<Record<string, string | number>>;
  /** What is to stand there instead, where the rule knows. */
  readonly fix?: string;
  /** The second place, where two places disagree or agree too well. */
  readonly other?: ProofPlace;
}

/** What a rule finds in one text; the rest of the mark is filled in by `proofreadText`. */
export interface TextFault {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly fix?: string;
}

/** What a rule finds that looks at several texts. */
export interface PageFault extends TextFault {
  readonly text: string;
  readonly other?: ProofPlace;
}
