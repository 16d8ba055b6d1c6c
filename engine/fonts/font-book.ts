import type { ProgramTypeface } from './harfbuzz-typeface.ts';
import type { FaceId, FontBook } from './typeface.ts';

/** A font book over real font programs; press and painter take outlines from its faces. */
export interface ProgramFontBook extends FontBook {
  face(id: FaceId): ProgramTypeface;
  /** Ids of the faces opened so far, in order of opening. */
  opened(): readonly FaceId[];
}

/** What a font book is made of. */
export interface FontBookOptions {
  /** Faces that are open already. */
  readonly faces: readonly ProgramTypeface[];
  /** Faces to try, in order, for a character that a face lacks. */
  readonly fallbacks: (id: FaceId) => readonly FaceId[];
  /**
   * Opens a further face on first use, such as a fallback face; undefined when there is no such
   * face. It must answer at once: composition does not wait.
   */
  readonly openLate?: ((id: FaceId) => ProgramTypeface | undefined) | undefined;
}

/** Makes a font book; faces beyond the open ones are opened when first asked for. */
export function createFontBook(options: FontBookOptions): ProgramFontBook {
  const faces = new Map(options.faces.map((face) => [face.id, face]));
  return {
    face(id) {
      const known = faces.get(id) ?? options.openLate?.(id);
      if (!known) throw new Error(`the face ${id} was not loaded into the font book`);
      faces.set(id, known);
      return known;
    },
    fallbacks: (id) => options.fallbacks(id),
    opened: () => [...faces.keys()],
  };
}
