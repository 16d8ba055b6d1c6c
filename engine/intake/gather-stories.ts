import { closingBylineLength, isBylineLine, isNameLine, leadInLength } from './bylines.ts';
import {
  type HeadingLine,
  type HeadingPart,
  inlineKickerLength,
  isStandingHead,
} from './headings.ts';
import { glued, kindOfJoin } from './join-lines.ts';
import { isSignature, type LineShape } from './line-shapes.ts';
import { SENTENCE_END } from './repair-line.ts';
import type { ShapedLine } from './shaped-lines.ts';
import {
  bareHeading,
  headingLine,
  isAlikeLook,
  isNewsOpening,
  isPreface,
  isSection,
  listLine,
  type StoryLine,
  withoutLabel,
} from './story-lines.ts';
import type { DraftLine } from './worked-lines.ts';

/** The lines of one article. */
export interface GatheredArticle {
  readonly heading: HeadingLine[];
  readonly story: StoryLine[];
}

/** What a draft consists of, before headings and groups are told apart. */
export interface Gathered {
  readonly articles: readonly GatheredArticle[];
  /** Everything that belongs to no story: pictures, captions, rows, notes. */
  readonly asides: readonly ShapedLine[];
  /** Lines that nothing was known of; they stand in the story before them. */
  readonly unknown: readonly DraftLine[];
}

/** More short lines in a row are a list or a poem below its headline; at the end even fewer. */
const MOST_HEAD_LINES = 8;
const MOST_LAST_HEAD_LINES = 5;

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

  /** True when the byline of the story is known from its beginning. */
  get #isSigned(): boolean {
    const first = this.#current?.story.find(({ kind }) => kind === 'body');
    return first !== undefined && leadInLength(first.line.copy.text).byline > 0;
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
    const { part, copy } = withoutLabel(line.copy);
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
    if (isPreface(line.copy.text) && line.copy.text.length <= 8) {
      this.#takePreface(line);
      this.#isInPreface = true;
      return;
    }
    if (isSection(line.copy.text) && next !== undefined) {
      this.#setDownPending();
      (this.#current ?? this.#opened()).story.push({ line, kind: 'crosshead' });
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
    const isAboveStory =
      next?.shape === 'body' || next?.shape === 'opening' || isSection(next?.line.copy.text ?? '');
    const story = this.#current?.story ?? [];
    const isBelowPreface = story.length > 0 && story.every(({ kind }) => kind === 'preface');
    const isBelowHead = (this.#pending.length > 0 || isBelowPreface) && isAboveStory;
    const isAtEnd =
      this.#pending.length === 0 &&
      (this.#current?.story.length ?? 0) > 0 &&
      next?.shape !== 'body' &&
      next?.shape !== 'opening';
    return isBelowHead || isAtEnd;
  }

  #takeByline(line: DraftLine, next: ShapedLine | undefined): void {
    const isSender = /^(?:作者|姓名|投稿人)[：: ]/u.test(line.copy.text);
    if (isSender && next?.shape === 'contact' && this.#isSigned && this.#pending.length === 0) {
      this.#asides.push({ line, shape: 'contact' });
      return;
    }
    if (this.#pending.length > 0) {
      const opens =
        ['body', 'opening', 'byline'].includes(next?.shape ?? '') ||
        isSection(next?.line.copy.text ?? '');
      if (opens || this.#current === undefined) this.#openOrGoOn(next?.line ?? line, 'body', true);
      else this.#setDown();
    }
    const article = this.#current ?? this.#opened();
    article.story.push({ line, kind: 'byline' });
    const hasText = article.story.some(({ kind }) => kind === 'body');
    if (hasText) this.#isClosed = true;
  }

  /** True below a line that says nothing but 编者按. */
  #isInPreface = false;

  /** Above the first headline it belongs to what follows, as a byline there does. */
  #takePreface(line: DraftLine): void {
    this.#setDownPending();
    const hasBody = this.#current?.story.some(({ kind }) => kind === 'body') ?? true;
    const article = hasBody || this.#current === undefined ? this.#opened() : this.#current;
    article.story.push({ line, kind: 'preface' });
  }

  #setDownPending(): void {
    if (this.#pending.length > 0) this.#opened();
  }

  #takeBody(line: DraftLine, shape: LineShape): void {
    if (this.#isInPreface || (shape === 'body' && isPreface(line.copy.text))) {
      this.#isInPreface = false;
      this.#takePreface(line);
      return;
    }
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
    if (last && kind && !last.line.copy.isNextTo(line.copy) && this.#takesJumps(last.line, line)) {
      const copy = last.line.copy.joinedTo(line.copy, 'continuations', '');
      article.story[article.story.length - 1] = { ...last, line: { ...last.line, copy } };
      return;
    }
    if (last && kind && last.line.copy.isNextTo(line.copy)) {
      article.story[article.story.length - 1] = { ...last, line: glued(last.line, line, kind) };
      return;
    }
    article.story.push({ line, kind: 'body' });
  }

  #opened(mostHeadLines = MOST_HEAD_LINES): GatheredArticle {
    const isList = this.#pending.length > mostHeadLines;
    const article: GatheredArticle = {
      heading: isList ? this.#pending.slice(0, 1) : this.#pending,
      story: isList ? this.#pendingLines.slice(1).map(listLine) : [],
    };
    if (isList) this.#unknown.push(...this.#pendingLines.slice(1));
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
    const isUnderHead = (this.#current?.heading.length ?? 0) > 0;
    if (isFirst && this.#current !== undefined && story.length > 0 && !isUnderHead) {
      // A byline above its own headline belongs to what follows.
      this.#current.heading.push(...this.#pending);
      this.#clear();
      return;
    }
    const isCrosshead = isFirst && story.length > 0 && isUnderHead && shape === 'body';
    if (!isCrosshead && (isFirst || isByline || this.#beginsArticle(line, shape))) {
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
    const last = article.story.findLast(({ kind }) => kind === 'body')?.line.copy.text ?? '';
    if (closingBylineLength(last.trimEnd()) > 0) return true;
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
    const isNews = isNewsOpening(opening) && isNewsOpening(line.copy.text);
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
      const gone = { ...head, copy: head.copy.replaced(/^.+$/gsu, 'continuations', '') };
      return glued(gone, below, 'continuations');
    }, line);
    article.story.push({ line: whole, kind: 'body' });
  }

  /** Nothing but jump lines stands between the two, and they go. */
  #takesJumps(last: DraftLine, line: DraftLine): boolean {
    const between = this.#asides.filter(
      ({ line: { copy } }) => copy.start >= last.copy.end && copy.end <= line.copy.start,
    );
    return between.some(({ shape }) => shape === 'jump') && this.#isOnlyHeadsBetween(last, line);
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
      if (this.#current) this.#current.heading.push(...this.#pending);
      else this.#opened(MOST_LAST_HEAD_LINES);
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
