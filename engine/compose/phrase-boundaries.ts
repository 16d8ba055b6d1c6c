import type { Word } from './segment-words.ts';

/** A place between two words of a headline where a line may end. */
export interface PhraseBoundary {
  /** UTF-16 offset where the next line would begin, spaces already passed. */
  readonly offset: number;
  /** UTF-16 offset where the line would end, spaces left off. */
  readonly lineEnd: number;
  /** 0 for the seam of two phrases, about 100 where a tight group is torn. */
  readonly penalty: number;
}

/**
 * Penalties of a line break between two words, 0 to 100. They are our own trial against the breaks
 * that a sub-editor chose for every headline of the seed at five measures
 * (tests/unit/compose/break-headline.test.ts); GB/T 15834 and CLREQ say nothing on phrases.
 */
const SEAM = {
  /** A space in the headline is where the sub-editor divided it. */
  space: 0,
  colon: 0,
  stop: 2,
  closing: 12,
  /** “小巨人”|企业: a quoted term most often describes the noun after it. */
  quotationAndNoun: 22,
  listComma: 14,
  beforeOpening: 10,
  verbAndQuotation: 38,
  beforeVerb: 10,
  /** 以党建|引领: the object of a preposition waits for its verb. */
  governedAndVerb: 34,
  beforeAdverb: 12,
  beforePreposition: 10,
  /** 湘潭高新区|与湘潭技师学院: the conjunction goes with what follows. */
  beforeConjunction: 12,
  afterParticle: 20,
  afterLocalizer: 12,
  phrase: 16,
  verbVerb: 20,
  verbNoun: 26,
  /** 写|在, 落户|于: the preposition belongs to the verb before it. */
  verbAndItsPreposition: 55,
  beforeNumber: 14,
  nounNoun: 30,
  other: 34,
  afterAdjective: 38,
  afterAdverb: 50,
  afterNumber: 55,
  afterPreposition: 60,
  afterConjunction: 70,
  beforeLocalizer: 70,
  beforeParticle: 90,
  titleAndName: 45,
  western: 26,
  /** One-character words lean on their neighbours: 暖|人心, 再|提升. */
  loneCharacter: 14,
} as const;

/** Added inside a term in quotation marks or a book title. */
const INSIDE_QUOTATION = 60;
/** Added inside 湘潭|高新区, 湘潭|技师|学院: place, trade and office make one name. */
const INSIDE_NAME = 45;

const OPENING = /^[“‘（《〈【〔〖［｛「『([{]/u;
const CLOSING = /[”’）》〉】〕〗］｝」』)\]}]$/u;

/** The words of one line of manuscript (no `\n`) as boundaries with their penalties. */
export function phraseBoundaries(text: string, words: readonly Word[]): readonly PhraseBoundary[] {
  const names = nameSpans(text, words);
  const quotations = quotationSpans(text);
  const boundaries: PhraseBoundary[] = [];
  let space: Word | undefined;
  let left: Word | undefined;
  let beforeLeft: Word | undefined;
  for (const word of words) {
    if (word.kind === 'space') {
      space = word;
      continue;
    }
    if (left !== undefined) {
      const offset = word.start;
      const governed = beforeLeft !== undefined && governs(text, beforeLeft);
      const seam = seamPenalty(text, left, { right: word, governed, spaced: space !== undefined });
      const torn = space === undefined && isInside(names, offset) ? INSIDE_NAME : 0;
      const quoted = isInside(quotations, offset) ? INSIDE_QUOTATION : 0;
      boundaries.push({ offset, lineEnd: left.end, penalty: seam + torn + quoted });
    }
    beforeLeft = left;
    left = word;
    space = undefined;
  }
  return boundaries;
}

interface RightSide {
  readonly right: Word;
  /** A preposition that wants its verb stands before the left word. */
  readonly governed: boolean;
  readonly spaced: boolean;
}

function seamPenalty(text: string, left: Word, { right, governed, spaced }: RightSide): number {
  const before = text.slice(left.start, left.end);
  const after = text.slice(right.start, right.end);
  if (spaced) return left.kind === 'latin' && right.kind === 'latin' ? SEAM.western : SEAM.space;
  if (left.kind === 'mark') return afterMark(before, right);
  if (right.kind === 'mark') return OPENING.test(after) ? beforeOpening(left) : SEAM.other;
  const lone = isLone(left) || isLone(right) ? SEAM.loneCharacter : 0;
  if (left.kind === 'verb' && /^[在到于给向]$/u.test(after)) return SEAM.verbAndItsPreposition;
  if (governed && right.kind === 'verb') return SEAM.governedAndVerb;
  return betweenWords(left, right, before) + lone;
}

