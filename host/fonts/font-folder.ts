import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describeFace, type FaceDescription } from '#engine/fonts/face-description.ts';
import { openFontProgram } from '#engine/fonts/font-program.ts';
import { faceCount } from '#engine/fonts/sfnt.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { CatalogueFace, FaceStyle } from './catalogue.ts';
import { inflateWithZlib, openFontFile } from './font-file.ts';
import { faceFinding, troubleReason } from './font-findings.ts';

/** The newsroom's own faces in a folder, and the files that could not be taken. */
export interface FontFolder {
  readonly faces: readonly CatalogueFace[];
  readonly findings: readonly Finding[];
}

const FONT_SUFFIXES: ReadonlySet<string> = new Set(['.ttf', '.otf', '.ttc', '.otc', '.woff']);
const STYLE_SIGNS: readonly (readonly [RegExp, FaceStyle])[] = [
  [/仿宋|fang/i, 'fang'],
  [/楷|kai/i, 'kai'],
  [/黑|hei|sans|gothic/i, 'hei'],
];

/**
 * Reads the faces of a folder. Faces that may not be embedded are left out with a finding: a page
 * set in them could not be pressed. A file that is no font is a finding too, never a failure.
 */
export function readFontFolder(folder: string): FontFolder {
  const faces: CatalogueFace[] = [];
  const findings: Finding[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!FONT_SUFFIXES.has(extname(name).toLowerCase())) continue;
    const read = readFaces(join(folder, name));
    faces.push(...read.faces);
    findings.push(...read.findings);
  }
  return { faces, findings };
}

function readFaces(path: string): FontFolder {
  const faces: CatalogueFace[] = [];
  const findings: Finding[] = [];
  try {
    const bytes = openFontFile(path);
    try {
      const count = faceCount(bytes);
      for (let faceIndex = 0; faceIndex < count; faceIndex += 1) {
        const program = openFontProgram({ bytes, faceIndex, inflate: inflateWithZlib });
        const description = describeFace(program);
        const face = userFace(description, { file: path, faceIndex });
        if (description.embedding === 'forbidden') findings.push(embeddingForbidden(face));
        else faces.push(face);
      }
    } finally {
      bytes.close();
    }
  } catch (trouble) {
    findings.push(faceFinding('font-unreadable', { file: path, reason: troubleReason(trouble) }));
  }
  return { faces, findings };
}

function userFace(
  description: FaceDescription,
  place: Pick<CatalogueFace, 'file' | 'faceIndex'>,
): CatalogueFace {
  const names = `${description.chineseFamilyName ?? ''} ${description.familyName}`;
  return {
    ...place,
    id: description.postScriptName,
    style: STYLE_SIGNS.find(([sign]) => sign.test(names))?.[1] ?? 'song',
    weight: description.weight,
    name: description.chineseFamilyName ?? description.familyName,
    isBundled: false,
  };
}

function embeddingForbidden(face: CatalogueFace): Finding {
  return faceFinding('font-embedding-forbidden', { face: face.id, file: face.file });
}
