import { isBylineLine, isNameLine, leadInLength } from './bylines.ts';
import {
  type HeadingLine,
  type HeadingPart,
  inlineKickerLength,
  isStandingHead,
} from './headings.ts';
import { glued, kindOfJoin } from './join-lines.ts';
import { isSignature, type LineShape, shapeOf } from './line-shapes.ts';
import { LEAST_BROKEN, SENTENCE_END } from './repair-line.ts';
import type { LineLook } from './source-lines.ts';
import type { DraftLine } from './worked-lines.ts';

/** A line with its shape. */
export interface ShapedLine {
  readonly line: DraftLine;
  readonly shape: LineShape;
}

/** The lines of one article. */
export interface GatheredArticle {
  readonly heading: HeadingLine[];
  readonly story: StoryLine[];
}

/** A paragraph of a story on its way. */
export interface StoryLine {
  readonly line: DraftLine;
  readonly kind: 'body' | 'crosshead' | 'byline';
}

/** What a draft consists of, before headings and groups are told apart. */
export interface Gathered {
  readonly articles: readonly GatheredArticle[];
  /** Everything that belongs to no story: pictures, captions, rows, notes. */
  readonly asides: readonly ShapedLine[];
  /** Lines that nothing was known of; they stand in the story before them. */
  readonly unknown: readonly DraftLine[];
}

const LABEL_PARTS: readonly (readonly [RegExp, HeadingPart | 'body'])[] = [
  [/引题|肩题|眉题/u, 'kicker'],
  [/副题|副标题/u, 'deck'],
  [/标题|题目|主题/u, 'headline'],
  [/栏目/u, 'standingHead'],
  [/正文|内容|导语/u, 'body'],
];
const LABEL_WORDS =
  /^(?:【[^】]{2,5}】|[[（(]?[\p{Script=Han}]{2,5}[\]）)]?[ \u3000]*(?:：|$))[ \u3000]*/gu;
const NEWS_DATE =
  /^(?:\d{4}年)?\d{1,2}月\d{1,2}日|^\d{1,2}日|^(?:日前|近日|近期|昨日|昨天|今日|今天|连日来)/u;

/** Gathers the lines of a draft into stories and what stands beside them. */
export function gatherStories(lines: readonly ShapedLine[]): Gathered {
  const desk = new Gathering();
  for (const [index, shaped] of lines.entries()) desk.take(shaped, lines[index + 1]);
  return desk.done();
}

class Gathering {
  readonly #articles: GatheredArticle[] = [];
  readonly #asides: ShapedLine[] = [];
  readonly #unknown: DraftLine[] = [];
  /** Heading lines that nobody knows the article of yet. */
  #pending: HeadingLine[] = [];
  #pendingLines: DraftLine[] = [];
  /** A label on a line of its own names the next line. */
  #label: DraftLine | undefined;
  /** True when the next heading begins an article whatever it looks like. */
  #isClosed = false;

  take(shaped: ShapedLine, next: ShapedLine | undefined): void {
    const { line, shape } = shaped;
    switch (shape) {
      case 'label':
        this.#takeLabel(line);
        return;
      case 'heading':
      case 'numberedHead':
        this.#takeHeading(shaped, next);
        return;
      case 'byline':
        this.#takeByline(line, next);
        return;
      case 'opening':
      case 'body':
        this.#takeBody(this.#withLabel(line), shape);
        return;
      case 'separator':
        this.#isClosed = true;
    }
    // The cells of a row and a picture are read from the line as it came.
    if (line.isApart) this.#setDownLabel();
    this.#asides.push({ ...shaped, line: this.#withLabel(line) });
  }

  done(): Gathered {
    this.#setDown();
    return { articles: this.#articles, asides: this.#asides, unknown: this.#unknown };
  }

  get #current(): GatheredArticle | undefined {
    return this.#articles.at(-1);
  }

