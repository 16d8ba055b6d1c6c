import { useMemo } from 'react';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { findInIssue, type Hit } from './find-text.ts';
import { textSessionOf } from './text-session.ts';
import { wordBoundaries } from './word-boundaries.ts';

/** Every place of the issue where the words of the find panel stand, kept up to date. */
export function useHits(): readonly Hit[] {
  const { openIssue } = useDesk();
  const issue = useIssue();
  const query = useStore(textSessionOf(openIssue).finding, (state) => state.query);
  return useMemo(() => findInIssue(issue, query, wordBoundaries), [issue, query]);
}
