import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian packages of the programs that judge our files. */
const PACKAGES: Readonly<Record<string, string>> = {
  qpdf: 'qpdf',
  pdffonts: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdftotext: 'poppler-utils',
  gs: 'ghostscript',
  mutool: 'mupdf-tools',
};

/** A trace of a full page is several megabytes. */
const MOST_SAID = 2 ** 28;

/** Runs a program on a file named `page.pdf` and returns what it says. */
export function judge(pdf: Uint8Array, program: string, ...options: readonly string[]): string {
  return inFolder(pdf, (folder) => run(folder, program, options));
}

/** Brightest ink of each plate, 0 (none) to 255 (solid), as Ghostscript separates the page. */
export interface Plates {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly cyan: Uint8Array;
  readonly magenta: Uint8Array;
  readonly yellow: Uint8Array;
  readonly black: Uint8Array;
}

/** Separates the page into plates at so many pixels per inch. */
export function platesOf(pdf: Uint8Array, ppi: number): Plates {
  return readPsd(rasterOf(pdf, [`-r${ppi}`, '-sDEVICE=psdcmyk']));
}

/** Edges in shades, and nothing of the paper outside the trim. */
const TRIMMED = ['-dUseTrimBox', '-dTextAlphaBits=4', '-dGraphicsAlphaBits=4'];

/** The same for the trimmed page, with soft edges as on a screen. */
export function trimmedPlatesOf(pdf: Uint8Array, ppi: number): Plates {
  return readPsd(rasterOf(pdf, [`-r${ppi}`, '-sDEVICE=psdcmyk', ...TRIMMED]));
}

/** The trimmed page as a grey picture, a PNG file. */
export function trimmedPictureOf(pdf: Uint8Array, ppi: number): Uint8Array {
  return rasterOf(pdf, [`-r${ppi}`, '-sDEVICE=pnggray', ...TRIMMED]);
}

function rasterOf(pdf: Uint8Array, wish: readonly string[]): Buffer {
  return inFolder(pdf, (folder) => {
    const quiet = ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER'];
    run(folder, 'gs', [...quiet, ...wish, '-sOutputFile=page.raster', 'page.pdf']);
    return readFileSync(join(folder, 'page.raster'));
  });
}

/** The operators of the page: all its content streams, unpacked and joined. */
export function operatorsOf(pdf: Uint8Array): string {
  return inFolder(pdf, (folder) => {
    run(folder, 'qpdf', PLAIN);
    const text = readFileSync(join(folder, 'plain.pdf'), 'latin1');
    const contents = text.match(/\/Contents \[([^\]]*)\]/u)?.[1] ?? '';
    return [...contents.matchAll(/(\d+) 0 R/gu)]
      .map(([, number]) => streamOf(text, Number(number)))
      .join('\n');
  });
}

/** An object of the file as it stands there, unpacked. */
export function plainText(pdf: Uint8Array): string {
  return inFolder(pdf, (folder) => {
    run(folder, 'qpdf', PLAIN);
    return readFileSync(join(folder, 'plain.pdf'), 'latin1');
  });
}

/** Unpacks all streams and leaves their operators as they are. */
const PLAIN = ['--qdf', '--normalize-content=n', 'page.pdf', 'plain.pdf'];

function streamOf(text: string, number: number): string {
  const start = text.indexOf(`\n${number} 0 obj`);
  const from = text.indexOf('stream\n', start) + 'stream\n'.length;
  return text.slice(from, text.indexOf('endstream', from));
}

function inFolder<Value>(pdf: Uint8Array, use: (folder: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), 'press-'));
  try {
    writeFileSync(join(folder, 'page.pdf'), pdf);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(folder: string, program: string, options: readonly string[]): string {
  const words =
    program === 'gs' || options.includes('page.pdf') ? options : [...options, 'page.pdf'];
  const all = program === 'pdftotext' ? [...words, '-'] : words;
  try {
    return execFileSync(program, all, {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: MOST_SAID,
    });
  } catch (trouble) {
    if (!(trouble instanceof Error) || !('code' in trouble) || trouble.code !== 'ENOENT')
      throw trouble;
    throw new Error(`${program} is missing: install the Debian package ${PACKAGES[program]}`);
  }
}

/** Four planes of eight bits, packed by rows or not (Adobe Photoshop File Formats, image data). */
function readPsd(file: Buffer): Plates {
  const heightPx = file.readUInt32BE(14);
  const widthPx = file.readUInt32BE(18);
  let at = 26;
  for (let section = 0; section < 3; section += 1) at += 4 + file.readUInt32BE(at);
  if (file.readUInt16BE(at) !== 0) throw new Error('the plates are packed');
  const plane = (index: number) => {
    const start = at + 2 + index * widthPx * heightPx;
    // A PSD of inks says 255 for bare paper.
    return Uint8Array.from(file.subarray(start, start + widthPx * heightPx), (v) => 255 - v);
  };
  const [cyan, magenta, yellow, black] = [plane(0), plane(1), plane(2), plane(3)];
  return { widthPx, heightPx, cyan, magenta, yellow, black };
}
