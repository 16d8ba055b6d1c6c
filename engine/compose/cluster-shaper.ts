import type { FaceId, FontBook, ShapedGlyph, Typeface } from '#engine/fonts/typeface.ts';
import type { CharacterClass } from './character-class.ts';
import { bodyWidth, originInBody } from './mark-box.ts';
import type { ClusterGlyph } from './prepared-text.ts';

/** A shaped cluster without its place in a text: shared by all its occurrences. */
export interface ShapedCluster {
  readonly body: number;
  readonly glyphs: readonly ClusterGlyph[];
}

/** A face that has every character of a text; `taken` is undefined when none has. */
export interface FaceChoice {
  readonly typeface: Typeface;
  readonly wanted: FaceId;
  readonly taken: FaceId | undefined;
}

/**
 * Shapes Han characters, marks and Western words of one font book and remembers them: a newspaper
 * page has some 900 different characters and 7,000 in all.
 */
export class ClusterShaper {
  private readonly fonts: FontBook;
  private readonly squares = new Map<FaceId, Map<string, ShapedCluster>>();
  private readonly words = new Map<FaceId, Map<string, readonly ShapedGlyph[]>>();
  private readonly choices = new Map<FaceId, Map<string, FaceChoice>>();

  constructor(fonts: FontBook) {
    this.fonts = fonts;
  }

  /** The wanted face, or the first fallback that has every character. */
  faceFor(text: string, wanted: FaceId): FaceChoice {
    const known = this.choices.get(wanted) ?? new Map<string, FaceChoice>();
    this.choices.set(wanted, known);
    const choice = known.get(text) ?? this.chooseFace(text, wanted);
    known.set(text, choice);
    return choice;
  }

  /**
   * Shapes the ideographs of a text that are new to a face in one call, with blanks between them so
   * that none sees its neighbour: a call takes ten times as long as one character in it.
   */
  meet(text: string, wanted: FaceId): void {
    const typeface = this.fonts.face(wanted);
    const known = this.squaresOf(typeface);
    const strangers = new Set<string>();
    for (const character of text) {
      if (!isPlainHan(character) || known.has(character)) continue;
      if (typeface.hasGlyph(character.charCodeAt(0))) strangers.add(character);
    }
    if (strangers.size < 2) return;
    const glyphs = typeface.shape([...strangers].join(' '), { vertical: false });
    const isOneEach = glyphs.length === 2 * strangers.size - 1;
    if (!isOneEach || glyphs.some((glyph, index) => glyph.start !== index)) return;
    for (const [index, character] of [...strangers].entries()) {
      const glyph = glyphs[2 * index];
      if (glyph === undefined) continue;
      const shaped = [{ ...glyph, start: 0, end: 1 }];
      known.set(character, placeInSquare(typeface, shaped, { text: character, kind: 'han' }));
    }
  }

  /** A Han character or a mark: its body comes from our table, its ink is moved into it. */
  square(typeface: Typeface, text: string, kind: CharacterClass): ShapedCluster {
    const squares = this.squaresOf(typeface);
    const known = squares.get(text);
    if (known !== undefined) return known;
    const shaped = typeface.shape(text, { vertical: false });
    const cluster = placeInSquare(typeface, shaped, { text, kind });
    squares.set(text, cluster);
    return cluster;
  }

  /** The glyphs of a Western word, kerned. */
  word(typeface: Typeface, text: string): readonly ShapedGlyph[] {
    const known = this.words.get(typeface.id) ?? new Map<string, readonly ShapedGlyph[]>();
    this.words.set(typeface.id, known);
    const glyphs = known.get(text) ?? typeface.shape(text, { vertical: false });
    known.set(text, glyphs);
    return glyphs;
  }

  private squaresOf(typeface: Typeface): Map<string, ShapedCluster> {
    const known = this.squares.get(typeface.id);
    if (known !== undefined) return known;
    const squares = new Map<string, ShapedCluster>();
    this.squares.set(typeface.id, squares);
    return squares;
  }

  private chooseFace(text: string, wanted: FaceId): FaceChoice {
    const first = this.fonts.face(wanted);
    if (hasAll(first, text)) return { typeface: first, wanted, taken: wanted };
    const taken = this.fonts.fallbacks(wanted).find((id) => hasAll(this.fonts.face(id), text));
    return { typeface: taken === undefined ? first : this.fonts.face(taken), wanted, taken };
  }
}

function hasAll(typeface: Typeface, text: string): boolean {
  for (const character of text) {
    if (!INVISIBLE.test(character) && !typeface.hasGlyph(character.codePointAt(0) ?? 0))
      return false;
  }
  return true;
}

/** Characters that draw nothing by themselves, so no face needs a glyph for them. */
const INVISIBLE =
  /^[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0001}-\u{e007f}\u{e0100}-\u{e01ef}]$/u;

/** The unified ideographs of the basic plane: one glyph each. */
function isPlainHan(character: string): boolean {
  const code = character.charCodeAt(0);
  return character.length === 1 && code >= 0x4e00 && code <= 0x9fff;
}

function placeInSquare(
  typeface: Typeface,
  shaped: readonly ShapedGlyph[],
  { text, kind }: { readonly text: string; readonly kind: CharacterClass },
): ShapedCluster {
  const advances = shaped.reduce((total, glyph) => total + glyph.advance, 0);
  const body = bodyWidth(kind, text, false) ?? advances;
  const each = body / Math.max(shaped.length, 1);
  let box = 0;
  const glyphs = shaped.map((glyph): ClusterGlyph => {
    const inset = kind === 'han' ? 0 : originInBody(typeface, glyph, partKind(kind), each);
    const advance = kind === 'han' ? glyph.advance : each;
    const placed = placeGlyph(glyph, typeface.id, box, inset);
    box += advance;
    return { ...placed, advance };
  });
  return { body, glyphs };
}

/** Members of a fixed box are placed like the single mark. */
function partKind(kind: CharacterClass): CharacterClass {
  return kind === 'queryRun' ? 'query' : kind;
}

/** Glyphs that stand for a part of shaped text; a later glyph of a cluster goes with its first. */
export function glyphsWithin(
  shaped: readonly ShapedGlyph[],
  from: number,
  to: number,
): readonly ShapedGlyph[] {
  let home = 0;
  return shaped.filter((glyph) => {
    if (glyph.end > glyph.start) home = glyph.start;
    return home >= from && home < to;
  });
}

/** A glyph whose box begins at `box`; `inset` moves its ink within the box. */
export function placeGlyph(
  glyph: ShapedGlyph,
  face: FaceId,
  box: number,
  inset: number,
): ClusterGlyph {
  const { id, advance, start, end } = glyph;
  const x = box + inset + glyph.xOffset;
  return { id, face, x, box, y: -glyph.yOffset, advance, start, end, turn: 0, scale: 1 };
}
