import type { Issue } from '#engine/model/issue.ts';
import type { IssueHolder, RecentIssue } from '#host/contract.ts';
import { FIRST_SETTINGS, firstDeskState } from '#renderer/desk-state/desk-state.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { createStore } from '#renderer/desk-state/store.ts';
import { pageTemplate, sampleIssue } from '#tests/unit/model/sample-issue.ts';
import { editedIssue } from '#tests/unit/renderer/story-editor/edited-issue.ts';

/** What differs from the sample on the desk of its own editor. */
export interface DeskWish {
  readonly issue?: Issue;
  readonly heldBy?: IssueHolder;
  readonly recent?: readonly RecentIssue[];
}

/** A desk without window and host: commands work on the issue and on what the desk remembers. */
export function deskWithCommands(wish: DeskWish = {}) {
  const first = wish.issue ?? sampleIssue();
  const edited = editedIssue(first);
  const left: unknown[] = [];
  const sentMenus: unknown[] = [];
  const listeners = new Set<() => void>();
  const openIssue = {
    ...edited,
    folder: '/papers/sample.issue',
    heldBy: wish.heldBy,
    edit: (name: string, edit: Parameters<typeof edited.edit>[1]) => {
      const result = edited.edit(name, edit);
      for (const listener of listeners) listener();
      return result;
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const desk = {
    openIssue,
    host: {
      setMenus: async (request: unknown) => {
        sentMenus.push(request);
        return { ok: true, value: {} };
      },
    },
    hostDesk: { recent: wish.recent ?? [] },
    parts: { templates: [pageTemplate('park-broadsheet')] },
    composing: { show: () => undefined },
    state: createStore(firstDeskState(first.pages[0]?.id ?? '')),
    settings: createStore(FIRST_SETTINGS),
    leave: (next: unknown) => left.push(next),
  } as unknown as OpenDesk;
  return { desk, left, sentMenus };
}
