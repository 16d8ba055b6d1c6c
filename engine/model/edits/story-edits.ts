import * as Y from 'yjs';
import type { Paragraph, TextRun } from '#engine/model/issue.ts';
import { type IssueRoots, paragraphElement, setElementLooseness } from '#engine/model/issue-doc.ts';
import { EMPTY_PARAGRAPH, readArticle, storyOf } from '#engine/model/read-issue.ts';
import {
  paragraphText,
  type StoryPlace,
  sliceRuns,
  sliceStory,
  splitsCharacter,
  storyPlace,
} from '#engine/model/story-text.ts';
import { assert } from '#engine/units/assert.ts';
import { type EditPlan, filedMap, planned, refused } from './edit-plan.ts';
import type {
  JoinedParagraphs,
  ReplacedText,
  SetLooseness,
  SetParagraphKind,
  SplitParagraph,
} from './text-edit.ts';

/** Plans the replacement of a range of a story. */
export function planReplacedText(roots: IssueRoots, edit: ReplacedText): EditPlan {
  const opened = openStory(roots, edit.article);
  if (!opened) return refused('no such article');
  const { paragraphs, fragment } = opened;
  if (edit.content.some((piece) => piece.runs.some((run) => run.text.includes('\n')))) {
    return refused('line feed in a paragraph');
  }
  const start = storyPlace(paragraphs, edit.start);
  const end = storyPlace(paragraphs, edit.end);
  if (!start || !end || edit.end < edit.start) return refused('outside the text');
  if ([start, end].some((place) => partsCharacter(paragraphs, place))) {
    return refused('inside a character');
  }
  const content = edit.content.length > 0 ? edit.content : [EMPTY_PARAGRAPH];
  const length = content.map((piece) => paragraphText(piece).length + 1).reduce((a, b) => a + b);
  return planned(
    {
      kind: 'replacedText',
      article: edit.article,
      start: edit.start,
      end: edit.start + length - 1,
      content: sliceStory(paragraphs, start, end),
    },
    () => {
      replaceRange({ fragment, paragraphs, start, end }, content);
    },
  );
}

/** Plans a new paragraph from an offset on. */
export function planSplitParagraph(roots: IssueRoots, edit: SplitParagraph): EditPlan {
  const { article, at } = edit;
  const content = [EMPTY_PARAGRAPH, { ...edit.second, runs: [] }];
  const plan = planReplacedText(roots, {
    kind: 'replacedText',
    article,
    start: at,
    end: at,
    content,
  });
  return plan.ok ? planned({ kind: 'joinedParagraphs', article, at }, plan.write) : plan;
}

/** Plans the joining of two paragraphs. */
export function planJoinedParagraphs(roots: IssueRoots, edit: JoinedParagraphs): EditPlan {
  const { article, at } = edit;
  const opened = openStory(roots, article);
  if (!opened) return refused('no such article');
  const place = storyPlace(opened.paragraphs, at);
  const first = place && opened.paragraphs[place.paragraph];
  const second = place && opened.paragraphs[place.paragraph + 1];
  if (!first || !second || place.offset !== paragraphText(first).length) {
    return refused('not a paragraph end');
  }
  const content = [EMPTY_PARAGRAPH];
  const plan = planReplacedText(roots, {
    kind: 'replacedText',
    article,
    start: at,
    end: at + 1,
    content,
  });
  const { kind, looseness } = second;
  return plan.ok
    ? planned({ kind: 'splitParagraph', article, at, second: { kind, looseness } }, plan.write)
    : plan;
}

/** Plans a change between crosshead and body text. */
export function planSetParagraphKind(roots: IssueRoots, edit: SetParagraphKind): EditPlan {
  const { article, paragraph: index, paragraphKind } = edit;
  const opened = openStory(roots, article);
  if (!opened) return refused('no such article');
  const paragraph = opened.paragraphs[index];
  if (!paragraph) return refused('no such paragraph');
  return planned({ ...edit, paragraphKind: paragraph.kind }, () => {
    if (paragraph.kind === paragraphKind) return;
    // The name of a Y.XmlElement is fixed: another kind is another element.
    if (opened.fragment.length > 0) opened.fragment.delete(index, 1);
    const element = paragraphElement({ ...paragraph, kind: paragraphKind });
    opened.fragment.insert(index, [element]);
  });
}

