import type { Edit } from '#engine/model/edits/edit.ts';
import type { Page } from '#engine/model/issue.ts';

/** Where blocks go in the reading order, which is also the order of painting. */
export type OrderStep = 'forward' | 'back' | 'first' | 'last';

/**
 * Moves blocks among the others of their page; they keep their order among themselves. `forward` is
 * towards the end, which lies on top. Undefined when they stand there already.
 */
export function orderBlocks(page: Page, ids: readonly string[], step: OrderStep): Edit | undefined {
  const wanted = new Set(ids);
  const before = page.blocks.map(({ id }) => id);
  const order = stepped(before, wanted, step);
  if (order.every((id, index) => id === before[index])) return undefined;
  return { kind: 'reorderedBlocks', page: page.id, order };
}

function stepped(
  order: readonly string[],
  wanted: ReadonlySet<string>,
  step: OrderStep,
): readonly string[] {
  const chosen = order.filter((id) => wanted.has(id));
  const others = order.filter((id) => !wanted.has(id));
  switch (step) {
    case 'first':
      return [...chosen, ...others];
    case 'last':
      return [...others, ...chosen];
    case 'back':
      return onePlaceBack(order, wanted);
    case 'forward':
      return onePlaceBack(order.toReversed(), wanted).toReversed();
  }
}

/** Each wanted one changes places with the one before it, unless that is wanted as well. */
function onePlaceBack(order: readonly string[], wanted: ReadonlySet<string>): readonly string[] {
  const moved = [...order];
  for (let index = 1; index < moved.length; index++) {
    const [before, own] = [moved[index - 1], moved[index]];
    if (before === undefined || own === undefined) continue;
    if (!wanted.has(own) || wanted.has(before)) continue;
    moved[index - 1] = own;
    moved[index] = before;
  }
  return moved;
}