  #withLabel(line: DraftLine): DraftLine {
    const label = this.#label;
    if (label !== undefined && !label.copy.isNextTo(line.copy)) this.#setDownLabel();
    const isGlued = this.#label !== undefined;
    this.#label = undefined;
    return label !== undefined && isGlued ? glued(label, line, 'labels') : line;
  }

  #takeLabel(line: DraftLine): void {
    const [words = ''] = line.copy.text.match(LABEL_WORDS) ?? [];
    const part = LABEL_PARTS.find(([pattern]) => pattern.test(words))?.[1] ?? 'body';
    const copy = line.copy.replaced(LABEL_WORDS, 'labels', '');
    const named = { ...this.#withLabel({ ...line, copy }) };
    if (named.copy.text.trim() === '') {
      this.#label = named;
      this.#labelPart = part;
      return;
    }
    this.#takeNamed(named, part);
  }

  #labelPart: HeadingPart | 'body' = 'body';

  #takeNamed(line: DraftLine, part: HeadingPart | 'body'): void {
    if (part === 'body') {
      this.#takeBody(line, leadInLength(line.copy.text).leadIn > 0 ? 'opening' : 'body');
      return;
    }
    const hasBody = (this.#current?.story.length ?? 0) > 0;
    if (hasBody && this.#pending.length === 0) this.#isClosed = true;
    this.#pending.push(headingLine(line, part));
    this.#pendingLines.push(line);
  }

  #takeHeading({ line, shape }: ShapedLine, next: ShapedLine | undefined): void {
    if (this.#label !== undefined) {
      this.#takeNamed(this.#withLabel(line), this.#labelPart);
      return;
    }
    if (isNameLine(line.copy.text) && this.#isBylinePlace(next)) {
      this.#takeByline(line, next);
      return;
    }
    const last = this.#pendingLines.at(-1);
    const isListed = shape === 'numberedHead' && last !== undefined && next?.shape === shape;
    if (isListed) this.#setDown();
    this.#pending.push(headingLine(line, undefined));
    this.#pendingLines.push(line);
  }

  /** Below a headline and above the story, or at the end of one. */
  #isBylinePlace(next: ShapedLine | undefined): boolean {
    const isBelowHead =
      this.#pending.length > 0 && (next?.shape === 'body' || next?.shape === 'opening');
    const isAtEnd =
      this.#pending.length === 0 &&
      (this.#current?.story.length ?? 0) > 0 &&
      next?.shape !== 'body' &&
      next?.shape !== 'opening';
    return isBelowHead || isAtEnd;
  }

  #takeByline(line: DraftLine, next: ShapedLine | undefined): void {
    if (this.#pending.length > 0) {
      const opens = next?.shape === 'body' || next?.shape === 'opening' || next?.shape === 'byline';
      if (opens || this.#current === undefined) this.#openOrGoOn(next?.line ?? line, 'body', true);
      else this.#setDown();
    }
    const article = this.#current ?? this.#opened();
    article.story.push({ line, kind: 'byline' });
    const hasText = article.story.some(({ kind }) => kind === 'body');
    if (hasText) this.#isClosed = true;
  }

  #takeBody(line: DraftLine, shape: LineShape): void {
    const hasBody = this.#current?.story.some(({ kind }) => kind === 'body') ?? false;
    if (this.#pending.length > 0) {
      const repeated = this.#repeatedArticle();
      if (repeated !== undefined && shape !== 'opening') {
        this.#continue(repeated, line);
        return;
      }
      this.#openOrGoOn(line, shape, false);
    } else if (this.#current === undefined || (shape === 'opening' && hasBody)) {
      this.#opened();
    }
    this.#addBody(line);
  }

  #addBody(line: DraftLine): void {
    const article = this.#current ?? this.#opened();
    const last = article.story.at(-1);
    const kind = last?.kind === 'body' ? kindOfJoin(last.line, line) : undefined;
    if (last && kind && last.line.copy.isNextTo(line.copy)) {
      article.story[article.story.length - 1] = { ...last, line: glued(last.line, line, kind) };
      return;
    }
    article.story.push({ line, kind: 'body' });
  }

  #opened(): GatheredArticle {
    const article: GatheredArticle = { heading: this.#pending, story: [] };
    this.#articles.push(article);
    this.#clear();
    this.#isClosed = false;
    return article;
  }

  #clear(): void {
    this.#pending = [];
    this.#pendingLines = [];
  }

  /** Pending lines become the heading of a new article, or crossheads of this one. */
  #openOrGoOn(line: DraftLine, shape: LineShape, isByline: boolean): void {
    const { story = [] } = this.#current ?? {};
    const isFirst = this.#current === undefined || story.every(({ kind }) => kind !== 'body');
    if (isFirst && this.#current !== undefined && story.length > 0) {
      // A byline above its own headline belongs to what follows.
      this.#current.heading.push(...this.#pending);
      this.#clear();
      return;
    }
    if (isFirst || isByline || this.#beginsArticle(line, shape)) {
      this.#opened();
      return;
    }
    const isList = this.#pending.length > 1;
    for (const head of this.#pendingLines) {
      const isText = isList || /[：，]$/u.test(head.copy.text);
      this.#current?.story.push({ line: head, kind: isText ? 'body' : 'crosshead' });
    }
    this.#clear();
  }

  #beginsArticle(line: DraftLine, shape: LineShape): boolean {
    const [first] = this.#pending;
    const [firstLine] = this.#pendingLines;
    const article = this.#current;
    if (first === undefined || firstLine === undefined || article === undefined) return true;
    if (shape === 'opening' || this.#isClosed || first.named !== undefined) return true;
    if (leadInLength(line.copy.text).byline > 0) return true;
    const text = first.copy.text;
    if (/^(?:稿件|来稿|新闻|简讯)[一二三四五六七八九十\d]{1,2}(?:[：、]|$)/u.test(text))
      return true;
    if (/^(?:《.+》|【.+】.*)$/u.test(text) || isStandingHead(text)) return true;
    const [head] = article.heading;
    if (head && isAlikeLook(head.look, first.look)) return true;
    if (firstLine.blanksAbove >= 2 && firstLine.blanksAbove > line.blanksAbove) return true;
    const hasOpening = article.story.some(
      ({ line: one }) => leadInLength(one.copy.text).leadIn > 0,
    );
    if (hasOpening) return false;
    const isNumbered = /^(?:[一二三四五六七八九十]{1,3}、|（|\d{1,2}[.、．])/u.test(text);
    if (isNumbered) return false;
    const opening = article.story.find(({ kind }) => kind === 'body')?.line.copy.text ?? '';
    const isNews = NEWS_DATE.test(opening) && NEWS_DATE.test(line.copy.text);
    const isAlikeHead =
      inlineKickerLength(text, line.copy.text) > 0 &&
      article.heading.some(({ copy }) => inlineKickerLength(copy.text, opening) > 0);
    return (isNews && text.length >= 8) || isAlikeHead;
  }

  /** The article whose headline stands here again. */
  #repeatedArticle(): GatheredArticle | undefined {
    const words = bareHeading(this.#pending);
    if (words.length < 4) return undefined;
    return this.#articles.findLast(({ heading }) => {
      const known = bareHeading(heading);
      const isSame = known === words || (words.length >= 8 && known.endsWith(words));
      return isSame && known !== '';
    });
  }

  /** Goes on with an article below its repeated headline, which goes. */
  #continue(article: GatheredArticle, line: DraftLine): void {
    const last = article.story.at(-1);
    const isLast = article === this.#current && last?.kind === 'body';
    const heads = this.#pendingLines;
    this.#clear();
    if (last && isLast && this.#isOnlyHeadsBetween(last.line, line)) {
      const isBroken = !SENTENCE_END.test(last.line.copy.text);
      const copy = last.line.copy.joinedTo(line.copy, 'continuations', isBroken ? '' : '\n');
      article.story[article.story.length - 1] = { ...last, line: { ...last.line, copy } };
      return;
    }
    const whole = heads.reduceRight((below, head) => {
      if (!head.copy.isNextTo(below.copy)) {
        article.story.push({ line: head, kind: 'crosshead' });
        return below;
      }
      const gone = { ...head, copy: head.copy.replaced(/^[^]+$/gu, 'continuations', '') };
      return glued(gone, below, 'continuations');
    }, line);
    article.story.push({ line: whole, kind: 'body' });
  }

  /** Jump lines between the two parts go with the headline; a picture or a note does not. */
  #isOnlyHeadsBetween(last: DraftLine, line: DraftLine): boolean {
    const between = this.#asides.filter(
      ({ line: aside }) => aside.copy.start >= last.copy.end && aside.copy.start < line.copy.start,
    );
    if (between.some(({ shape }) => shape !== 'jump')) return false;
    for (const jump of between) this.#asides.splice(this.#asides.indexOf(jump), 1);
    return true;
  }

  /** The end: lines that were taken for a heading and have no story below. */
  #setDown(): void {
    this.#setDownLabel();
    const hasBody = this.#current?.story.some(({ kind }) => kind === 'body') ?? false;
    if (this.#pending.length > 0 && !hasBody) {
      const article = this.#current ?? this.#opened();
      article.heading.push(...this.#pending);
    } else {
      for (const line of this.#pendingLines) this.#setDownLine(line);
    }
    this.#clear();
  }

  #setDownLabel(): void {
    if (this.#label) this.#asides.push({ line: this.#label, shape: 'separator' });
    this.#label = undefined;
  }

  #setDownLine(line: DraftLine): void {
    const { text } = line.copy;
    if (isBylineLine(text) || isNameLine(text)) {
      this.#current?.story.push({ line, kind: 'byline' });
    } else if (isSignature(text)) {
      this.#asides.push({ line, shape: 'contact' });
    } else {
      this.#current?.story.push({ line, kind: 'body' });
      this.#unknown.push(line);
    }
  }
}

