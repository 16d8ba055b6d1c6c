import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FaceId } from '#engine/fonts/typeface.ts';

/** The four hands of Chinese type: 宋 song, 黑 hei, 楷 kai, 仿宋 fang. */
export type FaceStyle = 'song' | 'hei' | 'kai' | 'fang';

/** One face the desk can set type in, and the file it is read from. */
export interface CatalogueFace {
  /** `song-400` for a bundled face, the PostScript name for one of the newsroom's own. */
  readonly id: FaceId;
  readonly style: FaceStyle;
  /** Weight, 100 (thin) to 900 (black). */
  readonly weight: number;
  /** Family name as the face itself states it, in Chinese where it has one. */
  readonly name: string;
  readonly isBundled: boolean;
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
 * lacks rare characters (生僻字), and Song stands beside it most quietly. FangSong is nearest to Kai.
 */
const FALLBACK_STYLES: Readonly<Record<FaceStyle, readonly FaceStyle[]>> = {
  song: ['song', 'hei', 'kai'],
  hei: ['hei', 'song', 'kai'],
  kai: ['kai', 'song', 'hei'],
  fang: ['kai', 'song', 'hei'],
};

/** The faces the desk brings along: Noto Serif SC, Noto Sans SC and LXGW WenKai. */
export function bundledFaces(): readonly CatalogueFace[] {
  return [...songFaces(), ...heiFaces(), ...kaiFaces()];
}

/** Faces to try, in order, for a character that `id` lacks: the nearest weight of each style. */
export function fallbackFaces(faces: readonly CatalogueFace[], id: FaceId): readonly FaceId[] {
  const face = faces.find((candidate) => candidate.id === id);
  const weight = face?.weight ?? 400;
  const fallbacks: FaceId[] = [];
  for (const style of FALLBACK_STYLES[face?.style ?? 'song']) {
    // Weights of one bundled family hold the same characters: another weight would not help.
    if (face?.isBundled && face.style === style) continue;
    const nearest = nearestWeight(faces, style, weight);
    if (nearest) fallbacks.push(nearest.id);
  }
  return fallbacks;
}

function songFaces(): readonly CatalogueFace[] {
  const folder = packageFolder('@expo-google-fonts/noto-serif-sc');
  // Noto Serif SC has no Thin.
  const weights = [...WEIGHT_NAMES].filter(([weight]) => weight >= 200);
  return weights.map(([weight, name]) => {
    const file = join(folder, `${weight}${name}`, `NotoSerifSC_${weight}${name}.ttf`);
    return bundledFace({ style: 'song', weight, name: 'Noto Serif SC', file });
  });
}

function heiFaces(): readonly CatalogueFace[] {
  const folder = packageFolder('@expo-google-fonts/noto-sans-sc');
  return [...WEIGHT_NAMES].map(([weight, name]) => {
    const file = join(folder, `${weight}${name}`, `NotoSansSC_${weight}${name}.ttf`);
    return bundledFace({ style: 'hei', weight, name: 'Noto Sans SC', file });
  });
}

function kaiFaces(): readonly CatalogueFace[] {
  const folder = packageFolder('@fontsource/lxgw-wenkai');
  return [300, 500, 700].map((weight) => {
    // The file named `latin` holds the whole font, Han included.
    const file = join(folder, 'files', `lxgw-wenkai-latin-${weight}-normal.woff`);
    return bundledFace({ style: 'kai', weight, name: '霞鹜文楷', file });
  });
}

function bundledFace(
  face: Pick<CatalogueFace, 'style' | 'weight' | 'name' | 'file'>,
): CatalogueFace {
  return { ...face, id: `${face.style}-${face.weight}`, isBundled: true, faceIndex: 0 };
}

function packageFolder(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}

function nearestWeight(
  faces: readonly CatalogueFace[],
  style: FaceStyle,
  weight: number,
): CatalogueFace | undefined {
  const members = faces.filter((face) => face.isBundled && face.style === style);
  return members.sort((a, b) => Math.abs(a.weight - weight) - Math.abs(b.weight - weight))[0];
}
