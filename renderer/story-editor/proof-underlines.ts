import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { startOfChild } from './positions.ts';

/** A stretch of a paragraph that proofreading has something to say on. */
export interface UnderlinedWords {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /** What stood there when it was read. */
  readonly words: string;
}

const PROOF = new PluginKey<DecorationSet>('proofreading');

/** Underlines of proofreading in the galley; they move with the text until it is read anew. */
export function proofUnderlines(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: PROOF,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, shown) => {
        const wanted: DecorationSet | undefined = tr.getMeta(PROOF);
        return wanted ?? shown.map(tr.mapping, tr.doc);
      },
    },
    props: { decorations: (state) => PROOF.getState(state) },
  });
}

/** The transaction that shows these underlines. */
export function underlining(state: EditorState, marks: readonly UnderlinedWords[]): Transaction {
  const decorations = marks.flatMap((mark) => underlineOf(state.doc, mark));
  return state.tr.setMeta(PROOF, DecorationSet.create(state.doc, decorations));
}

function underlineOf(doc: Node, mark: UnderlinedWords): readonly Decoration[] {
  const { paragraph, start, end, words } = mark;
  if (paragraph >= doc.childCount) return [];
  if (doc.child(paragraph).textContent.slice(start, end) !== words) return [];
  const at = startOfChild(doc, paragraph);
  return [Decoration.inline(at + start, at + end, { class: 'galley-proof' })];
}
