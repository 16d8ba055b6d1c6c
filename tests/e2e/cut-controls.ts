import type { Page } from 'playwright-core';

/**
 * Controls and words of the window that cannot be seen or clicked as a whole: beyond the window or
 * an edge that does not scroll, under something else, or with their words cut. What a list or panel
 * scrolls is scrolled to first. Under a dialog or menu only that is looked at.
 */
export async function cutControls(page: Page): Promise<readonly string[]> {
  return [...(await page.evaluate(controlsCut)), ...(await page.evaluate(wordsCut))];
}

/** Runs in the window. */
function controlsCut(): readonly string[] {
  const modal = [...document.querySelectorAll('[role=dialog], .popover')].at(-1);
  const controls = 'button, input, textarea, [role=tab], [role=option], [role=menuitem], label';
  const shown = [
    ...(modal?.parentElement ?? document.body).querySelectorAll<HTMLElement>(controls),
  ].filter(
    (one) =>
      one.checkVisibility({ visibilityProperty: true }) &&
      one.closest('.unseen, [aria-hidden=true], [data-react-aria-prevent-focus]') === null &&
      // A checkbox of the kit is invisible behind the box that we draw.
      !(one instanceof HTMLInputElement && one.type === 'checkbox') &&
      // The kit's way out for screen readers is a pixel wide.
      one.style.width !== '1px' &&
      one.clientWidth > 1,
  );
  const isBeyond = (box: DOMRect, edge: DOMRect) =>
    box.left < edge.left - 1 ||
    box.right > edge.right + 1 ||
    box.top < edge.top - 1 ||
    box.bottom > edge.bottom + 1;
  const isCutByEdge = (one: HTMLElement) => {
    for (let around = one.parentElement; around; around = around.parentElement) {
      const { overflow } = getComputedStyle(around);
      if (/auto|scroll/.test(overflow)) return false;
      const isHiding = /hidden|clip/.test(overflow);
      if (isHiding && isBeyond(one.getBoundingClientRect(), around.getBoundingClientRect())) {
        return true;
      }
    }
    return false;
  };
  const isCovered = (one: HTMLElement) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    // The edge between panel and page lies over both, for the pointer to take.
    const edge = Math.min(8, (right - left) / 3);
    const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const first = document.elementFromPoint(left + edge, top + 3);
    const last = document.elementFromPoint(right - edge, bottom - 3);
    return [middle, first, last].some(
      (there) => !there || !(one.contains(there) || there.contains(one)),
    );
  };
  const troubleOf = (one: HTMLElement) => {
    if (isCutByEdge(one)) return 'cut by an edge';
    one.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const whole = new DOMRect(0, 0, innerWidth, innerHeight);
    if (isBeyond(one.getBoundingClientRect(), whole)) return 'beyond the window';
    return isCovered(one) ? 'covered' : '';
  };
  return shown
    .map((one) => [troubleOf(one), one.outerHTML.slice(0, 160)])
    .flatMap(([trouble, markup]) => (trouble === '' ? [] : [`${trouble}: ${markup}`]));
}

/** Runs in the window. Words that are shortened say the whole when they are pointed at. */
function wordsCut(): readonly string[] {
  const words = document.querySelectorAll<HTMLElement>('button, label, span, h1, h2, p, dt, dd');
  const cut = [...words].filter(
    (one) =>
      one.checkVisibility({ visibilityProperty: true }) &&
      // Words for screen readers alone are a pixel wide.
      one.clientWidth > 1 &&
      /hidden|clip/.test(getComputedStyle(one).overflowX) &&
      one.closest('[title]:not([title=""])') === null &&
      one.scrollWidth > one.clientWidth + 1,
  );
  const { scrollWidth, scrollHeight } = document.documentElement;
  const isOver = scrollWidth > innerWidth || scrollHeight > innerHeight;
  return [
    ...cut.map((one) => `words cut: ${one.outerHTML.slice(0, 160)}`),
    ...(isOver ? ['the window is larger than what shows of it'] : []),
  ];
}
