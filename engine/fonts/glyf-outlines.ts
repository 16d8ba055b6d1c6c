import { UnreadableFont, viewOf } from './font-bytes.ts';

/** Flags of a component in a composite glyph (OpenType, glyf). */
export const COMPONENT = {
  wideArguments: 0x0001,
  argumentsAreOffsets: 0x0002,
  oneScale: 0x0008,
  more: 0x0020,
  twoScales: 0x0040,
  matrix: 0x0080,
  instructions: 0x0100,
} as const;

/** One part of a composite glyph as it stands in the bytes. */
export interface Component {
  readonly flags: number;
  readonly glyphId: number;
  /** Where the component starts in the glyph's bytes: flags, then glyph id. */
  readonly offset: number;
  /** Offset of the byte after the component. */
  readonly end: number;
}

/** True when the glyph is made of other glyphs. */
export function isComposite(glyph: Uint8Array): boolean {
  return glyph.length >= 10 && viewOf(glyph).getInt16(0) < 0;
}

/** The parts of a composite glyph in the order they are drawn; empty for a simple glyph. */
export function componentsOf(glyph: Uint8Array): readonly Component[] {
  if (!isComposite(glyph)) return [];
  const view = viewOf(glyph);
  const components: Component[] = [];
  let offset = 10;
  let flags: number = COMPONENT.more;
  while (flags & COMPONENT.more) {
    if (offset + 4 > glyph.length) throw new UnreadableFont('cut short in glyf');
    flags = view.getUint16(offset);
    const end = offset + componentLength(flags);
    components.push({ flags, glyphId: view.getUint16(offset + 2), offset, end });
    offset = end;
  }
  return components;
}

/** The glyph without its instructions: print shops rasterise at 2,400 dpi and ignore hints. */
export function withoutInstructions(glyph: Uint8Array): Uint8Array {
  if (glyph.length < 10) return glyph;
  const contourCount = viewOf(glyph).getInt16(0);
  if (contourCount < 0) return compositeWithoutInstructions(glyph);
  const at = 10 + 2 * contourCount;
  if (at + 2 > glyph.length) return glyph;
  const length = viewOf(glyph).getUint16(at);
  if (length === 0) return glyph;
  const bare = new Uint8Array(glyph.length - length);
  bare.set(glyph.subarray(0, at));
  bare.set(glyph.subarray(at + 2 + length), at + 2);
  return bare;
}

function compositeWithoutInstructions(glyph: Uint8Array): Uint8Array {
  const components = componentsOf(glyph);
  const last = components.at(-1);
  if (!last || !(last.flags & COMPONENT.instructions)) return glyph;
  const bare = glyph.slice(0, last.end);
  const view = viewOf(bare);
  for (const { offset, flags } of components) {
    view.setUint16(offset, flags & ~COMPONENT.instructions);
  }
  return bare;
}

function componentLength(flags: number): number {
  const argumentBytes = flags & COMPONENT.wideArguments ? 4 : 2;
  if (flags & COMPONENT.oneScale) return 4 + argumentBytes + 2;
  if (flags & COMPONENT.twoScales) return 4 + argumentBytes + 4;
  if (flags & COMPONENT.matrix) return 4 + argumentBytes + 8;
  return 4 + argumentBytes;
}
