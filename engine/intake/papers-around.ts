import { isSignature, type LineShape } from './line-shapes.ts';
import type { DraftLine } from './worked-lines.ts';

/** What begins the letter that was answered or sent on. */
const OTHER_LETTER =
  /^[-—]{2,}\s*(?:原始邮件|original|转发|forwarded|回复的?邮件)|^begin forwarded|写道[：:]$| wrote[：:]$|^>/iu;
/** A story has begun above when so many characters of it stand there. */
const LEAST_STORY = 40;

/** Below a draft, an answered letter is quoted whole: none of it is the draft's. */
export function withoutAnsweredLetter(
  lines: readonly DraftLine[],
  shapes: readonly LineShape[],
): readonly LineShape[] {
  const first = lines.findIndex(
    ({ copy }, index) => shapes[index] === 'mail' && OTHER_LETTER.test(copy.text.trim()),
  );
  if (first < 0) return shapes;
  const story = lines.slice(0, first).filter((_, index) => isStory(shapes[index]));
  const length = story.reduce((sum, { copy }) => sum + copy.text.length, 0);
  if (length < LEAST_STORY) return shapes;
  return shapes.map((shape, index) => {
    return index < first || shape === 'picture' || shape === 'row' ? shape : 'mail';
  });
}

/** Notices, speeches and letters: what greets, signs and dates them is part of them. */
const DOCUMENT =
  /(?:公告|通告|通知|启事|公示|倡议书?|声明|公开信|慰问信|感谢信|来信|贺信|讲话|致辞|演讲|发言|祝酒词|答谢词|寄语)$/u;
const SPEECH = /(?:讲话|致辞|演讲|发言|祝酒词|答谢词)$/u;
const LONGEST_TITLE = 40;
/** A remark to the newsroom stays one whatever the draft is. */
const TO_NEWSROOM = /编辑部|主编|老师|稿|刊发|刊登|查收/u;
const PART_OF_DOCUMENT: readonly (LineShape | undefined)[] = ['greeting', 'contact', 'sentOn'];

/** In a notice, a speech or a letter the greeting, the signature and the day belong to the text. */
export function asDocument(
  lines: readonly DraftLine[],
  shapes: readonly LineShape[],
): readonly LineShape[] {
  const texts = lines.map(({ copy }) => copy.text.trim());
  const title = texts.findIndex((text, index) => {
    return shapes[index] === 'heading' && text.length <= LONGEST_TITLE && DOCUMENT.test(text);
  });
  const firstStory = shapes.findIndex(isStory);
  if (title < 0 || title > firstStory) return shapes;
  const lastStory = shapes.findLastIndex(isStory);
  const isSpeech = SPEECH.test(texts[title] ?? '');
  return shapes.map((shape, index) => {
    const text = texts[index] ?? '';
    if (index <= title || TO_NEWSROOM.test(text)) return shape;
    if (PART_OF_DOCUMENT.includes(shape)) return 'body';
    if (shape !== 'heading') return shape;
    const isSigned = index > lastStory && isSignature(text);
    const isAddress = index < firstStory && text.endsWith('：');
    return isSigned || isAddress || (isSpeech && index < firstStory) ? 'body' : shape;
  });
}

function isStory(shape: LineShape | undefined): boolean {
  return shape === 'body' || shape === 'opening';
}