/** Plans the looseness of a paragraph. */
export function planSetLooseness(roots: IssueRoots, edit: SetLooseness): EditPlan {
  const opened = openStory(roots, edit.article);
  if (!opened) return refused('no such article');
  const paragraph = opened.paragraphs[edit.paragraph];
  if (!paragraph) return refused('no such paragraph');
  return planned({ ...edit, looseness: paragraph.looseness }, () => {
    setElementLooseness(elementAt(opened.fragment, edit.paragraph), edit.looseness);
  });
}

interface OpenStory {
  readonly fragment: Y.XmlFragment;
  readonly paragraphs: readonly Paragraph[];
}

function openStory(roots: IssueRoots, article: string): OpenStory | undefined {
  const map = filedMap(roots.articles, article);
  if (!map) return undefined;
  return { fragment: storyOf(map), paragraphs: readArticle(article, map).story.paragraphs };
}

function partsCharacter(paragraphs: readonly Paragraph[], place: StoryPlace): boolean {
  const paragraph = paragraphs[place.paragraph];
  return paragraph !== undefined && splitsCharacter(paragraphText(paragraph), place.offset);
}

/** An open story with the range that is replaced. */
interface OpenRange extends OpenStory {
  readonly start: StoryPlace;
  readonly end: StoryPlace;
}

function replaceRange(range: OpenRange, content: readonly Paragraph[]): void {
  const { fragment, paragraphs, start, end } = range;
  const [first, ...others] = content;
  const endParagraph = paragraphs[end.paragraph];
  assert(first && endParagraph, 'a replacement has content and an end');
  const text = textAt(fragment, start.paragraph);
  if (others.length === 0 && start.paragraph === end.paragraph) {
    text.delete(start.offset, end.offset - start.offset);
    insertRuns(text, start.offset, first.runs);
    return;
  }
  const remainder = sliceRuns(endParagraph.runs, end.offset, Number.POSITIVE_INFINITY);
  text.delete(start.offset, text.length - start.offset);
  fragment.delete(start.paragraph + 1, end.paragraph - start.paragraph);
  const last = others.at(-1);
  if (!last) {
    insertRuns(text, start.offset, [...first.runs, ...remainder]);
    return;
  }
  insertRuns(text, start.offset, first.runs);
  const added = [...others.slice(0, -1), { ...last, runs: [...last.runs, ...remainder] }];
  fragment.insert(start.paragraph + 1, added.map(paragraphElement));
}

function insertRuns(text: Y.XmlText, offset: number, runs: readonly TextRun[]): void {
  let at = offset;
  for (const run of runs) {
    // Attributes are written out: without them Yjs would continue the role of the text before.
    text.insert(at, run.text, run.role === 'plain' ? {} : { [run.role]: {} });
    at += run.text.length;
  }
}

function elementAt(fragment: Y.XmlFragment, index: number): Y.XmlElement {
  // A story without paragraphs reads as one empty paragraph; the first edit writes it.
  if (fragment.length === 0) fragment.insert(0, [paragraphElement(EMPTY_PARAGRAPH)]);
  const element = fragment.get(index);
  assert(element instanceof Y.XmlElement, 'a story consists of paragraphs');
  return element;
}

/** The text of a paragraph; y-prosemirror may leave several texts in it, or none. */
function textAt(fragment: Y.XmlFragment, index: number): Y.XmlText {
  const element = elementAt(fragment, index);
  const only = element.get(0);
  if (element.length === 1 && only instanceof Y.XmlText) return only;
  const runs = element.toArray().flatMap((child) => {
    assert(child instanceof Y.XmlText, 'a paragraph consists of text');
    return child.toDelta();
  });
  element.delete(0, element.length);
  const joined = new Y.XmlText();
  joined.applyDelta(runs);
  element.insert(0, [joined]);
  return joined;
}
