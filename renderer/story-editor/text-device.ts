import { baseKeymap, selectAll } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { EditorState, type Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { initProseMirrorDoc, ySyncPlugin } from 'y-prosemirror';
import type { TextPosition } from '#engine/display/hit-text.ts';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import { storyFragmentOf } from '#engine/model/issue-updates.ts';
import { storySchema } from '#engine/model/story-schema.ts';
import type { OpenIssue } from '#renderer/open-issue/open-issue.ts';
import { fieldNode, fieldSchema, textOfFieldNode } from './field-schema.ts';
import { articleOf, fieldEdit, fieldText, isStoryName, mayHaveLines, wholeText } from './fields.ts';
import { type CaretEdge, editorPlace, pagePosition } from './positions.ts';

/** What the device tells, and asks of, the page around it. */
export interface DeviceListener {
  /** The caret or selection moved, or the text changed. */
  onChange(isTextChanged: boolean): void;
  /** A key that the page knows what to do with; true when it was dealt with. */
  onKey(event: KeyboardEvent): boolean;
  /** True when the paste was dealt with. */
  onPaste(view: EditorView, pasted: PasteEvent): boolean;
  onBlur(): void;
}

/** A paste, and whether Shift was held with it: then the words are taken as they are. */
interface PasteEvent {
  readonly event: ClipboardEvent;
  readonly isTakenAsIs: boolean;
}

/** The last change of an input method reaches the document only a moment after its end. */
const AFTER_COMPOSITION_MS = 60;

/**
 * The input device: an invisible ProseMirror editor on the text that has the caret. The browser
 * brings it keys, the input method and the clipboard; what is seen is drawn on the page.
 */
export class TextDevice {
  private readonly issue: OpenIssue;
  private readonly place: HTMLElement;
  private readonly listener: DeviceListener;
  private view: EditorView | undefined;
  private name: string | undefined;
  private edge: CaretEdge = 'leading';
  private composedFrom: number | undefined;
  private isShiftHeld = false;
  private stopFollowing: (() => void) | undefined;

  constructor(issue: OpenIssue, place: HTMLElement, listener: DeviceListener) {
    this.issue = issue;
    this.place = place;
    this.listener = listener;
  }

  /** Name of the text that has the caret: a field, or a story without paragraph. */
  text(): string | undefined {
    return this.name;
  }

  /** Puts the caret, or a selection, into a text. */
  select(anchor: TextPosition, head: TextPosition): void {
    const name = wholeText(head.text);
    if (this.name !== name && !this.open(name)) return;
    const { view } = this;
    if (view === undefined) return;
    this.edge = head.edge;
    const { doc } = view.state;
    const selection = TextSelection.create(doc, editorPlace(doc, anchor), editorPlace(doc, head));
    view.dispatch(view.state.tr.setSelection(selection));
    if (!view.hasFocus()) view.focus();
  }

  /** Takes the caret out of the text. */
  close(): void {
    this.stopFollowing?.();
    this.stopFollowing = undefined;
    this.view?.destroy();
    this.view = undefined;
    this.name = undefined;
    this.composedFrom = undefined;
  }

  /** Where the selection begins and where the caret is. */
  selection(): { readonly anchor: TextPosition; readonly head: TextPosition } | undefined {
    const { view, name, edge } = this;
    if (view === undefined || name === undefined) return undefined;
    const { doc, selection } = view.state;
    return {
      anchor: pagePosition(doc, name, { at: selection.anchor, edge }),
      head: pagePosition(doc, name, { at: selection.head, edge }),
    };
  }

  /** The range that an input method is composing; undefined when none is. */
  composition(): { readonly from: TextPosition; readonly to: TextPosition } | undefined {
    const { view, name, composedFrom } = this;
    if (!view?.composing || name === undefined || composedFrom === undefined) return undefined;
    const { doc, selection } = view.state;
    return {
      from: pagePosition(doc, name, {
        at: Math.min(composedFrom, selection.head),
        edge: 'leading',
      }),
      to: pagePosition(doc, name, { at: selection.head, edge: 'trailing' }),
    };
  }

  isComposing(): boolean {
    return this.view?.composing ?? false;
  }

  /** The editor's state and way to change it, for commands on the text. */
  run(command: (state: EditorState, dispatch: (tr: Transaction) => void) => boolean): boolean {
    const { view } = this;
    if (view === undefined) return false;
    const done = command(view.state, (tr) => view.dispatch(tr));
    view.focus();
    return done;
  }

  /** Words of the selection, lines parted by line feeds. */
  selectedText(): string {
    const { view } = this;
    if (view === undefined) return '';
    const { from, to } = view.state.selection;
    return view.state.doc.textBetween(from, to, '\n');
  }

  /** Words of the paragraph or field in which a position lies. */
  paragraphText(position: TextPosition): string {
    const { view } = this;
    if (view === undefined) return '';
    const { doc } = view.state;
    if (!isStoryName(position.text)) return textOfFieldNode(doc);
    return doc.resolve(editorPlace(doc, position)).parent.textContent;
  }

  focus(): void {
    this.view?.focus();
  }

  private open(name: string): boolean {
    this.close();
    const state = isStoryName(name) ? this.storyState(name) : this.fieldState(name);
    if (state === undefined) return false;
    this.name = name;
    this.view = new EditorView(this.place, {
      state,
      editable: () => this.issue.heldBy === undefined,
      attributes: { class: 'text-device', 'aria-label': name, spellcheck: 'false' },
      dispatchTransaction: (tr) => this.dispatch(tr),
      handleKeyDown: (view, event) => {
        this.isShiftHeld = event.shiftKey;
        return !view.composing && this.listener.onKey(event);
      },
      handlePaste: (view, event) =>
        this.listener.onPaste(view, { event, isTakenAsIs: this.isShiftHeld }),
      handleScrollToSelection: () => true,
      handleDOMEvents: {
        compositionstart: (view) => {
          this.composedFrom = view.state.selection.from;
          this.issue.undo.beginComposition();
          return false;
        },
        compositionend: () => {
          setTimeout(() => {
            this.composedFrom = undefined;
            this.issue.undo.endComposition();
            this.listener.onChange(false);
          }, AFTER_COMPOSITION_MS);
          return false;
        },
        blur: () => {
          this.listener.onBlur();
          return false;
        },
      },
    });
    return true;
  }

  private storyState(name: string): EditorState | undefined {
    const fragment = storyFragmentOf(this.issue.doc, articleOf(name) ?? '');
    if (fragment === undefined) return undefined;
    const { doc, mapping } = initProseMirrorDoc(fragment, storySchema);
    return EditorState.create({ doc, plugins: [ySyncPlugin(fragment, { mapping }), ...keys()] });
  }

  private fieldState(name: string): EditorState | undefined {
    const text = fieldText(this.issue.issue(), name);
    if (text === undefined) return undefined;
    this.stopFollowing = this.issue.subscribe(() => this.followField());
    return EditorState.create({ doc: fieldNode(text), schema: fieldSchema, plugins: keys() });
  }

  private dispatch(tr: Transaction): void {
    const { view, name } = this;
    if (view === undefined || name === undefined) return;
    const isAllowed = isStoryName(name) || mayHaveLines(name) || tr.doc.childCount <= 1;
    view.updateState(view.state.apply(isAllowed ? tr : joinedLines(view.state, tr)));
    if (tr.docChanged) {
      this.edge = 'trailing';
      if (!isStoryName(name)) this.writeField(name, textOfFieldNode(view.state.doc));
    }
    this.listener.onChange(tr.docChanged);
  }

  private writeField(name: string, text: string): void {
    const issue = this.issue.issue();
    if (fieldText(issue, name) === text) return;
    const edit = fieldEdit(issue, name, text);
    if (edit !== undefined) applyEdit(this.issue.doc, edit);
  }

  /** Undo, a panel or another desk changed the field: the caret stays where it can. */
  private followField(): void {
    const { view, name } = this;
    if (view === undefined || name === undefined) return;
    const text = fieldText(this.issue.issue(), name);
    if (text === undefined) {
      this.close();
      this.listener.onChange(true);
      return;
    }
    if (textOfFieldNode(view.state.doc) === text) return;
    const wanted = fieldNode(text);
    const start = view.state.doc.content.findDiffStart(wanted.content);
    const end = view.state.doc.content.findDiffEnd(wanted.content);
    if (start === null || end === null) return;
    const overlap = Math.max(0, start - Math.min(end.a, end.b));
    const slice = wanted.slice(start, end.b + overlap);
    const tr = view.state.tr.replace(start, end.a + overlap, slice);
    view.updateState(view.state.apply(tr));
    this.listener.onChange(true);
  }
}

function keys(): readonly Plugin[] & Plugin[] {
  return [
    keymap({ 'Mod-a': selectAll, 'Shift-Enter': baseKeymap.Enter ?? selectAll }),
    keymap(baseKeymap),
  ];
}

/** A field of one line takes pasted or split lines as one. */
function joinedLines(state: EditorState, tr: Transaction): Transaction {
  const joined = fieldNode(textOfFieldNode(tr.doc).replaceAll('\n', ''));
  const replaced = state.tr.replaceWith(0, state.doc.content.size, lineNodes(joined));
  const at = Math.min(tr.selection.head, joined.content.size - 1);
  return replaced.setSelection(TextSelection.create(replaced.doc, Math.max(1, at)));
}

function lineNodes(doc: Node): readonly Node[] {
  const lines: Node[] = [];
  doc.forEach((line) => {
    lines.push(line);
  });
  return lines;
}
