import type { Overlay } from './page-surface.ts';
import type { Viewport } from './viewport.ts';

/** The canvas over the page: carets, handles and guides; the page beneath is not painted for it. */
export class OverlayStack {
  private readonly overlays = new Set<Overlay>();
  private canvas: HTMLCanvasElement | undefined;
  private view: (() => Viewport) | undefined;
  private frame = 0;

  /** Puts the stack on its canvas; answers how to take it down. */
  attach(canvas: HTMLCanvasElement, view: () => Viewport): () => void {
    this.canvas = canvas;
    this.view = view;
    this.repaint();
    return () => {
      cancelAnimationFrame(this.frame);
      this.frame = 0;
      this.canvas = undefined;
    };
  }

  add(overlay: Overlay): () => void {
    this.overlays.add(overlay);
    this.repaint();
    return () => {
      this.overlays.delete(overlay);
      this.repaint();
    };
  }

  /** Paints all overlays anew with the next frame. */
  repaint(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  private paint(): void {
    const { canvas } = this;
    const surface = canvas?.getContext('2d');
    const view = this.view?.();
    if (canvas === undefined || !surface || view === undefined) return;
    surface.setTransform(1, 0, 0, 1, 0, 0);
    surface.clearRect(0, 0, canvas.width, canvas.height);
    for (const overlay of [...this.overlays].sort((a, b) => a.order - b.order)) {
      surface.setTransform(view.density, 0, 0, view.density, 0, 0);
      surface.save();
      overlay.paint(surface, view);
      surface.restore();
    }
  }
}
