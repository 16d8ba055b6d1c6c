import type { ProgramTypeface } from './harfbuzz-typeface.ts';
import { type SubsetFont, subsetFace } from './subset.ts';
import type { SubsetWasm } from './subset-cff.ts';
import type { FaceId, FontBook } from './typeface.ts';

/** A font book over real font programs; press and painter take outlines from its faces. */
export interface ProgramFontBook extends FontBook {
  face(id: FaceId): ProgramTypeface;
  /** A face cut down to some glyphs for embedding; its description is in face-description.ts. */
  subset(id: FaceId, glyphIds: Iterable<number>): SubsetFont;
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
  /** Needed for cutting CFF faces only; called when one is met. */
  readonly subsetWasm?: (() => SubsetWasm) | undefined;
}

/** Makes a font book; faces beyond the open ones are opened when first asked for. */
export function createFontBook(options: FontBookOptions): ProgramFontBook {
  const faces = new Map(options.faces.map((face) => [face.id, face]));

  function face(id: FaceId): ProgramTypeface {
    const known = faces.get(id);
    if (known) return known;
    const opened = options.openLate?.(id);
    if (!opened) throw new Error(`the face ${id} was not loaded into the font book`);
    faces.set(id, opened);
    return opened;
  }

  return {
    face,
    fallbacks: (id) => options.fallbacks(id),
    subset(id, glyphIds) {
      const { program } = face(id);
      return subsetFace({ program, glyphIds, subsetWasm: options.subsetWasm });
    },
    opened: () => [...faces.keys()],
  };
}
