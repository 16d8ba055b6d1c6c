import { createFontBook, type ProgramFontBook } from '#engine/fonts/font-book.ts';
import { UnreadableFont } from '#engine/fonts/font-bytes.ts';
import { openTypeface, type ProgramTypeface } from '#engine/fonts/harfbuzz-typeface.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Finding } from '#engine/units/finding.ts';
import { bundledFaces, type CatalogueFace, fallbackFaces } from './catalogue.ts';
import { inflateWithZlib, openFontFile } from './font-file.ts';
import { loadSubsetWasm } from './subset-wasm.ts';

/** Which faces to open, and from which catalogue. */
export interface FontBookRequest {
  /** Faces opened at once; fallback faces follow when a character is missing. */
  readonly faces: readonly FaceId[];
  /** The bundled faces where nothing else is said. */
  readonly catalogue?: readonly CatalogueFace[];
}

/** The font book, and what could not be opened: unknown faces and unreadable files. */
export interface OpenedFontBook {
  readonly book: ProgramFontBook;
  readonly findings: readonly Finding[];
}

/** Opens the faces asked for; reads their small tables only, outlines follow by range. */
export function openFontBook(request: FontBookRequest): OpenedFontBook {
  const catalogue = request.catalogue ?? bundledFaces();
  const findings: Finding[] = [];

  function open(id: FaceId): ProgramTypeface | undefined {
    const face = catalogue.find((candidate) => candidate.id === id);
    if (!face) {
      findings.push(unknownFace(id));
      return undefined;
    }
    const opened = openCatalogueFace(face);
    if ('finding' in opened) {
      findings.push(opened.finding);
      return undefined;
    }
    return opened.typeface;
  }

  const faces = request.faces.flatMap((id) => open(id) ?? []);
  const fallbacks = (id: FaceId) => fallbackFaces(catalogue, id);
  const book = createFontBook({
    faces,
    fallbacks,
    openLate: open,
    subsetWasm: loadSubsetWasm,
  });
  return { book, findings };
}

/** A face of the catalogue opened from its file, or the finding that tells why not. */
export type OpenedFace = { readonly typeface: ProgramTypeface } | { readonly finding: Finding };

/** Opens one face of the catalogue. */
export function openCatalogueFace(face: CatalogueFace): OpenedFace {
  try {
    const bytes = openFontFile(face.file);
    const { id, faceIndex } = face;
    return { typeface: openTypeface({ id, bytes, faceIndex, inflate: inflateWithZlib }) };
  } catch (trouble) {
    return { finding: unreadableFace(face, trouble) };
  }
}

function unknownFace(id: FaceId): Finding {
  return { code: 'font-unknown', severity: 'blocks press', where: {}, values: { face: id } };
}

function unreadableFace(face: CatalogueFace, trouble: unknown): Finding {
  return {
    code: 'font-unreadable',
    severity: 'blocks press',
    where: {},
    values: { face: face.id, file: face.file, reason: reasonOf(trouble) },
  };
}

function reasonOf(trouble: unknown): string {
  if (trouble instanceof UnreadableFont) return trouble.reason;
  if (trouble instanceof Error && 'code' in trouble) return String(trouble.code);
  throw trouble;
}
