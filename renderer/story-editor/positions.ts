import type { Node } from 'prosemirror-model';
import type { TextPosition } from '#engine/display/hit-text.ts';
import { isStoryName, wholeText } from './fields.ts';

/** Which neighbour a caret stays with at a soft line break; see `TextPosition`. */
export type CaretEdge = TextPosition['edge'];

/** The place in an editor's document of a position on the page; the nearest one when beyond it. */
export function editorPlace(doc: Node, position: TextPosition): number {
  if (isStoryName(position.text)) {
    const paragraph = Number(/:(\d+)$/.exec(position.text)?.[1] ?? 0);
    const index = Math.min(paragraph, doc.childCount - 1);
    return startOfChild(doc, index) + Math.min(position.offset, doc.child(index).content.size);
  }
  let before = 0;
  for (let index = 0; index < doc.childCount; index++) {
    const { size } = doc.child(index).content;
    if (position.offset <= before + size) {
      return startOfChild(doc, index) + position.offset - before;
    }
    before += size + 1;
  }
  return doc.content.size - 1;
}

/** The position on the page of a place in an editor's document. */
export function pagePosition(
  doc: Node,
  text: string,
  place: { readonly at: number; readonly edge: CaretEdge },
): TextPosition {
  const { edge } = place;
  const resolved = doc.resolve(Math.max(1, Math.min(place.at, doc.content.size - 1)));
  const index = Math.min(resolved.index(0), doc.childCount - 1);
  const offset = resolved.depth > 0 ? resolved.parentOffset : 0;
  if (isStoryName(text)) return { text: `${wholeText(text)}:${index}`, offset, edge };
  let before = 0;
  for (let child = 0; child < index; child++) before += doc.child(child).content.size + 1;
  return { text, offset: before + offset, edge };
}

/** Where the text of a paragraph or line begins in the document. */
export function startOfChild(doc: Node, index: number): number {
  let start = 1;
  for (let child = 0; child < index; child++) start += doc.child(child).nodeSize;
  return start;
}
