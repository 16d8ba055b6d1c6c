import type { Edit } from '#engine/model/edits/edit.ts';

/** Several edits as one step of undo; undefined when there is nothing to do. */
export function editsTogether(edits: readonly Edit[]): Edit | undefined {
  const [first, ...others] = edits;
  if (first === undefined || others.length === 0) return first;
  return { kind: 'editsTogether', edits };
}
