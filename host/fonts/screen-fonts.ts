import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { glyphAddressedFont } from '#engine/fonts/glyph-addressed-font.ts';
import { openTypeface, type ProgramTypeface } from '#engine/fonts/harfbuzz-typeface.ts';
import { shapingFont } from '#engine/fonts/shaping-font.ts';
import type { CatalogueFace } from './catalogue.ts';
import { commonCharacters } from './common-characters.ts';
import { inflateWithZlib } from './font-file.ts';
import { cacheName, keepFile, openUnpacked } from './unpacked-font.ts';

/** Changes when the fonts that are made change, so that old ones are not taken for them. */
const MAKE = 1;

/**
 * The face for shaping: no outlines, 0.6 MB of 15. Made once, then read from the cache folder.
 */
export function shapingFontOf(face: CatalogueFace, cacheFolder: string): Uint8Array {
  return keptFont({ face, cacheFolder, use: 'shaping' }, (typeface) => shapingFont(typeface));
}

/**
 * The face for painting, cut down to the common characters: 2 MB that a browser takes in at once.
 * What a page needs beyond them is cut out with `rarePaintFont`.
 */
export function paintFontOf(face: CatalogueFace, cacheFolder: string): Uint8Array {
  return keptFont({ face, cacheFolder, use: 'painting' }, (typeface) =>
    glyphAddressedFont(typeface.program, commonGlyphs(typeface)),
  );
}

/** The face for painting, cut down to the glyphs asked for. */
export function rarePaintFont(
  face: CatalogueFace,
  cacheFolder: string,
  glyphIds: readonly number[],
): Uint8Array {
  return withTypeface(face, cacheFolder, ({ program }) => glyphAddressedFont(program, glyphIds));
}

/** Glyphs of the common characters, upright and as they stand in vertical lines. */
function commonGlyphs(typeface: ProgramTypeface): ReadonlySet<number> {
  const glyphIds = new Set<number>();
  for (const character of commonCharacters()) {
    for (const vertical of [false, true]) {
      for (const glyph of typeface.shape(character, { vertical })) glyphIds.add(glyph.id);
    }
  }
  return glyphIds;
}

interface KeptFont {
  readonly face: CatalogueFace;
  readonly cacheFolder: string;
  readonly use: 'shaping' | 'painting';
}

function keptFont(
  { face, cacheFolder, use }: KeptFont,
  make: (typeface: ProgramTypeface) => Uint8Array,
): Uint8Array {
  const name = `${cacheName(face.file)}-${face.faceIndex}-${use}-${MAKE}.ttf`;
  const path = join(cacheFolder, name);
  if (existsSync(path)) return new Uint8Array(readFileSync(path));
  const font = withTypeface(face, cacheFolder, make);
  keepFile(path, font);
  return font;
}

function withTypeface<Made>(
  face: CatalogueFace,
  cacheFolder: string,
  make: (typeface: ProgramTypeface) => Made,
): Made {
  const { id, file, faceIndex } = face;
  const bytes = openUnpacked(file, cacheFolder);
  try {
    return make(openTypeface({ id, bytes, faceIndex, inflate: inflateWithZlib }));
  } finally {
    bytes.close();
  }
}
