import { AnnotationMode, getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist';
import 'pdfjs-dist/build/pdf.worker.mjs';
import jbig2 from 'pdfjs-dist/wasm/jbig2.wasm?url';
import openjpeg from 'pdfjs-dist/wasm/openjpeg.wasm?url';

/** The decoders of pictures that pdf.js loads when a file needs them. */
const DECODERS: Readonly<Record<string, string>> = {
  'jbig2.wasm': jbig2,
  'openjpeg.wasm': openjpeg,
};

/** Codes of Chinese fonts by the names that files call them by. */
const CODES = import.meta.glob<string>('../../node_modules/pdfjs-dist/cmaps/*GB*.bcmap', {
  query: '?url',
  import: 'default',
});

/** Files of pdf.js that ship with the screen; there are no others. */
class OwnFiles {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const named = CODES[`../../node_modules/pdfjs-dist/cmaps/${filename}`];
    const address = DECODERS[filename] ?? (await named?.());
    if (address === undefined) throw new Error(`${filename} is not shipped`);
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${filename} cannot be read`);
    return new Uint8Array(await answer.arrayBuffer());
  }
}

interface Sheet {
  canvas: OffscreenCanvas | undefined;
  context: OffscreenCanvasRenderingContext2D | undefined;
}

/** Canvases of a worker. */
class OwnCanvases {
  create(width: number, height: number): Sheet {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    return { canvas, context: context ?? undefined };
  }

  reset({ canvas }: Sheet, width: number, height: number): void {
    if (canvas !== undefined) Object.assign(canvas, { width, height });
  }

  destroy(sheet: Sheet): void {
    this.reset(sheet, 0, 0);
    sheet.canvas = undefined;
    sheet.context = undefined;
  }

  getNoAlphaContext(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D | undefined {
    return canvas.getContext('2d', { alpha: false, willReadFrequently: true }) ?? undefined;
  }
}

/** Without a window there are no filters of its own; pdf.js then works pixel by pixel. */
class NoFilters {
  addFilter = none;
  addHCMFilter = none;
  addAlphaFilter = none;
  addLuminosityFilter = none;
  addKnockoutFilter = none;
  addHighlightHCMFilter = none;
  addSelectionHCMFilter = none;
  addSelectionFilter = none;
  createSelectionStyle = () => undefined;
  destroy(): void {}
}

function none(): string {
  return 'none';
}

/** Errors only: what a file lacks is found by looking, not by warnings. */
const QUIET = 0;

/** Opens a page of a PDF file with pdf.js, within this worker and without any other file. */
export async function openPdfPage(bytes: Uint8Array, page: number): Promise<PDFPageProxy> {
  const document = await getDocument({
    data: bytes.slice(),
    CanvasFactory: OwnCanvases,
    FilterFactory: NoFilters,
    BinaryDataFactory: OwnFiles,
    wasmUrl: 'own/',
    cMapUrl: 'own/',
    useWorkerFetch: false,
    // Letters are drawn as outlines: a font of a stranger never reaches the system.
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: true,
    enableXfa: false,
    verbosity: QUIET,
  }).promise;
  return document.getPage(page);
}

/** Why a page cannot be drawn as it is meant; undefined when it can. */
export async function faultOfPage(page: PDFPageProxy): Promise<string | undefined> {
  const { argsArray, fnArray } = await page.getOperatorList({ intent: 'print', ...NO_NOTES });
  for (const [index, operator] of fnArray.entries()) {
    const [name] = argsArray[index] ?? [];
    if (operator === OPS.setFont && isFontMissing(await partOf(page, name))) {
      return 'pdf-font-not-embedded';
    }
    if (operator === OPS.paintImageXObject && (await partOf(page, name)) === null) {
      return 'ad-picture-torn';
    }
  }
  return undefined;
}

const NO_NOTES = { annotationMode: AnnotationMode.DISABLE };

/** Parts that several pages share have names of their own. */
function partOf(page: PDFPageProxy, name: string): Promise<unknown> {
  const shelf = name.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => shelf.get(name, resolve));
}

function isFontMissing(font: unknown): boolean {
  return typeof font === 'object' && font !== null && 'missingFile' in font
    ? font.missingFile === true
    : false;
}

/** Draws a page; `toPixels` leads from its own space to pixels, its y downwards. */
export async function drawPage(
  page: PDFPageProxy,
  canvas: OffscreenCanvas,
  toPixels: DOMMatrix,
): Promise<void> {
  const viewport = page.getViewport({ scale: 1, rotation: 0 });
  const transform = toPixels.multiply(new DOMMatrix(viewport.transform).inverse());
  const { a, b, c, d, e, f } = transform;
  // Its types know the canvas of a window alone; it draws on any.
  const sheet = canvas as unknown as HTMLCanvasElement;
  await page.render({
    canvas: sheet,
    viewport,
    transform: [a, b, c, d, e, f],
    intent: 'print',
    ...NO_NOTES,
  }).promise;
}
