import type { Node } from 'prosemirror-model';
import { EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import { initProseMirrorDoc, ySyncPlugin } from 'y-prosemirror';
import type { LineStart } from '#engine/compose/story-lines.ts';
import type { TextPosition } from '#engine/display/hit-text.ts';
import { storyFragmentOf } from '#engine/model/issue-updates.ts';
import { storySchema } from '#engine/model/story-schema.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { inputMethodEvents } from './input-method.ts';
import { editorPlace, pagePosition, startOfChild } from './positions.ts';
import { proofUnderlines, type UnderlinedWords, underlining } from './proof-underlines.ts';
import { pasteWords, wordsOfPaste } from './text-clipboard.ts';
import { linesOfSlice, type Marked, textKeys } from './text-device.ts';
import { deviceOf } from './text-session.ts';
import { textWords } from './text-words.ts';

/** Where line breaks of the page are shown in the galley. */
const BREAKS = new PluginKey<DecorationSet>('line breaks');

/**
 * A story in the galley: a second editor on the same text as the page has. The line breaks of the
 * page are marks on the first character of each line, never elements of their own: an element
 * beside the caret would get in the way of the input method. While it composes, they stand still.
 */
export class GalleyView {
  private readonly desk: OpenDesk;
  private readonly name: string;
  private readonly view: EditorView;
  private starts: readonly LineStart[] = [];
  private proof: readonly UnderlinedWords[] = [];
  private isShiftHeld = false;

  constructor(desk: OpenDesk, article: string, place: HTMLElement) {
    this.desk = desk;
    this.name = `article:${article}/story`;
    const fragment = storyFragmentOf(desk.openIssue.doc, article);
    if (fragment === undefined) throw new Error(`the issue has no story ${article}`);
    const { doc, mapping } = initProseMirrorDoc(fragment, storySchema);
    const plugins = [
      ySyncPlugin(fragment, { mapping }),
      lineBreaks(),
      proofUnderlines(),
      ...textKeys(),
    ];
    this.view = new EditorView(place, {
      state: EditorState.create({ doc, plugins }),
      editable: () => desk.openIssue.heldBy === undefined,
      attributes: {
        class: 'galley-text',
        tabindex: '0',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': textWords(desk).galley.story,
        spellcheck: 'false',
      },
      clipboardTextSerializer: linesOfSlice,
      dispatchTransaction: (tr) => this.dispatch(tr),
      handleKeyDown: (view, event) => this.takeKey(view, event),
      handlePaste: (view, event) => this.takePaste(view, event),
      handleDOMEvents: {
        ...inputMethodEvents(desk.openIssue.undo, { onEnd: () => this.showAgain() }),
        focus: () => {
          this.tellDevice();
          return false;
        },
      },
    });
  }

  /** Shows where the lines of the page begin; put off while a word is composed. */
  showLines(starts: readonly LineStart[]): void {
    this.starts = starts;
    if (this.view.composing) return;
    const { state } = this.view;
    const wanted = breaksAt(state.doc, starts);
    if (isSame(BREAKS.getState(state), wanted)) return;
    this.view.updateState(state.apply(state.tr.setMeta(BREAKS, wanted)));
  }

  /** Underlines what proofreading found; put off while a word is composed. */
  underline(marks: readonly UnderlinedWords[]): void {
    this.proof = marks;
    if (this.view.composing) return;
    const { state } = this.view;
    this.view.updateState(state.apply(underlining(state, marks)));
  }

  private showAgain(): void {
    this.showLines(this.starts);
    this.underline(this.proof);
  }

  /** Takes over the selection of the page; answers where the caret stands in the window. */
  follow({ anchor, head }: Marked): void {
    const { view } = this;
    if (view.composing) return;
    const { doc, selection } = view.state;
    const wanted = TextSelection.create(doc, editorPlace(doc, anchor), editorPlace(doc, head));
    if (selection.eq(wanted)) return;
    view.updateState(view.state.apply(view.state.tr.setSelection(wanted)));
  }

  hasFocus(): boolean {
    return this.view.hasFocus();
  }

  /** Where the caret stands, in the window. */
  caretBox(): { readonly left: number; readonly top: number; readonly bottom: number } {
    return this.view.coordsAtPos(this.view.state.selection.head);
  }

  destroy(): void {
    this.view.destroy();
  }

  private dispatch(tr: Transaction): void {
    const { view, desk } = this;
    const change = () => view.updateState(view.state.apply(tr));
    if (tr.docChanged) {
      const device = deviceOf(desk.openIssue);
      const event: unknown = tr.getMeta('uiEvent');
      const named = () => {
        if (event !== 'paste' && event !== 'cut') change();
        else desk.openIssue.undo.step(textWords(desk).steps[event], change);
      };
      if (device === undefined) named();
      else device.aroundChange(named);
    } else change();
    if (view.hasFocus()) this.tellDevice();
  }

  /** The caret of the page goes where the caret of the galley is. */
  private tellDevice(): void {
    const { doc, selection } = this.view.state;
    const place = (at: number): TextPosition =>
      pagePosition(doc, this.name, { at, edge: at === 0 ? 'leading' : 'trailing' });
    deviceOf(this.desk.openIssue)?.mark(place(selection.anchor), place(selection.head));
  }

  private takeKey(view: EditorView, event: KeyboardEvent): boolean {
    this.isShiftHeld = event.shiftKey;
    if (view.composing || event.key !== 'Escape') return false;
    deviceOf(this.desk.openIssue)?.focus();
    return true;
  }

  private takePaste(view: EditorView, event: ClipboardEvent): boolean {
    const words = wordsOfPaste(event);
    if (words === undefined) return false;
    const place = { view, text: this.name };
    pasteWords(this.desk, place, { words, isTakenAsIs: this.isShiftHeld });
    return true;
  }
}

function lineBreaks(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: BREAKS,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, shown) => {
        const wanted: DecorationSet | undefined = tr.getMeta(BREAKS);
        return wanted ?? shown.map(tr.mapping, tr.doc);
      },
    },
    props: { decorations: (state) => BREAKS.getState(state) },
  });
}

function breaksAt(doc: Node, starts: readonly LineStart[]): DecorationSet {
  const marks: Decoration[] = [];
  for (const { paragraph, start } of starts) {
    if (start === 0 || paragraph >= doc.childCount) continue;
    const { textContent } = doc.child(paragraph);
    const character = textContent.codePointAt(start);
    if (character === undefined) continue;
    const at = startOfChild(doc, paragraph) + start;
    const end = at + (character > 0xffff ? 2 : 1);
    marks.push(Decoration.inline(at, end, { class: 'galley-break' }));
  }
  return DecorationSet.create(doc, marks);
}

function isSame(shown: DecorationSet | undefined, wanted: DecorationSet): boolean {
  const [had, has] = [shown?.find() ?? [], wanted.find()];
  return had.length === has.length && had.every(({ from }, at) => from === has[at]?.from);
}
