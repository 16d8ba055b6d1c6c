/**
 * What a character does in a line of Chinese text. The sets follow GB/T 15834-2011 section 5.1
 * and CLREQ (line start and line end prohibition); see docs/decisions for the open choices.
 */
export type CharacterClass =
  /** Ideographs and everything else that stands in a full square. */
  | 'han'
  /** Opening brackets and quotes: half a square of blank, then the body. */
  | 'open'
  /** Closing brackets and quotes: the body, then half a square of blank. */
  | 'close'
  /** ，、；： */
  | 'comma'
  /** 。． */
  | 'period'
  /** ？！ alone */
  | 'query'
  /** ？！ ！！！ set together as one fixed box */
  | 'queryRun'
  /** —— */
  | 'dash'
  /** …… */
  | 'ellipsis'
  /** — ～ – between the ends of a span */
  | 'connector'
  /** · between the parts of a name */
  | 'middleDot'
  /** / ／ */
  | 'slash'
  | 'letter'
  | 'digit'
  | 'hyphen'
  /** ( [ { */
  | 'asciiOpen'
  /** ) ] } */
  | 'asciiClose'
  /** , . ; : ! ? */
  | 'asciiStop'
  /** Straight quotes; opening and closing are told apart by counting. */
  | 'asciiQuote'
  /** Signs that stand before a number: ￥ № */
  | 'prefix'
  /** Signs that stand after a number: % ℃ */
  | 'suffix'
  | 'symbol'
  | 'space';

const SETS: readonly (readonly [CharacterClass, string])[] = [
  ['open', '“‘（《〈【〔〖［｛「『｟〘〚〝｢﹁﹃﹙﹛﹝'],
  ['close', '”’）》〉】〕〗］｝」』｠〙〛〞〟｣﹂﹄﹚﹜﹞'],
  ['comma', '，、；：､﹐﹑﹔﹕'],
  ['period', '。．｡﹒'],
  ['query', '？！﹖﹗'],
  ['queryRun', '‼⁇⁈⁉'],
  ['dash', '⸺'],
  // ― and ─ are what some keyboards give for —, － what they give for the connector.
  ['connector', '—―─～–‒〜－'],
  ['middleDot', '·・‧•･'],
  ['slash', '/／'],
  ['hyphen', '-‐‑'],
  ['asciiOpen', '([{«‹'],
  ['asciiClose', ')]}»›'],
  ['asciiStop', ',.;:!?'],
  ['asciiQuote', '"\''],
  ['prefix', '￥¥$€£№＄￡±−§'],
  ['suffix', '%‰‱°℃℉％′″™®²³¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉'],
  ['ellipsis', '…⋯‥'],
  ['space', ' \u00a0\u3000\t\n\v\f\r\u0085\u1680\u2000\u2001\u2002\u2003\u2004\u2005'],
  ['space', '\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f'],
];

const CLASS_OF = new Map<string, CharacterClass>(
  SETS.flatMap(([kind, characters]) => [...characters].map((c) => [c, kind] as const)),
);

const LATIN_DIGIT = /^[0-9¼½¾⅐-⅞]/;
/** Unit signs of one square, such as ㎡ and ㎏: they stay with their number. */
const SQUARE_UNIT = /^[㎀-㏟]/;
/** Ⅰ to ↈ belong to the Latin script but stand in a square (GB 18030 full-width numerals). */
const ROMAN_NUMERAL = /^[Ⅰ-ↈ]/;
/** Scripts that are set in words, with their advances and without squares. */
const WORD_LETTER =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/u;
const FULL_WIDTH_FORM = /^[\uff01-\uff5e]/u;
const PRINTABLE_ASCII = /^[\u0021-\u007e]/u;

/** Class of one grapheme (a code point with its combining marks). */
export function classifyCharacter(grapheme: string): CharacterClass {
  const code = grapheme.codePointAt(0) ?? 0x20;
  if (code >= 0x4e00 && code <= 0x9fff) return 'han';
  const first = String.fromCodePoint(code);
  const listed = CLASS_OF.get(first);
  if (listed !== undefined) return listed;
  if (LATIN_DIGIT.test(first)) return 'digit';
  if (FULL_WIDTH_FORM.test(first) || ROMAN_NUMERAL.test(first)) return 'han';
  if (SQUARE_UNIT.test(first)) return 'suffix';
  if (WORD_LETTER.test(first)) return 'letter';
  return PRINTABLE_ASCII.test(first) ? 'symbol' : 'han';
}

const WESTERN: ReadonlySet<CharacterClass> = new Set<CharacterClass>([
  'letter',
  'digit',
  'hyphen',
  'asciiOpen',
  'asciiClose',
  'asciiStop',
  'asciiQuote',
  'prefix',
  'suffix',
  'symbol',
]);

/** True for characters that are shaped in Western runs with the advances of the face. */
export function isWestern(kind: CharacterClass): boolean {
  return WESTERN.has(kind);
}

const MARKS: ReadonlySet<CharacterClass> = new Set<CharacterClass>([
  'open',
  'close',
  'comma',
  'period',
  'query',
  'queryRun',
  'dash',
  'ellipsis',
  'connector',
  'middleDot',
  'slash',
  'asciiOpen',
  'asciiClose',
  'asciiStop',
  'asciiQuote',
]);

/** True for punctuation: it does not count as a character of a last line (孤字). */
export function isMark(kind: CharacterClass): boolean {
  return MARKS.has(kind);
}

/** Iteration and length marks that repeat what stands before them and so never start a line. */
const CLINGING_HAN = new Set([...'々〻ーヽヾゝゞ']);

/** True when an ideographic character may not start a line. */
export function clingsToPrevious(grapheme: string): boolean {
  return CLINGING_HAN.has(grapheme);
}