/** The object of a verb stays with it even in quotation marks: 推进“五好园区”. */
function beforeOpening(left: Word): number {
  if (left.kind === 'verb') return SEAM.verbAndQuotation;
  if (left.kind === 'preposition' || left.kind === 'conjunction') return SEAM.afterPreposition;
  return SEAM.beforeOpening;
}

function afterMark(mark: string, right: Word): number {
  if (/[：:]/u.test(mark)) return SEAM.colon;
  if (/[，。；！？—…,;!?]/u.test(mark)) return SEAM.stop;
  if (mark === '、') return SEAM.listComma;
  if (!CLOSING.test(mark)) return SEAM.other;
  if (right.kind === 'particle') return SEAM.beforeParticle;
  return /[”’]/u.test(mark) && isNominal(right) ? SEAM.quotationAndNoun : SEAM.closing;
}

/** First what never parts, then what parts gladly, then the ordinary seams. */
function betweenWords(left: Word, right: Word, before: string): number {
  if (right.kind === 'particle') return SEAM.beforeParticle;
  if (right.kind === 'localizer') return SEAM.beforeLocalizer;
  if (left.kind === 'conjunction') return SEAM.afterConjunction;
  if (left.kind === 'preposition') return SEAM.afterPreposition;
  if (left.kind === 'adverb') return SEAM.afterAdverb;
  if (left.kind === 'number') return right.kind === 'verb' ? SEAM.beforeVerb : SEAM.afterNumber;
  if (right.kind === 'measure') return SEAM.beforeLocalizer;
  if (left.kind === 'particle')
    return /^[的地得]$/u.test(before) ? SEAM.afterParticle : SEAM.verbNoun;
  if (left.kind === 'localizer') return SEAM.afterLocalizer;
  if (right.kind === 'conjunction') return SEAM.beforeConjunction;
  if (right.kind === 'preposition') return SEAM.beforePreposition;
  if (right.kind === 'adverb') return SEAM.beforeAdverb;
  if (left.kind === 'phrase' || right.kind === 'phrase') return SEAM.phrase;
  if (left.kind === 'verb') return right.kind === 'verb' ? SEAM.verbVerb : SEAM.verbNoun;
  if (right.kind === 'verb') return SEAM.beforeVerb;
  if (right.kind === 'number') return SEAM.beforeNumber;
  if (right.kind === 'person') return SEAM.titleAndName;
  if (left.kind === 'adjective') return SEAM.afterAdjective;
  if (left.kind === 'latin' || right.kind === 'latin') return SEAM.western;
  return left.kind === 'other' || right.kind === 'other' ? SEAM.other : SEAM.nounNoun;
}

/** 与中南大学|共建 may part, 以党建|引领 may not: the latter tells how, and belongs to the verb. */
function governs(text: string, word: Word): boolean {
  return /^[以为把将对向从由被用靠]$/u.test(text.slice(word.start, word.end));
}

function isNominal({ kind }: Word): boolean {
  return kind === 'noun' || kind === 'organisation' || kind === 'verbalNoun' || kind === 'place';
}

function isLone(word: Word): boolean {
  const leans = word.kind !== 'particle' && word.kind !== 'conjunction' && word.kind !== 'mark';
  return leans && word.kind !== 'preposition' && word.end - word.start === 1;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function isInside(spans: readonly Span[], offset: number): boolean {
  return spans.some((span) => offset > span.start && offset < span.end);
}

/** Words that close the name of an office, school, firm or zone. */
const NAME_HEAD =
  /(?:区|学院|大学|中学|小学|学校|街道|社区|中心|公司|集团|支行|银行|委员会|协会|局|厅|办|乡|镇|村|园)$/u;
const NAME_PARTS = new Set<Word['kind']>([
  'noun',
  'place',
  'organisation',
  'verbalNoun',
  'adjective',
  'latin',
]);
/** 湖南|湘潭|岳塘|经济|开发区 is the longest chain of the seed. */
const MOST_NAME_WORDS = 5;

/** Chains of words from a place to the head of a name. */
function nameSpans(text: string, words: readonly Word[]): readonly Span[] {
  const spans: Span[] = [];
  for (const [at, first] of words.entries()) {
    if (first.kind !== 'place') continue;
    const end = nameEnd(text, words, at);
    if (end > first.end) spans.push({ start: first.start, end });
  }
  return spans;
}

function nameEnd(text: string, words: readonly Word[], first: number): number {
  let end = words[first]?.end ?? 0;
  for (const word of words.slice(first + 1, first + MOST_NAME_WORDS)) {
    if (!NAME_PARTS.has(word.kind)) break;
    if (NAME_HEAD.test(text.slice(word.start, word.end))) end = word.end;
  }
  return end;
}

function quotationSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(/“[^”]*”|‘[^’]*’|《[^》]*》|「[^」]*」|『[^』]*』/gu)) {
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}
