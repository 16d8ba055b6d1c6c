import type { Lexicon, LexiconWord, WordKind } from '#engine/words/word-lexicon.ts';
import { nameLogProbability, unknownLogProbability, wordsAt } from '#engine/words/word-lexicon.ts';

/** One word, number, mark or run of spaces of a text; together they cover it without a hole. */
export interface Word {
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly kind: WordKind | 'latin' | 'mark' | 'space';
}

/** UTF-16 offsets of word ends, ascending; the last one is the length of the text. */
export function segmentWords(text: string, lexicon: Lexicon): readonly number[] {
  return readWords(text, lexicon).map((word) => word.end);
}

/**
 * Cuts a text into words: the most probable path through the lexicon, then numbers take their
 * measure words and names of places and offices take their endings.
 */
export function readWords(text: string, lexicon: Lexicon): readonly Word[] {
  // Most probable path, words independent of each other (unigrams).
  const path = probablePath(text, lexicon);
  // 15|日 becomes 15日, 200|万|平方米 becomes 200万平方米.
  const counted = joinNumbers(text, path);
  // 黄龙|村 becomes 黄龙村, 产业|发展|局 becomes 产业|发展局.
  return joinEndings(text, counted);
}

/** A whole number, or a Western word with its joints (`0731-55512300`, `HIGH-TECH`, `15.95%`). */
const WESTERN_RUN =
  /[A-Za-z0-9Ａ-Ｚａ-ｚ０-９\u00c0-\u024f](?:[A-Za-z0-9Ａ-Ｚａ-ｚ０-９\u00c0-\u024f]|[-.,:/@_&+'’](?=[A-Za-z0-9]))*[%‰℃°+#]?/uy;
const SPACE_RUN = /[\s\u3000]+/uy;
const HAN = /\p{Script=Han}|〇/u;
const NUMBER = /^[0-9０-９]/u;

/** A step must not look better than it is because a longer one was missed: never reached. */
const UNREACHED = Number.NEGATIVE_INFINITY;

/**
 * A name that the lexicon does not list must be likelier than its characters by this much, as a
 * logarithm. Own trial on the seed's 14 names: 2 finds 11 and makes up none, 1 makes up 史力行 (in
 * 学史力行). After a title a name is expected, and all 14 are found.
 */
const NAME_CAUTION = 2;
const NAME_CAUTION_AFTER_TITLE = -4;
const TITLE_BEFORE =
  /(?:通讯员|记者|书记|主任|市长|县长|区长|局长|院长|校长|经理|董事长|总工|作者|编辑|摄影)[\s:：]*$/u;

interface Step {
  readonly score: number;
  readonly start: number;
  readonly kind: Word['kind'];
}

function probablePath(text: string, lexicon: Lexicon): readonly Word[] {
  const best: (Step | undefined)[] = [];
  best[0] = { score: 0, start: 0, kind: 'other' };
  for (let start = 0; start < text.length; start += 1) {
    const score = best[start]?.score ?? UNREACHED;
    if (score === UNREACHED) continue;
    for (const word of candidatesAt(text, start, lexicon)) {
      const end = start + word.length;
      const reached = score + word.logProbability;
      if (reached > (best[end]?.score ?? UNREACHED)) {
        best[end] = { score: reached, start, kind: word.kind };
      }
    }
  }
  const words: Word[] = [];
  for (let end = text.length; end > 0; ) {
    const step = best[end];
    const start = step?.start ?? end - 1;
    words.push({ start, end, kind: step?.kind ?? 'other' });
    end = start;
  }
  return words.reverse();
}

interface Candidate extends Omit<LexiconWord, 'kind'> {
  readonly kind: Word['kind'];
}

function candidatesAt(text: string, start: number, lexicon: Lexicon): readonly Candidate[] {
  const found: Candidate[] = wordsAt(lexicon, text, start);
  const spaces = lengthAt(SPACE_RUN, text, start);
  if (spaces > 0) return [{ length: spaces, logProbability: 0, kind: 'space' }];
  const western = lengthAt(WESTERN_RUN, text, start);
  if (western > 0) {
    const kind = NUMBER.test(text.charAt(start)) ? 'number' : 'latin';
    found.push({ length: western, logProbability: unknownLogProbability(lexicon), kind });
    // A word of the list may be longer than the run (4S店), never shorter: numbers stay whole.
    return found.filter((word) => word.length >= western);
  }
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const han = HAN.test(character);
  if (!found.some((word) => word.length === character.length)) {
    const logProbability = unknownLogProbability(lexicon);
    found.push({ length: character.length, logProbability, kind: han ? 'other' : 'mark' });
  }
  if (!han) return found;
  const expected = TITLE_BEFORE.test(text.slice(Math.max(0, start - 5), start));
  const caution = expected ? NAME_CAUTION_AFTER_TITLE : NAME_CAUTION;
  for (const length of [2, 3] as const) {
    if (!isHanRun(text, start + 1, start + length)) break;
    const name = nameLogProbability(lexicon, text, { start, length });
    if (name === undefined) continue;
    found.push({ length, logProbability: name - caution, kind: 'person' });
  }
  return found;
}

function isHanRun(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!HAN.test(text.charAt(at))) return false;
  return true;
}

function lengthAt(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Characters that go on with a number: approximations and powers of ten. */
const NUMBER_TAIL = /^[多余几来]?[十百千万亿]*[多余几]?$/u;
/** Measure words and units of newspaper figures that the list does not mark as such. */
const MEASURES = new Set(
  [
    ...'年月日号时分秒点个家名位人次元亩米里户期批项条届类种场起套台辆吨倍成岁天周度级强处座所栋间只件份笔对组轮册篇层栏版',
  ].concat(
    [
      '万元',
      '亿元',
      '千元',
      '余元',
      '月份',
      '平方米',
      '平方公里',
      '公里',
      '公斤',
      '千克',
      '千瓦',
      '小时',
      '分钟',
      '周年',
    ],
    ['美元', '余家', '余名', '余人', '余个', '余万', '多家', '多名', '多人', '多个'],
  ),
);

function joinNumbers(text: string, words: readonly Word[]): readonly Word[] {
  const joined: Word[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const ordinal = textOf(text, word) === '第' && isFigure(text, words[at + 1]);
    if (!ordinal && !isFigure(text, word)) {
      joined.push(word);
      continue;
    }
    const last = lastOfNumber(text, words, ordinal ? at + 1 : at);
    joined.push({ start: word.start, end: words[last]?.end ?? word.end, kind: 'number' });
    at = last;
  }
  return joined;
}

function isFigure(text: string, word: Word | undefined): boolean {
  return word !== undefined && word.kind === 'number' && NUMBER.test(text.charAt(word.start));
}

function lastOfNumber(text: string, words: readonly Word[], figure: number): number {
  let last = figure;
  for (let next = figure + 1; next < words.length; next += 1) {
    const word = words[next];
    if (word === undefined) break;
    const content = textOf(text, word);
    if (MEASURES.has(content) || MEASURES.has(content.replace(/^[余多]?[十百千万亿]+/u, ''))) {
      return next;
    }
    if (!NUMBER_TAIL.test(content)) return word.kind === 'measure' ? next : last;
    last = next;
  }
  return last;
}

/** Endings of places, and of offices, firms and schools, that stand alone after the path. */
const PLACE_ENDINGS = new Set([...'省市县区乡镇村组路街桥港河湖山江岭寨湾']);
const OFFICE_ENDINGS = new Set([...'部局委厅院所厂社站队校司馆']);
/** Endings that turn a word into another one: 建设|者, 便利|化, 过筛子|式. */
const WORD_ENDINGS = new Set([...'者化式型们性度感点题']);
const ENDING_HOLDERS = new Set<Word['kind']>([
  'noun',
  'place',
  'person',
  'organisation',
  'verbalNoun',
  'other',
]);

function joinEndings(text: string, words: readonly Word[]): readonly Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const previous = joined.at(-1);
    const kind = previous === undefined ? undefined : endingKind(text, previous, word);
    if (previous === undefined || kind === undefined) joined.push(word);
    else joined[joined.length - 1] = { start: previous.start, end: word.end, kind };
  }
  return joined;
}

/** What the previous word becomes when this one is its ending; undefined when it is not. */
function endingKind(text: string, previous: Word, word: Word): Word['kind'] | undefined {
  if (word.end - word.start !== 1 || previous.end - previous.start < 2) return undefined;
  const ending = textOf(text, word);
  if (WORD_ENDINGS.has(ending) && isContent(previous)) return 'noun';
  if (!ENDING_HOLDERS.has(previous.kind)) return undefined;
  if (PLACE_ENDINGS.has(ending)) return 'place';
  return OFFICE_ENDINGS.has(ending) ? 'organisation' : undefined;
}

function isContent(word: Word): boolean {
  return ENDING_HOLDERS.has(word.kind) || word.kind === 'verb' || word.kind === 'adjective';
}

function textOf(text: string, word: Word): string {
  return text.slice(word.start, word.end);
}
