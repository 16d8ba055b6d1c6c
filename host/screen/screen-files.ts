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
  '.bcmap': 'application/octet-stream',
};

/** The whole face of the screen's own letters; the built screen has the common ones. */
const RARE_FACE = { path: '/fonts/hei-400.ttf', id: 'hei-400' };

/**
 * Reads a file of the built screen; `/` is index.html. Undefined for anything else than a plain
 * name below the folder: no dot segments, no hidden files, no unknown kinds.
 */
export async function readScreenFile(
  folder: string,
  path: string,
): Promise<ScreenFile | undefined> {
  if (path === RARE_FACE.path) return readScreenFace(RARE_FACE.id);
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
