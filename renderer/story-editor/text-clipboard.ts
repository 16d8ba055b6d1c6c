import { Fragment, Slice } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import { cleanPastedText } from '#engine/intake/clean-text.ts';
import type { Paragraph } from '#engine/model/issue.ts';
import { storyNode, storySchema } from '#engine/model/story-schema.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { fieldNode } from './field-schema.ts';

/** A paste, and whether Shift was held with it. */
interface Pasted {
  readonly event: ClipboardEvent;
  readonly isTakenAsIs: boolean;
}

/**
 * Pastes words cleaned of what mail programs and word processors leave in them. What was copied
 * from a story here keeps its roles; with Shift the words are taken as they are.
 */
export function pasteCleaned(
  desk: OpenDesk,
  view: EditorView,
  { event, isTakenAsIs }: Pasted,
): boolean {
  const words = event.clipboardData?.getData('text/plain') ?? '';
  const html = event.clipboardData?.getData('text/html') ?? '';
  if (words === '' || html.includes('data-pm-slice')) return false;
  const isStory = view.state.schema === storySchema;
  const paragraphs = isTakenAsIs
    ? words.split(/\r?\n/).map(asIs)
    : cleanPastedText(words).paragraphs;
  if (!isStory) {
    const line = paragraphs.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n');
    const doc = fieldNode(line);
    view.dispatch(view.state.tr.replaceSelection(new Slice(doc.content, 1, 1)));
    return true;
  }
  const story = {
    paragraphs: paragraphs.map(({ kind, runs }) => ({
      kind,
      runs: runs.filter((run) => run.text !== ''),
      looseness: 0 as const,
    })),
  };
  const { content } = storyNode(story);
  const slice = new Slice(Fragment.from(content), 1, 1);
  desk.openIssue.undo.step('', () => view.dispatch(view.state.tr.replaceSelection(slice)));
  return true;
}

function asIs(text: string): Paragraph {
  return { kind: 'body', runs: [{ text, role: 'plain' }], looseness: 0 };
}
