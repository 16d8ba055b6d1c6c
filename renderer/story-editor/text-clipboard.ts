import { Fragment, Slice } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { cleaningCount, cleanPastedText } from '#engine/intake/clean-text.ts';
import type { Paragraph } from '#engine/model/issue.ts';
import { storyNode, storySchema } from '#engine/model/story-schema.ts';
import { paragraphText } from '#engine/model/story-text.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { fieldNode } from './field-schema.ts';
import { mayHaveLines } from './fields.ts';
import { textSessionOf } from './text-session.ts';
import { plainParagraph } from './text-spans.ts';
import { textWords } from './text-words.ts';

/** A text that takes what is pasted: its editor, and its name. */
export interface PastePlace {
  readonly view: EditorView;
  readonly text: string;
}

/** Words from the clipboard. */
export interface PastedWords {
  readonly words: string;
  readonly isTakenAsIs: boolean;
}

/** The words of a paste; undefined for what the editor takes itself: words with our own roles. */
export function wordsOfPaste(event: ClipboardEvent): string | undefined {
  const words = event.clipboardData?.getData('text/plain') ?? '';
  const html = event.clipboardData?.getData('text/html') ?? '';
  return words === '' || html.includes('data-pm-slice') ? undefined : words;
}

/**
 * Puts words from elsewhere into a text and then cleans them of what mail programs and word
 * processors leave in them. These are two steps: the first undo gives the words back as they came.
 */
export function pasteWords(
  desk: OpenDesk,
  { view, text }: PastePlace,
  { words, isTakenAsIs }: PastedWords,
): void {
  const { undo } = desk.openIssue;
  const { steps } = textWords(desk);
  const isStory = view.state.schema === storySchema;
  const kept = isStory || mayHaveLines(text) ? words : words.replace(/\s*[\r\n]+\s*/g, '');
  const asCome = kept.split(/\r\n?|\n/).map(plainParagraph);
  const from = Math.max(1, view.state.selection.from);
  undo.step(steps.paste, () => {
    view.dispatch(view.state.tr.replaceSelection(sliceOf(asCome, isStory)));
  });
  if (isTakenAsIs) return;
  const { paragraphs, changes: found } = cleanPastedText(kept);
  const changes = isStory ? found : { ...found, leadIns: 0 };
  if (cleaningCount(changes) === 0) return;
  const to = view.state.selection.head;
  undo.step(steps.clean, () => {
    const tr = view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to));
    view.dispatch(tr.replaceSelection(sliceOf(paragraphs, isStory)));
  });
  textSessionOf(desk.openIssue).cleaned.change({ changes });
}

function sliceOf(paragraphs: readonly Paragraph[], isStory: boolean): Slice {
  const { content } = isStory
    ? storyNode({ paragraphs })
    : fieldNode(paragraphs.map(paragraphText).join('\n'));
  return new Slice(Fragment.from(content), 1, 1);
}
