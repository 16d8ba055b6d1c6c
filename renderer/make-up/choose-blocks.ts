import type { Block, Page } from '#engine/model/issue.ts';
import type { Selection } from '#renderer/desk-state/desk-state.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';

/** Chooses these blocks, the first of them foremost. */
export function chooseBlocks(desk: OpenDesk, blocks: readonly string[]): void {
  const selection: Selection =
    blocks.length === 0 ? { kind: 'nothing' } : { kind: 'blocks', blocks };
  desk.state.change({ selection });
}

/** The chosen blocks of a page, in the order of choosing. */
export function chosenBlocks(page: Page, selection: Selection): readonly Block[] {
  if (selection.kind !== 'blocks') return [];
  return selection.blocks.flatMap((id) => page.blocks.filter((block) => block.id === id));
}

/** The block around what is chosen in it. */
export function blockAround(page: Page, selection: Selection): Block | undefined {
  if (selection.kind !== 'inset picture' && selection.kind !== 'ad cell') return undefined;
  return page.blocks.find(({ id }) => id === selection.block);
}

/** The ids that are chosen when one more is pressed on with Shift, or let go when it was chosen. */
export function toggled(chosen: readonly Block[], id: string): readonly string[] {
  const ids = chosen.map((block) => block.id);
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}

/** The next block in reading order; undefined behind the last one. */
export function neighbourBlock(
  page: Page,
  chosen: readonly Block[],
  step: 1 | -1,
): string | undefined {
  const order = page.blocks.map(({ id }) => id);
  const own = chosen.at(step > 0 ? -1 : 0)?.id;
  if (own === undefined) return step > 0 ? order[0] : order.at(-1);
  const at = order.indexOf(own) + step;
  return at < 0 ? undefined : order[at];
}
