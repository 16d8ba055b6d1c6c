import { createFontBook, type ProgramFontBook } from '#engine/fonts/font-book.ts';
import { openTypeface, type ProgramTypeface } from '#engine/fonts/harfbuzz-typeface.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Finding } from '#engine/units/finding.ts';
import { cacheFolder } from '#host/cache-folder.ts';
import { bundledFaces, type CatalogueFace, fallbackFaces } from './catalogue.ts';
import { inflateWithZlib } from './font-file.ts';
import { faceFinding, troubleReason } from './font-findings.ts';
import { loadSubsetWasm } from './subset-wasm.ts';
import { openUnpacked } from './unpacked-font.ts';

/** Which faces to open, and from which catalogue. */
export interface FontBookRequest {
  /** Faces opened at once; fallback faces follow when a character is missing. */
  readonly faces: readonly FaceId[];
  /** The bundled faces where nothing else is said. */
  readonly catalogue?: readonly CatalogueFace[];
  /** Where unpacked fonts are kept; the system's cache folder where nothing else is said. */
  readonly cacheFolder?: string;
}

/** The font book, and what could not be opened: unknown faces and unreadable files. */
export interface OpenedFontBook {
  readonly book: ProgramFontBook;
  /** Grows when a fallback face that is opened later cannot be read. */
  readonly findings: readonly Finding[];
}

/** Opens the faces asked for; reads their small tables only, outlines follow by range. */
export function openFontBook(request: FontBookRequest): OpenedFontBook {
  const catalogue = request.catalogue ?? bundledFaces();
  const folder = request.cacheFolder ?? cacheFolder('fonts');
  const findings: Finding[] = [];

  function open(id: FaceId): ProgramTypeface | undefined {
    const face = catalogue.find((candidate) => candidate.id === id);
    if (!face) {
      findings.push(faceFinding('font-unknown', { face: id }));
      return undefined;
    }
    const opened = openCatalogueFace(face, folder);
    if ('typeface' in opened) return opened.typeface;
    findings.push(opened.finding);
    return undefined;
  }

  const book = createFontBook({
    faces: request.faces.flatMap((id) => open(id) ?? []),
    fallbacks: (id) => fallbackFaces(catalogue, id),
    openLate: open,
    subsetWasm: loadSubsetWasm,
  });
  return { book, findings };
}

type OpenedFace = { readonly typeface: ProgramTypeface } | { readonly finding: Finding };

function openCatalogueFace(face: CatalogueFace, folder: string): OpenedFace {
  try {
    const { id, faceIndex, file } = face;
    const bytes = openUnpacked(file, folder);
    return { typeface: openTypeface({ id, bytes, faceIndex, inflate: inflateWithZlib }) };
  } catch (trouble) {
    const values = { face: face.id, file: face.file, reason: troubleReason(trouble) };
    return { finding: faceFinding('font-unreadable', values) };
  }
}
