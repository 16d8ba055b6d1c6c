/** How a colour meets what is beneath it (ISO 32000-1, 11.3.5). */
export type Blend = (typeof BLENDS)[number];

/**
 * Modes that are reckoned ink by ink. The four that look at hue and lightness as a whole are laid
 * as if they said nothing.
 */
export const BLENDS = [
  ...(['Normal', 'Multiply', 'Screen', 'Overlay', 'Darken', 'Lighten', 'ColorDodge'] as const),
  ...(['ColorBurn', 'HardLight', 'SoftLight', 'Difference', 'Exclusion'] as const),
] as const;

/** One ink over another. Inks darken, the formulas speak of light: each is turned round. */
export function blended(blend: Blend, beneath: number, over: number): number {
  return 1 - light(blend, 1 - beneath, 1 - over);
}

function light(blend: Blend, beneath: number, over: number): number {
  switch (blend) {
    case 'Normal':
      return over;
    case 'Multiply':
      return beneath * over;
    case 'Screen':
      return beneath + over - beneath * over;
    case 'Overlay':
      return hardLight(over, beneath);
    case 'Darken':
      return Math.min(beneath, over);
    case 'Lighten':
      return Math.max(beneath, over);
    case 'ColorDodge':
      return beneath === 0 ? 0 : over >= 1 ? 1 : Math.min(1, beneath / (1 - over));
    case 'ColorBurn':
      return beneath === 1 ? 1 : over <= 0 ? 0 : 1 - Math.min(1, (1 - beneath) / over);
    case 'HardLight':
      return hardLight(beneath, over);
    case 'SoftLight':
      return softLight(beneath, over);
    case 'Difference':
      return Math.abs(beneath - over);
    case 'Exclusion':
      return beneath + over - 2 * beneath * over;
  }
}

function hardLight(beneath: number, over: number): number {
  if (over <= 0.5) return 2 * beneath * over;
  return beneath + (2 * over - 1) * (1 - beneath);
}

function softLight(beneath: number, over: number): number {
  if (over <= 0.5) return beneath - (1 - 2 * over) * beneath * (1 - beneath);
  const bright =
    beneath <= 0.25 ? ((16 * beneath - 12) * beneath + 4) * beneath : Math.sqrt(beneath);
  return beneath + (2 * over - 1) * (bright - beneath);
}
