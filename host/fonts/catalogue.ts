import { createRequire } from 'node:module';
import type { FaceId } from '#engine/fonts/typeface.ts';

/** One face the desk can set type in, and the file it is read from. */
export interface CatalogueFace {
  readonly id: FaceId;
  /** Style of the face: 宋 (song), 黑 (hei), 楷 (kai), or a family of the newsroom's own. */
  readonly family: string;
  /** Weight, 100 (thin) to 900 (black). */
  readonly weight: number;
  /** Which face of a collection; 0 for a file with one face. */
  readonly faceIndex: number;
  /** Path of the font file. */
  readonly file: string;
}

const WEIGHT_NAMES: ReadonlyMap<number, string> = new Map([
  [100, 'Thin'],
  [200, 'ExtraLight'],
  [300, 'Light'],
  [400, 'Regular'],
  [500, 'Medium'],
  [600, 'SemiBold'],
  [700, 'Bold'],
  [800, 'ExtraBold'],
  [900, 'Black'],
]);

/**
 * Where to look for a character a face lacks. Song and Hei cover the whole of 通用规范汉字表; Kai
 * lacks rare characters (生僻字), and Song stands beside it most quietly.
 */
const FALLBACK_FAMILIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['song', ['hei', 'kai']],
  ['hei', ['song', 'kai']],
  ['kai', ['song', 'hei']],
]);
const USUAL_FALLBACKS: readonly string[] = ['song', 'hei', 'kai'];

/** The faces the desk brings along: Noto Serif SC, Noto Sans SC and LXGW WenKai. */
export function bundledFaces(): readonly CatalogueFace[] {
  const faces: CatalogueFace[] = [];
  for (const [weight, name] of WEIGHT_NAMES) {
    const folder = `${weight}${name}`;
    // Noto Serif SC has no Thin.
    if (weight >= 200) {
      const file = `@expo-google-fonts/noto-serif-sc/${folder}/NotoSerifSC_${folder}.ttf`;
      faces.push(bundledFace('song', weight, file));
    }
    const file = `@expo-google-fonts/noto-sans-sc/${folder}/NotoSansSC_${folder}.ttf`;
    faces.push(bundledFace('hei', weight, file));
  }
  for (const weight of [300, 500, 700]) {
    // The file named `latin` holds the whole font, Han included.
    const file = `@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-${weight}-normal.woff`;
    faces.push(bundledFace('kai', weight, file));
  }
  return faces;
}

/** Faces to try, in order, for a character that `id` lacks: the nearest weight of each family. */
export function fallbackFaces(faces: readonly CatalogueFace[], id: FaceId): readonly FaceId[] {
  const face = faces.find((candidate) => candidate.id === id);
  const family = face?.family ?? '';
  const weight = face?.weight ?? 400;
  const fallbacks: FaceId[] = [];
  for (const other of FALLBACK_FAMILIES.get(family) ?? USUAL_FALLBACKS) {
    const nearest = nearestWeight(faces, other, weight);
    if (nearest && nearest.id !== id) fallbacks.push(nearest.id);
  }
  return fallbacks;
}

function nearestWeight(
  faces: readonly CatalogueFace[],
  family: string,
  weight: number,
): CatalogueFace | undefined {
  const members = faces.filter((face) => face.family === family);
  return members.sort((a, b) => Math.abs(a.weight - weight) - Math.abs(b.weight - weight))[0];
}

function bundledFace(family: string, weight: number, modulePath: string): CatalogueFace {
  const resolve = createRequire(import.meta.url).resolve;
  return { id: `${family}-${weight}`, family, weight, faceIndex: 0, file: resolve(modulePath) };
}
