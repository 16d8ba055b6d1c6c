import { isTornLeadIn } from './bylines.ts';
import { creditLength } from './captions.ts';
import { isSignature, type LineShape, SPOKEN, shapeOf } from './line-shapes.ts';
import { asDocument, withoutAnsweredLetter } from './papers-around.ts';
import { LEAST_BROKEN, SENTENCE_END } from './repair-line.ts';
import type { DraftLine } from './worked-lines.ts';

/** A line with its shape. */
export interface ShapedLine {
  readonly line: DraftLine;
  readonly shape: LineShape;
}

const FAREWELL = /^(?:此致|敬礼|谢谢|顺祝|祝|致谢|感谢)/u;

/** Shapes every line by itself, and then by its neighbours. */
export function shapedLines(lines: readonly DraftLine[]): readonly ShapedLine[] {
  const own = withoutContents(lines, lines.map(shapeOf));
  const shapes = withTornNews(lines, asDocument(lines, withoutAnsweredLetter(lines, own)));
  const isStory = (shape: LineShape) => shape === 'body' || shape === 'opening';
  const landmarks: Landmarks = {
    firstStory: shapes.findIndex(isStory),
    lastStory: shapes.findLastIndex(isStory),
    farewell: shapes.findIndex((shape, index) => {
      return shape === 'greeting' && FAREWELL.test(lines[index]?.copy.text ?? '');
    }),
  };
  return lines.map((line, index) => {
    return { line, shape: shapeInPlace({ lines, shapes, index, ...landmarks }) };
  });
}

/** Behind a lead-in, lines that end at a comma are one paragraph, typed on a telephone. */
function withTornNews(
  lines: readonly DraftLine[],
  shapes: readonly LineShape[],
): readonly LineShape[] {
  let isOpen = false;
  return shapes.map((own, index) => {
    const { copy, look } = lines[index] ?? { copy: undefined, look: undefined };
    const isPlain = look?.bold !== true && look?.level === undefined && look?.centred !== true;
    const isNew = lines.slice(0, index).every((line) => line.copy.text !== copy?.text);
    const isTorn = isOpen && own === 'heading' && isPlain && isNew;
    const shape = isTorn ? 'body' : own;
    const text = copy?.text.trim() ?? '';
    if (shape === 'opening') isOpen = isTornLeadIn(text);
    else isOpen = isOpen && shape === 'body' && /[，、]$/u.test(text);
    return shape;
  });
}

/** 目录, what stands above it, and the headlines it lists, which come again above their stories. */
function withoutContents(
  lines: readonly DraftLine[],
  shapes: readonly LineShape[],
): readonly LineShape[] {
  const bare = lines.map(({ copy }) =>
    copy.text.replace(/^\d{1,2}[.、．]\s*|[\s\u3000.…\d]+$/gu, ''),
  );
  const first = bare.findIndex((text) => /^(?:目\s*录|本期目录|本期导读)：?$/u.test(text));
  const hasStoryAbove = shapes.slice(0, first).some((one) => one === 'body' || one === 'opening');
  if (first < 0 || hasStoryAbove) return shapes;
  const lastPlaces = new Map(bare.map((text, index) => [text, index]));
  const isListed = (index: number) =>
    index === first || (lastPlaces.get(bare[index] ?? '') ?? 0) > index;
  const rest = bare.findIndex((_, index) => index > first && !isListed(index));
  return shapes.map((shape, index) => {
    const isAbove = index < first && shape === 'heading';
    const isEntry = index >= first && (rest < 0 || index < rest) && isListed(index);
    return isAbove || isEntry ? 'separator' : shape;
  });
}

/** Indexes of lines; -1 where there is none. */
interface Landmarks {
  readonly firstStory: number;
  readonly lastStory: number;
  readonly farewell: number;
}

interface LinePlace extends Landmarks {
  readonly lines: readonly DraftLine[];
  readonly shapes: readonly LineShape[];
  readonly index: number;
}

/** A line below a picture is its caption; short lines behind the farewell are the signature. */
function shapeInPlace(place: LinePlace): LineShape {
  const { lines, shapes, index, lastStory, farewell } = place;
  const shape = shapes[index] ?? 'body';
  const text = lines[index]?.copy.text ?? '';
  const below = shapes[index + 1];
  const isMailHead = shapes[index - 1] === 'mail' || below === 'mail';
  if (shape === 'label' && isMailHead && /^主题[：:]/u.test(text)) return 'subject';
  if (shapes[index - 1] === 'picture' && below !== 'opening' && below !== 'byline') {
    const look = lines[index]?.look;
    const isShort = shape === 'heading' && (below !== 'body' || look?.centred === true);
    const isSmall = shape === 'body' && look?.centred === true && text.length <= 100;
    if ((isShort || isSmall) && look?.level === undefined) return 'caption';
  }
  if (isPictureText(place) || isNumberedPicture(place)) return 'caption';
  if (shape === 'heading' && isCoverLetter(place)) return 'greeting';
  if (shape === 'body' && isLongHeading(place)) return 'heading';
  if (isLetterText(place)) return 'greeting';
  if (shape === 'heading' && isTornText(place)) return 'body';
  const hasStoryBelow = index <= lastStory;
  const isLoose = shape === 'heading' || shape === 'byline';
  if (farewell >= 0 && index > farewell && isLoose && !hasStoryBelow) return 'contact';
  const isSigned = isLoose && shape === 'heading' && isSignature(text);
  if (isSigned && !hasStoryBelow && isOnlySenderBelow(place)) return 'contact';
  return shape;
}

