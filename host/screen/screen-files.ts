import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { bundledFaces } from '#host/fonts/catalogue.ts';

/** A file of the built screen, ready to be sent. */
export interface ScreenFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** The faces of our own words, for machines that have no Chinese font: /fonts/hei-400.ttf. */
const SCREEN_FACES = ['hei-400', 'hei-700'];

/**
 * Reads a file of the built screen; `/` is index.html. Undefined for anything else than a plain
 * name below the folder: no dot segments, no hidden files, no unknown kinds.
 */
export async function readScreenFile(
  folder: string,
  path: string,
): Promise<ScreenFile | undefined> {
  const face = SCREEN_FACES.find((id) => path === `/fonts/${id}.ttf`);
  if (face !== undefined) return readScreenFace(face);
  const name = path === '/' ? '/index.html' : path;
  const mediaType = MEDIA_TYPES[extname(name)];
  if (mediaType === undefined || !/^(\/[\w-][\w.-]*)+$/.test(name)) return undefined;
  try {
    return { bytes: await readFile(join(folder, ...name.split('/'))), mediaType };
  } catch {
    return undefined;
  }
}

async function readScreenFace(id: string): Promise<ScreenFile | undefined> {
  const face = bundledFaces().find((candidate) => candidate.id === id);
  return face && { bytes: await readFile(face.file), mediaType: 'font/ttf' };
}