function headingLine(line: DraftLine, named: HeadingPart | undefined): HeadingLine {
  return { copy: line.copy, look: line.look, named, isSoft: line.isSoft };
}

/** Told by the file: both are bold, centred, of one level or of one size unlike the text. */
function isAlikeLook(head: LineLook, other: LineLook): boolean {
  const isMarked = head.level !== undefined || head.centred || head.bold;
  return (
    isMarked &&
    head.level === other.level &&
    head.centred === other.centred &&
    head.bold === other.bold &&
    (head.sizePt === other.sizePt || head.level !== undefined)
  );
}

function bareHeading(lines: readonly { readonly copy: { readonly text: string } }[]): string {
  return lines
    .map(({ copy }) => copy.text)
    .join('')
    .replace(/（[^（）]*(?:续|接)[^（）]*）/gu, '')
    .replace(/[\s\u3000《》【】]/gu, '');
}

/** Shapes every line by itself, and then by its neighbours. */
export function shapedLines(lines: readonly DraftLine[]): readonly ShapedLine[] {
  const shapes = lines.map(shapeOf);
  return lines.map((line, index) => {
    return { line, shape: shapeInPlace({ lines, shapes, index }) };
  });
}

interface LinePlace {
  readonly lines: readonly DraftLine[];
  readonly shapes: readonly LineShape[];
  readonly index: number;
}

