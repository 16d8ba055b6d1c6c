import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FaceId, FacePart } from '#engine/fonts/typeface.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { cacheFolder } from '#host/cache-folder.ts';
import type { Answer, CompositionParts, FaceCaption } from '#host/contract.ts';
import { bundledFaces, type CatalogueFace, fallbackFaces } from '#host/fonts/catalogue.ts';
import { troubleReason } from '#host/fonts/font-findings.ts';
import { paintFontOf, rarePaintFont, shapingFontOf } from '#host/fonts/screen-fonts.ts';
import { listTemplates, readTemplate } from '#host/template-store.ts';
import { failed, succeeded } from './answers.ts';
import { templateFailure } from './screen-failure.ts';

/** All templates, faces and words that a page may be composed with. */
export async function compositionParts(templatesFolder: string): Promise<Answer<CompositionParts>> {
  const templates = await readTemplates(join(templatesFolder, 'pages'));
  if (!templates.ok) return templates;
  const words = await readFile(join(templatesFolder, 'lexicon/newsroom.json'), 'utf8');
  const newsroomWords: unknown = JSON.parse(words);
  return succeeded({ templates: templates.value, faces: faceCaptions(), newsroomWords });
}

/** All templates of a folder, by id. */
export async function readTemplates(folder: string): Promise<Answer<readonly PageTemplate[]>> {
  const templates: PageTemplate[] = [];
  for (const id of await listTemplates(folder)) {
    const reading = await readTemplate(id, folder);
    if (!reading.ok) return failed(templateFailure(reading.failure));
    templates.push(reading.value);
  }
  return succeeded(templates);
}

function faceCaptions(): readonly FaceCaption[] {
  const faces = bundledFaces();
  return faces.map(({ id, name, weight }) => {
    return { id, name, weight, fallbacks: fallbackFaces(faces, id) };
  });
}

/** The words for breaking headlines. */
export async function readLexiconFile(templatesFolder: string): Promise<Answer<Uint8Array>> {
  return succeeded(await readFile(join(templatesFolder, 'lexicon/words.bin')));
}

/** A face for shaping. */
export function readShapingFont(id: FaceId): Answer<Uint8Array> {
  return withFace(id, (face) => shapingFontOf(face, cacheFolder('fonts')));
}

/** A face for painting, with its glyphs at code points of their own. */
export function readPaintFont({ face: id, glyphs }: FacePart): Answer<Uint8Array> {
  return withFace(id, (face) => {
    const folder = cacheFolder('fonts');
    return glyphs === undefined ? paintFontOf(face, folder) : rarePaintFont(face, folder, glyphs);
  });
}

function withFace(id: FaceId, read: (face: CatalogueFace) => Uint8Array): Answer<Uint8Array> {
  const face = bundledFaces().find((one) => one.id === id);
  if (face === undefined) return failed({ code: 'no-such-face', values: { face: id } });
  try {
    return succeeded(read(face));
  } catch (trouble) {
    const values = { face: id, file: face.file, reason: troubleReason(trouble) };
    return failed({ code: 'font-unreadable', values });
  }
}
