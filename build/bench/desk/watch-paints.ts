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

/**
 * Begins to note what frames cost in which the page was laid on the screen anew: from the frame
 * before to the frame after, whichever distance is longer. A frame without any change is not drawn
 * and waits for the clock of the screen, which says nothing of its cost: a dot that changes with
 * every frame keeps them coming as fast as they can be made.
 */
export function watchFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    const watch: PaintWatch = { begunAt: 0, keystrokes: [], frames: [] };
    window.benchWatch = watch;
    const dot = document.createElement('div');
    dot.style.cssText = 'position:fixed;left:0;bottom:0;width:1px;height:1px;z-index:9999';
    document.body.append(dot);
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.page-canvas');
    const surface = canvas?.getContext('2d');
    if (!surface) throw new Error('no page shows');
    let isPainted = false;
    surface.fillRect = (...rect) => {
      isPainted = true;
      CanvasRenderingContext2D.prototype.fillRect.apply(surface, rect);
    };
    let last = performance.now();
    let before = 0;
    let wasPainted = false;
    let even = false;
    const tick = () => {
      const now = performance.now();
      const distance = now - last;
      if (wasPainted) watch.frames.push(Math.max(before, distance));
      wasPainted = isPainted;
      isPainted = false;
      before = distance;
      last = now;
      even = !even;
      dot.style.background = even ? '#000' : '#fff';
      if (window.benchWatch === watch) requestAnimationFrame(tick);
      else dot.remove();
    };
    requestAnimationFrame(tick);
  });
}

/** What frames cost since the watch began; it ends here. */
export function framesSeen(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const frames = window.benchWatch?.frames ?? [];
    window.benchWatch = undefined;
    return frames;
  });
}