/** A line below a picture is its caption; short lines behind the farewell are the signature. */
function shapeInPlace({ lines, shapes, index }: LinePlace): LineShape {
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
  if (shape === 'body' && isLongHeading({ lines, shapes, index })) return 'heading';
  const isUnderGreeting = shapes[index - 1] === 'greeting' && shape === 'body';
  if (isUnderGreeting && text.length <= 80 && /稿|您|盼|附件|谢/u.test(text)) return 'greeting';
  if (shape === 'heading' && isTornText({ lines, shapes, index })) return 'body';
  const isBehindFarewell = shapes.slice(0, index).some((one, at) => {
    return (
      one === 'greeting' &&
      /^(?:此致|敬礼|谢谢|顺祝|祝|致谢|感谢)/u.test(lines[at]?.copy.text ?? '')
    );
  });
  const hasStoryBelow = shapes.slice(index).some((one) => one === 'body' || one === 'opening');
  const isLoose = shape === 'heading' || shape === 'byline';
  if (isBehindFarewell && isLoose && !hasStoryBelow) return 'contact';
  return shape;
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
function isLongHeading({ lines, shapes, index }: LinePlace): boolean {
  const text = lines[index]?.copy.text.trim() ?? '';
  if (text.length > LONGEST_HEADLINE || /[。；，、：]$|。/u.test(text)) return false;
  const below = shapes[index + 1];
  if (below === 'opening' || below === 'byline') return true;
  const isFirst = shapes.slice(0, index).every((one) => one !== 'body' && one !== 'opening');
  const next = lines[index + 1]?.copy.text ?? '';
  return isFirst && below === 'body' && next.length > text.length && SENTENCE_END.test(next);
}
