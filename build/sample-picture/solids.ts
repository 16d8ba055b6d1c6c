/** How a surface looks. Colours are linear RGB, 0 to 1; emission may be brighter. */
export interface Material {
  readonly albedo: Colour;
  /** Share of light that is mirrored when looking straight on. */
  readonly gloss: number;
  /** 0 is a mirror, 1 is dull. */
  readonly roughness: number;
  readonly emission: Colour | undefined;
  /** Changes the albedo by place: painted lines, panel seams, screens. */
  readonly pattern: Pattern | undefined;
}

export type Colour = readonly [red: number, green: number, blue: number];
export type Point = readonly [x: number, y: number, z: number];
export type Pattern = (x: number, y: number, z: number) => Colour;

/** Bodies of the hall. Metres; y points upwards, z into the picture. */
export type Solid =
  | { readonly kind: 'box'; readonly low: Point; readonly high: Point; readonly material: Material }
  | {
      readonly kind: 'rod';
      readonly from: Point;
      readonly to: Point;
      readonly radius: number;
      readonly material: Material;
    }
  | {
      readonly kind: 'ellipsoid';
      readonly centre: Point;
      readonly radii: Point;
      readonly material: Material;
    };

/** A dull or glossy surface of one colour. */
export function paint(albedo: Colour, gloss = 0.03, roughness = 0.5): Material {
  return { albedo, gloss, roughness, emission: undefined, pattern: undefined };
}

/** A surface that shines. */
export function lamp(emission: Colour): Material {
  return { albedo: [0, 0, 0], gloss: 0, roughness: 1, emission, pattern: undefined };
}

/** A box from its middle on the floor plan, its foot and its size. */
export function box(low: Point, high: Point, material: Material): Solid {
  return { kind: 'box', low, high, material };
}

/** A round bar between two points. */
export function rod(from: Point, to: Point, radius: number, material: Material): Solid {
  return { kind: 'rod', from, to, radius, material };
}

/** The smallest box around a solid. */
export function boundsOf(solid: Solid): { readonly low: Point; readonly high: Point } {
  switch (solid.kind) {
    case 'box':
      return solid;
    case 'ellipsoid': {
      const { centre: c, radii: r } = solid;
      return {
        low: [c[0] - r[0], c[1] - r[1], c[2] - r[2]],
        high: [c[0] + r[0], c[1] + r[1], c[2] + r[2]],
      };
    }
    case 'rod': {
      const { from: a, to: b, radius: r } = solid;
      return {
        low: [Math.min(a[0], b[0]) - r, Math.min(a[1], b[1]) - r, Math.min(a[2], b[2]) - r],
        high: [Math.max(a[0], b[0]) + r, Math.max(a[1], b[1]) + r, Math.max(a[2], b[2]) + r],
      };
    }
  }
}
