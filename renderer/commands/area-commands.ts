import type { Command } from './command.ts';

/** The areas of the window, in the order in which F6 goes through them. */
const AREAS = ['.top-bar', '.side.left', '.page-root', '.side-panel', '.status-line'] as const;
const REACHED_BY_TAB = 'button:enabled, input:enabled, textarea:enabled, [tabindex="0"]';

/**
 * From area to area without going through all that is in them, so that a block that was chosen by
 * keyboard stays chosen on the way to its properties.
 */
export const areaCommands: readonly Command[] = [
  area('view.nextArea', '下一区域', 'Next area', 1),
  area('view.previousArea', '上一区域', 'Previous area', -1),
];

function area(id: string, zhCn: string, en: string, steps: 1 | -1): Command {
  return { id, label: { zhCn, en }, menu: 'view', group: 6, run: () => focusNeighbour(steps) };
}

function focusNeighbour(steps: 1 | -1): void {
  const areas = AREAS.flatMap((place) => [...document.querySelectorAll<HTMLElement>(place)]);
  const shown = areas.filter((one) => one.checkVisibility());
  const { activeElement } = document;
  // Words on the page have the keyboard in a place of their own, beside the page.
  const isIn = (one: HTMLElement) =>
    one.contains(activeElement) ||
    (one.matches('.page-root') &&
      (activeElement?.closest('.page-view') ?? undefined) !== undefined);
  const at = shown.findIndex(isIn);
  for (let step = 1; step <= shown.length; step += 1) {
    const next = shown.at((at + steps * step + shown.length) % shown.length);
    const place = next?.matches(REACHED_BY_TAB)
      ? next
      : [...(next?.querySelectorAll<HTMLElement>(REACHED_BY_TAB) ?? [])].find((one) =>
          one.checkVisibility(),
        );
    if (place === undefined) continue;
    place.focus();
    return;
  }
}