/** 关于报送…的函 and whom it is for: the letter around a draft, above its greeting. */
function isCoverLetter({ lines, shapes, index }: LinePlace): boolean {
  const text = lines[index]?.copy.text.trim() ?? '';
  const isAddress = /^\p{Script=Han}{2,16}：$/u.test(text);
  const isTitle = /^关于.{4,50}的(?:函|报告|请示|说明|情况)$/u.test(text);
  const reach = isTitle ? 2 : 1;
  return (isAddress || isTitle) && shapes.slice(index + 1, index + 1 + reach).includes('greeting');
}

/** Under a greeting: 请看附稿一篇，谢谢！ */
function isLetterText({ lines, shapes, index }: LinePlace): boolean {
  const text = lines[index]?.copy.text ?? '';
  if (shapes[index - 1] !== 'greeting' || text.length > 80) return false;
  if (shapes[index] === 'body') return /稿|您|盼|附件|谢/u.test(text);
  return shapes[index] === 'heading' && /[。！!，]$/u.test(text) && /稿|附件|谢|麻烦/u.test(text);
}

/** Columns of pictures, in which the words below the headline are the caption. */
const PICTURE_COLUMN = /图片新闻|图片报道|新闻图片|图说|光影|镜头|影像|摄影/u;

/** In a column of pictures, the words that a credit on a line of its own follows. */
function isPictureText({ lines, shapes, index }: LinePlace): boolean {
  const below = lines[index + 1]?.copy.text.trim() ?? '';
  if (shapes[index] !== 'body' || shapes[index + 1] !== 'caption') return false;
  if (below === '' || creditLength(below) !== below.length) return false;
  return lines
    .slice(Math.max(0, index - 2), index)
    .some(({ copy }) => copy.text.length <= 12 && PICTURE_COLUMN.test(copy.text));
}

/** ①清晨，… in a set of pictures. */
function isNumberedPicture({ lines, index, firstStory }: LinePlace): boolean {
  if (index < firstStory || !/^[①-⑳]/u.test(lines[index]?.copy.text ?? '')) return false;
  const head = lines.slice(0, Math.max(0, firstStory)).map(({ copy }) => copy.text);
  return head.some((text) => /组图|图集|摄影|图片新闻|图片报道/u.test(text));
}

const LONGEST_SIGNATURE = 12;

/** Nothing but the sender follows: houses, numbers, the day. */
function isOnlySenderBelow({ lines, shapes, index }: LinePlace): boolean {
  const below = shapes.slice(index + 1);
  if (below.filter((shape) => shape !== 'mail').length > LONGEST_SIGNATURE) return false;
  const isSender = below.every((shape, at) => {
    const text = lines[index + 1 + at]?.copy.text ?? '';
    return ['contact', 'sentOn', 'mail', 'greeting'].includes(shape) || isSignature(text);
  });
  return isSender && below.some((shape) => shape !== 'heading' && shape !== 'greeting');
}

/** A line of a story that was cut off before its end, by a column or a turn of the page. */
function isTornText({ lines, shapes, index }: LinePlace): boolean {
  const line = lines[index];
  const [above, below] = [shapes[index - 1], shapes[index + 1]];
  if (line === undefined || below === 'opening' || below === 'byline') return false;
  const { bold, centred, level } = line.look;
  if (bold || centred || level !== undefined) return false;
  const { text } = line.copy;
  const isLong = text.length >= LEAST_BROKEN;
  if (above === 'body' || above === 'opening') return below === 'jump' || isLong;
  if (above !== 'heading' || below !== 'body' || !text.includes('，')) return false;
  return isLong || lines[index + 1]?.isSoft === true;
}

/** The longest headlines are those of houses that report on themselves. */
const LONGEST_HEADLINE = 56;

/** A line without an end above a lead-in, or above the first paragraph of a draft. */
function isLongHeading({ lines, shapes, index, firstStory }: LinePlace): boolean {
  const text = lines[index]?.copy.text.trim() ?? '';
  if (text.length > LONGEST_HEADLINE || /[。；，、：]$|。/u.test(text)) return false;
  if (SPOKEN.test(text)) return false;
  const isAboveDeck =
    lines[index + 1]?.copy.text.startsWith('——') === true && shapes[index + 1] === 'heading';
  if (isAboveDeck && index <= firstStory) return true;
  const below = shapes[index + 1];
  if (below === 'opening' || below === 'byline') return true;
  const isFirst = index <= firstStory;
  const next = lines[index + 1]?.copy.text ?? '';
  return isFirst && below === 'body' && next.length > text.length && SENTENCE_END.test(next);
}
