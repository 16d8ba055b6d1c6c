import { useEffect } from 'react';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { Block, Page } from '#engine/model/issue.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { resizedShape } from './block-shape.ts';
import type { PageGeometry } from './page-geometry.ts';
import { removeBlocksGivingBack } from './remove-blocks.ts';

/** What the keys work on. */
export interface KeyedBlocks {
  readonly desk: OpenDesk;
  readonly page: Page | undefined;
  readonly chosen: readonly Block[];
  readonly geometry: PageGeometry | undefined;
  readonly words: {
    readonly steps: { readonly move: string; readonly resize: string; readonly remove: string };
  };
}

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** With Shift an arrow key goes so many characters or lines. */
const LONG_STEP = 5;

/**
 * Arrow keys move the chosen blocks by a character or line (with Shift by five), with Ctrl they
 * resize; Delete gives stories back; Tab chooses the next block; Escape lets go.
 */
export function useBlockKeys(keyed: KeyedBlocks): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isOnPage(event)) return;
      if (keyed.desk.state.read().dialog !== undefined) return;
      if (act(keyed, event)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}

/** The page has the keyboard, or nothing has. */
function isOnPage({ target }: KeyboardEvent): boolean {
  if (target === document.body) return true;
  return target instanceof HTMLElement && target.classList.contains('page-root');
}

function act(keyed: KeyedBlocks, event: KeyboardEvent): boolean {
  const { desk, page, chosen, words } = keyed;
  if (page === undefined) return false;
  if (event.key === 'Tab' && !event.ctrlKey) {
    const order = page.blocks.map(({ id }) => id);
    const place = order.indexOf(chosen[0]?.id ?? '');
    const next = order[place + (event.shiftKey ? -1 : 1)];
    if (next === undefined) return false;
    desk.state.change({ selection: { kind: 'blocks', blocks: [next] } });
    return true;
  }
  if (chosen.length === 0) return false;
  if (event.key === 'Escape') {
    desk.state.change({ selection: { kind: 'nothing' } });
    return true;
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    const ids = chosen.map(({ id }) => id);
    const edit = removeBlocksGivingBack(desk.openIssue.issue(), ids);
    if (edit !== undefined && desk.openIssue.edit(words.steps.remove, edit).ok) {
      desk.state.change({ selection: { kind: 'nothing' } });
    }
    return true;
  }
  const way = WAYS[event.key];
  if (way === undefined || event.altKey) return false;
  const step = event.shiftKey ? LONG_STEP : 1;
  const [column, line] = [way[0] * step, way[1] * step];
  const free = chosen.filter(({ locked }) => !locked);
  const isResizing = event.ctrlKey || event.metaKey;
  const edits = free.flatMap((block): readonly Edit[] => {
    const { area } = block;
    if (!isResizing) {
      const to = { column: area.column + column, line: area.line + line };
      return [{ kind: 'movedBlock', block: block.id, ...to }];
    }
    const wanted = { ...area, columns: area.columns + column, lines: area.lines + line };
    const shape = resizedShape(block, wanted);
    return [{ kind: 'resizedBlock', block: block.id, ...shape }];
  });
  if (edits.length === 0) return true;
  const name = isResizing ? words.steps.resize : words.steps.move;
  desk.openIssue.edit(name, { kind: 'editsTogether', edits });
  return true;
}
