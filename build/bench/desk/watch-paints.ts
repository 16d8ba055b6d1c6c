import type { Page } from 'playwright-core';

/** What the watch in the window has seen: milliseconds from an input to the page that shows it. */
interface PaintWatch {
  begunAt: number;
  readonly keystrokes: number[];
  readonly frames: number[];
}

declare global {
  interface Window {
    benchWatch: PaintWatch | undefined;
  }
}

/**
 * Begins to measure from each keystroke, as its event carries the time, to the end of painting the
 * page that shows it. The canvas says by `data-round` which update of the document it shows; the
 * watch hears of it as soon as the painting is done.
 */
export function watchKeystrokes(page: Page): Promise<void> {
  return page.evaluate(() => {
    const watch: PaintWatch = { begunAt: 0, keystrokes: [], frames: [] };
    window.benchWatch = watch;
    const begin = (event: Event) => {
      watch.begunAt ||= event.timeStamp;
    };
    window.addEventListener('keydown', begin, { capture: true });
    window.addEventListener('beforeinput', begin, { capture: true });
    const canvas = document.querySelector('canvas[data-round]');
    if (canvas === null) throw new Error('no canvas says which update it shows');
    new MutationObserver(() => {
      if (watch.begunAt === 0) return;
      watch.keystrokes.push(performance.now() - watch.begunAt);
      watch.begunAt = 0;
    }).observe(canvas, { attributeFilter: ['data-round'] });
  });
}

/** Milliseconds of every keystroke since the watch began or was last read. */
export function keystrokesSeen(page: Page): Promise<number[]> {
  return page.evaluate(() => window.benchWatch?.keystrokes.splice(0) ?? []);
}

/** Begins to note the distance of every frame from the one before. */
export function watchFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    const watch: PaintWatch = { begunAt: 0, keystrokes: [], frames: [] };
    window.benchWatch = watch;
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      watch.frames.push(now - last);
      last = now;
      if (window.benchWatch === watch) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
}

/** The distances of frames since the watch began; it ends here. */
export function framesSeen(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const frames = window.benchWatch?.frames ?? [];
    window.benchWatch = undefined;
    return frames;
  });
}
