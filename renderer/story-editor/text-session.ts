import type { OpenIssue } from '#renderer/open-issue/open-issue.ts';
import type { TextDevice } from './text-device.ts';

const DEVICES = new WeakMap<OpenIssue, TextDevice>();

/** Makes the device of an issue known to commands and panels; answers how to take it back. */
export function offerDevice(issue: OpenIssue, device: TextDevice): () => void {
  DEVICES.set(issue, device);
  return () => {
    DEVICES.delete(issue);
  };
}

/** The device of an issue, while its page shows. */
export function deviceOf(issue: OpenIssue): TextDevice | undefined {
  return DEVICES.get(issue);
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Where the words of a text begin and end, by the browser's dictionary. */
export function wordBoundaries(text: string): readonly number[] {
  const starts = [...WORDS.segment(text)].map(({ index }) => index);
  return [...starts, text.length];
}
