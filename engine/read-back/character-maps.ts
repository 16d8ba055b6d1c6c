/** Glyphs by code, from the tables that matter to PDF. */
export interface CharacterMaps {
  readonly unicode: CharacterMap | undefined;
  readonly symbol: CharacterMap | undefined;
  readonly mac: CharacterMap | undefined;
}

type CharacterMap = ReadonlyMap<number, number>;

/** Reads `cmap`; a map that is damaged or of another format is as good as none. */
export function readCharacterMaps(cmap: DataView): CharacterMaps {
  const found = new Map<string, CharacterMap>();
  const count = cmap.byteLength < 4 ? 0 : cmap.getUint16(2);
  for (let index = 0; index < count && 12 + 8 * index <= cmap.byteLength; index += 1) {
    const at = 4 + 8 * index;
    const kind = `${cmap.getUint16(at)} ${cmap.getUint16(at + 2)}`;
    try {
      found.set(kind, readMap(cmap, cmap.getUint32(at + 4)));
    } catch (trouble) {
      if (!(trouble instanceof RangeError)) throw trouble;
    }
  }
  return {
    unicode: found.get('3 10') ?? found.get('3 1') ?? found.get('0 4') ?? found.get('0 3'),
    symbol: found.get('3 0'),
    mac: found.get('1 0'),
  };
}

/** Formats 0, 4, 6 and 12 (OpenType, table cmap). */
function readMap(cmap: DataView, at: number): CharacterMap {
  switch (cmap.getUint16(at)) {
    case 0:
      return new Map(
        Array.from({ length: 256 }, (_, code) => [code, cmap.getUint8(at + 6 + code)]),
      );
    case 4:
      return readSegments(cmap, at);
    case 6: {
      const first = cmap.getUint16(at + 6);
      const count = cmap.getUint16(at + 8);
      return new Map(
        Array.from({ length: count }, (_, step) => [
          first + step,
          cmap.getUint16(at + 10 + 2 * step),
        ]),
      );
    }
    case 12:
      return readGroups(cmap, at);
    default:
      return new Map();
  }
}

function readSegments(cmap: DataView, at: number): CharacterMap {
  const map = new Map<number, number>();
  const segments = cmap.getUint16(at + 6) / 2;
  const [ends, starts] = [at + 14, at + 16 + 2 * segments];
  const [deltas, offsets] = [starts + 2 * segments, starts + 4 * segments];
  for (let segment = 0; segment < segments; segment += 1) {
    const last = cmap.getUint16(ends + 2 * segment);
    const first = cmap.getUint16(starts + 2 * segment);
    const delta = cmap.getUint16(deltas + 2 * segment);
    const offset = cmap.getUint16(offsets + 2 * segment);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const place = offsets + 2 * segment + offset + 2 * (code - first);
      const named = offset === 0 ? code : cmap.getUint16(place);
      if (named !== 0) map.set(code, (named + delta) & 0xffff);
    }
  }
  return map;
}

/** No font has more characters. */
const MOST_CHARACTERS = 70_000;

function readGroups(cmap: DataView, at: number): CharacterMap {
  const map = new Map<number, number>();
  const groups = cmap.getUint32(at + 12);
  for (let group = 0; group < groups && map.size < MOST_CHARACTERS; group += 1) {
    const place = at + 16 + 12 * group;
    const [first, last] = [cmap.getUint32(place), cmap.getUint32(place + 4)];
    const glyph = cmap.getUint32(place + 8);
    for (let code = first; code <= last && map.size < MOST_CHARACTERS; code += 1) {
      map.set(code, glyph + code - first);
    }
  }
  return map;
}
