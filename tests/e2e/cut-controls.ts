import type { Page } from 'playwright-core';

/**
 * Controls and words of the window that cannot be seen or clicked as a whole: beyond the window or
 * an edge that does not scroll, under something else, or with their words cut. What a list or panel
 * scrolls is scrolled to first.
 */
export function cutControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const modal = [...document.querySelectorAll('[role=dialog], .popover')].at(-1);
    const within = modal?.parentElement ?? document.body;
    const controls = 'button, input, textarea, [role=tab], [role=option], [role=menuitem], label';
    const shown = [...within.querySelectorAll<HTMLElement>(controls)].filter(
      (one) =>
        one.checkVisibility({ visibilityProperty: true }) &&
        one.closest('.unseen, [aria-hidden=true], [data-react-aria-prevent-focus]') === null &&
        // A checkbox of the kit is invisible behind the box that we draw.
        !(one instanceof HTMLInputElement && one.type === 'checkbox') &&
        // The kit's way out for screen readers is a pixel wide.
        one.style.width !== '1px' &&
        one.clientWidth > 1,
    );
    const scrolls = (one: Element) => /auto|scroll/.test(getComputedStyle(one).overflow);
    const isBeyond = (box: DOMRect, edge: DOMRect) =>
      box.left < edge.left - 1 ||
      box.right > edge.right + 1 ||
      box.top < edge.top - 1 ||
      box.bottom > edge.bottom + 1;
    const isCutByEdge = (one: HTMLElement) => {
      for (let around = one.parentElement; around !== null; around = around.parentElement) {
        if (scrolls(around)) return false;
        const isHiding = /hidden|clip/.test(getComputedStyle(around).overflow);
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
      const places = [
        [(left + right) / 2, (top + bottom) / 2],
        [left + edge, top + 3],
        [right - edge, bottom - 3],
      ] as const;
      return places.some(([x, y]) => {
        const there = document.elementFromPoint(x, y);
        return there === null || !(one.contains(there) || there.contains(one));
      });
    };
    const window_ = new DOMRect(0, 0, innerWidth, innerHeight);
    const found: string[] = [];
    const tell = (what: string, one: Element) =>
      found.push(
        `${what}: ${one.outerHTML.replace(/ (data|id|tabindex|aria-[a-z]+by)[^ >]*/g, '').slice(0, 110)}`,
      );
    for (const one of shown) {
      if (isCutByEdge(one)) {
        tell('cut by an edge', one);
        continue;
      }
      one.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      if (isBeyond(one.getBoundingClientRect(), window_)) tell('beyond the window', one);
      else if (isCovered(one)) tell('covered', one);
    }
    for (const one of within.querySelectorAll<HTMLElement>(
      'button, label, span, h1, h2, p, dt, dd',
    )) {
      // Words for screen readers alone are a pixel wide.
      if (!one.checkVisibility({ visibilityProperty: true }) || one.clientWidth <= 1) continue;
      const isHiding = /hidden|clip/.test(getComputedStyle(one).overflowX);
      const isNamed = one.closest('[title]:not([title=""])') !== null;
      if (isHiding && !isNamed && one.scrollWidth > one.clientWidth + 1) tell('words cut', one);
    }
    // Nothing may push the window itself wider or taller.
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (scrollWidth > innerWidth || scrollHeight > innerHeight) found.push('the window overflows');
    return found;
  });
}
