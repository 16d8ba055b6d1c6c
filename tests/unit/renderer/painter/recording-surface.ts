import type { PaintStock, Surface } from '#renderer/painter/surface.ts';

/** A surface that writes down what is done to it instead of drawing. */
export interface RecordingSurface {
  readonly surface: Surface;
  /** Calls and settings in order, such as `fillRect 0 0 10 10` and `fillStyle=rgb(…)`. */
  readonly strokes: readonly string[];
}

/** A surface with an empty record. */
export function recordingSurface(): RecordingSurface {
  const strokes: string[] = [];
  const surface = new Proxy({} as Surface, {
    get:
      (_, method) =>
      (...values: readonly unknown[]) => {
        if (method === 'getTransform') return { a: 1 };
        strokes.push([String(method), ...values.map(spoken)].join(' '));
        return undefined;
      },
    set: (_, property, value) => {
      strokes.push(`${String(property)}=${value}`);
      return true;
    },
  });
  return { surface, strokes };
}

function spoken(value: unknown): string {
  if (typeof value === 'string' && value >= PRIVATE_CHARACTERS) {
    return Array.from(value, (one) => `U+${one.codePointAt(0)?.toString(16)}`).join(' ');
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Glyphs are addressed by them; their surrogates come behind all letters. */
const PRIVATE_CHARACTERS = '\ud800';

/** A stock that has every face and no picture. */
export const FACES_ONLY: PaintStock = {
  face: (face) => ({ familyOf: () => `banxin-${face}`, outlineOf: () => undefined }),
  picture: () => undefined,
};
