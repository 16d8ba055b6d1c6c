import type { PagePoint } from '#engine/display/hit-text.ts';
import type { ClientPlace, PlaceListener } from './page-surface.ts';

/** Tells where on the page the pointer is, once a frame at most, and in the middle of a drag. */
export class PointerPlaces {
  private readonly listeners = new Set<PlaceListener>();
  private readonly pagePoint: (client: ClientPlace) => PagePoint;
  private client: ClientPlace | undefined;
  private frame = 0;

  constructor(pagePoint: (client: ClientPlace) => PagePoint) {
    this.pagePoint = pagePoint;
  }

  /** Follows the pointer over an element; answers how to stop. */
  attach(root: HTMLElement): () => void {
    const controller = new AbortController();
    const { signal } = controller;
    const move = ({ clientX, clientY }: PointerEvent) => this.put({ clientX, clientY });
    root.addEventListener('pointermove', move, { signal });
    root.addEventListener('pointerleave', () => this.put(undefined), { signal });
    return () => {
      controller.abort();
      cancelAnimationFrame(this.frame);
      this.frame = 0;
      this.client = undefined;
    };
  }

  listen(listener: PlaceListener): () => void {
    this.listeners.add(listener);
    this.tellSoon();
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** The page under the pointer has moved or changed. */
  pageChanged(): void {
    if (this.client !== undefined) this.tellSoon();
  }

  private put(client: ClientPlace | undefined): void {
    this.client = client;
    this.tellSoon();
  }

  private tellSoon(): void {
    if (this.listeners.size > 0) this.frame ||= requestAnimationFrame(() => this.tell());
  }

  private tell(): void {
    this.frame = 0;
    const point = this.client && this.pagePoint(this.client);
    for (const listener of [...this.listeners]) listener(point);
  }
}
