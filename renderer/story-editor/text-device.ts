import { baseKeymap, selectAll } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import type { Node, Slice } from 'prosemirror-model';
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
import { inputMethodEvents } from './input-method.ts';
import { type CaretEdge, editorPlace, pagePosition } from './positions.ts';

/** Where the caret is in a text, and where its selection began. */
export interface Marked {
  readonly anchor: TextPosition;
  readonly head: TextPosition;
}

/** What the browser does to a text of its own accord, and what an undo step of it is called. */
type NamedEvent = 'paste' | 'cut';

/** What the device tells, and asks of, the page around it. */
export interface DeviceListener {
  /** The caret or selection moved, or the text changed. */
  onChange(isTextChanged: boolean): void;
  /** A key that the page knows what to do with; true when it was dealt with. */
  onKey(event: KeyboardEvent): boolean;
  /** True when the paste was dealt with. With Shift the words are taken as they are. */
  onPaste(event: ClipboardEvent, isTakenAsIs: boolean): boolean;
  /** The keyboard came or went. */
  onFocus(): void;
  /** What an undo step is called, in the language of the screen. */
  stepName(event: NamedEvent): string;
  /** What a text is called, for who hears the screen. */
  textName(name: string): string;
}

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
  /** The selection before the change that is under way, for undo. */
  private before: { readonly marked: Marked | undefined } | undefined;
  private readonly forget: () => void;

  constructor(issue: OpenIssue, place: HTMLElement, listener: DeviceListener) {
    this.issue = issue;
    this.place = place;
    this.listener = listener;
    this.forget = issue.undo.remember({
      take: () => (this.before ? this.before.marked : this.selection()),
      giveBack: (kept) => this.giveBack(kept as Marked | undefined),
    });
  }

  /** Name of the text that has the caret: a field, or a story without paragraph. */
  text(): string | undefined {
    return this.name;
  }

  /** Puts the caret, or a selection, into a text, and the keyboard with it. */
  select(anchor: TextPosition, head: TextPosition): void {
    this.mark(anchor, head);
    if (this.view !== undefined && !this.view.hasFocus()) this.view.focus();
  }

  /** Puts the caret, or a selection, into a text; the keyboard stays where it is. */
  mark(anchor: TextPosition, head: TextPosition): void {
    const name = wholeText(head.text);
    if (this.name !== name && !this.open(name)) return;
    const { view } = this;
    if (view === undefined) return;
    this.edge = head.edge;
    const { doc } = view.state;
    const selection = TextSelection.create(doc, editorPlace(doc, anchor), editorPlace(doc, head));
    view.dispatch(view.state.tr.setSelection(selection));
  }

  /** Runs a change that comes from elsewhere; undo gives the selection back as it is now. */
  aroundChange(change: () => void): void {
    this.before = { marked: this.selection() };
    try {
      change();
    } finally {
      this.before = undefined;
    }
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

  /** Takes the caret out, and forgets it for good. */
  end(): void {
    this.forget();
    this.close();
  }

  /** Where the selection begins and where the caret is. */
  selection(): Marked | undefined {
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

  hasFocus(): boolean {
    return this.view?.hasFocus() ?? false;
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

  /** The editor and the name of its text, for what is pasted. */
  pastePlace(): { readonly view: EditorView; readonly text: string } | undefined {
    const { view, name } = this;
    return view === undefined || name === undefined ? undefined : { view, text: name };
  }

  private open(name: string): boolean {
    const hadFocus = this.hasFocus();
    this.close();
    const state = isStoryName(name) ? this.storyState(name) : this.fieldState(name);
    if (state === undefined) return false;
    this.name = name;
    this.view = new EditorView(this.place, {
      state,
      editable: () => this.issue.heldBy === undefined,
      attributes: {
        class: 'text-device',
        'aria-label': this.listener.textName(name),
        spellcheck: 'false',
      },
      clipboardTextSerializer: linesOfSlice,
      dispatchTransaction: (tr) => this.dispatch(tr),
      handleKeyDown: (view, event) => {
        this.isShiftHeld = event.shiftKey;
        return !view.composing && this.listener.onKey(event);
      },
      handlePaste: (_, event) => this.listener.onPaste(event, this.isShiftHeld),
      handleScrollToSelection: () => true,
      handleDOMEvents: this.listenToInputMethod(),
    });
    if (hadFocus) this.view.focus();
    return true;
  }

  private listenToInputMethod() {
    const tell = () => {
      this.listener.onFocus();
      return false;
    };
    return {
      ...inputMethodEvents(this.issue.undo, {
        onBegin: (view) => {
          this.composedFrom = view.state.selection.from;
        },
        onEnd: () => {
          this.composedFrom = undefined;
          this.listener.onChange(false);
        },
      }),
      focus: tell,
      blur: tell,
    };
  }

  private storyState(name: string): EditorState | undefined {
    const fragment = storyFragmentOf(this.issue.doc, articleOf(name) ?? '');
    if (fragment === undefined) return undefined;
    const { doc, mapping } = initProseMirrorDoc(fragment, storySchema);
    return EditorState.create({
      doc,
      plugins: [ySyncPlugin(fragment, { mapping }), ...textKeys()],
    });
  }

  private fieldState(name: string): EditorState | undefined {
    const text = fieldText(this.issue.issue(), name);
    if (text === undefined) return undefined;
    this.stopFollowing = this.issue.subscribe(() => this.followField());
    return EditorState.create({ doc: fieldNode(text), schema: fieldSchema, plugins: textKeys() });
  }

  private dispatch(tr: Transaction): void {
    const { view, name } = this;
    if (view === undefined || name === undefined) return;
    const isAllowed = isStoryName(name) || mayHaveLines(name) || tr.doc.childCount <= 1;
    const wanted = isAllowed ? tr : joinedLines(view.state, tr);
    if (!tr.docChanged) {
      view.updateState(view.state.apply(wanted));
      this.listener.onChange(false);
      return;
    }
    this.edge = 'trailing';
    const change = () => {
      view.updateState(view.state.apply(wanted));
      if (!isStoryName(name)) this.writeField(name, textOfFieldNode(view.state.doc));
    };
    const event: unknown = tr.getMeta('uiEvent');
    this.aroundChange(() => {
      if (event !== 'paste' && event !== 'cut') change();
      else this.issue.undo.step(this.listener.stepName(event), change);
    });
    this.listener.onChange(true);
  }

  /** After undo and redo the selection stands where it stood before or after the step. */
  private giveBack(kept: Marked | undefined): void {
    if (kept === undefined || this.name === undefined) return;
    this.mark(kept.anchor, kept.head);
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

/** Copied text: one line for each paragraph. */
export function linesOfSlice({ content }: Slice): string {
  return content.textBetween(0, content.size, '\n');
}

/** Keys that the editor of a text knows by itself. */
export function textKeys(): readonly Plugin[] & Plugin[] {
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
