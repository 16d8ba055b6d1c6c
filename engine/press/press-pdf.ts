import type { DisplayList } from '#engine/display/display-list.ts';
import type { ProgramFontBook } from '#engine/fonts/font-book.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Content } from './content-writer.ts';
import {
  createFontCache,
  embedFont,
  type FontCache,
  type FontUse,
  packFont,
} from './embed-font.ts';
import { type PressPicture, pictureEntries, pictureName } from './image.ts';
import { GRAPHICS_STATES } from './ink.ts';
import { ALL_PLATES_SPACE, cropMarks, markItems, type PageMarks } from './marks.ts';
import { assertMetadata, infoDictionary, type PressMetadata, xmpPacket } from './metadata.ts';
import { type ProfileCache, packProfile, writeOutputIntent } from './output-intent.ts';
import { packLatin } from './pack.ts';
import { boxArray, type PageBoxes, pageBoxes } from './page-boxes.ts';
import { createContentCache, encodePage, type PageContent } from './page-content.ts';
import {
  createPdfFile,
  latinBytes,
  type ObjectNumber,
  type PdfFile,
  reference,
  utf8Bytes,
} from './pdf-file.ts';
import { pdfLength, pdfText } from './pdf-syntax.ts';
import { type PressAd, writeAd } from './placed-ad.ts';
import { openPressFace, type PressFace } from './press-face.ts';
import type { PressProfile } from './press-profile.ts';

/** All that goes into one pressed page. Equal jobs give equal bytes on every machine. */
export interface PressJob {
  readonly list: DisplayList;
  readonly fonts: ProgramFontBook;
  /** Pictures made ready, by `pictureKey` of each picture item that has an asset. */
  readonly pictures: ReadonlyMap<string, PressPicture>;
  /** Placed ads made ready, by the `pictureKey` of their items; left out for none. */
  readonly ads?: ReadonlyMap<string, PressAd>;
  readonly profile: PressProfile;
  /** The .icc file of the profile's output condition. */
  readonly icc: Uint8Array;
  /** Undefined leaves slug and control strip away. */
  readonly marks: PageMarks | undefined;
  readonly metadata: PressMetadata;
}

/**
 * Presses pages and keeps what the next pressing can use again: the content of unchanged blocks,
 * packed fonts, the packed profile. It keeps them for one page, so memory stays flat in pages. What
 * it keeps never shows in the bytes: a fresh press gives the same file.
 */
export interface Press {
  /**
   * Does ahead what takes long and needs no pictures: a host calls it while pictures are being
   * decoded. Only the time changes, never the file.
   */
  prepare(job: Omit<PressJob, 'pictures' | 'ads'>): void;
  pressPdf(job: PressJob): Uint8Array;
}

/** Presses one page into a PDF file. */
export function pressPdf(job: PressJob): Uint8Array {
  return createPress().pressPdf(job);
}

/** Sets up a press for many pages, or for one page that is edited and pressed again. */
export function createPress(): Press {
  let memory: PressMemory | undefined;

  function memoryFor(fonts: ProgramFontBook): PressMemory {
    if (memory?.fonts !== fonts) memory = createMemory(fonts);
    return memory;
  }

  return {
    prepare: (job) => preparePage(job, memoryFor(job.fonts)),
    pressPdf: (job) => pressPage(job, memoryFor(job.fonts)),
  };
}

interface PressMemory {
  readonly fonts: ProgramFontBook;
  readonly contents: ReturnType<typeof createContentCache>;
  readonly packedContents: WeakMap<Content, Uint8Array>;
  readonly packedFonts: FontCache;
  readonly packedProfiles: ProfileCache;
  face(id: FaceId): PressFace;
}

function createMemory(fonts: ProgramFontBook): PressMemory {
  const faces = new Map<FaceId, PressFace>();
  return {
    fonts,
    contents: createContentCache(),
    packedContents: new WeakMap(),
    packedFonts: createFontCache(),
    packedProfiles: new WeakMap(),
    face(id) {
      const face = faces.get(id) ?? openPressFace(id, fonts);
      faces.set(id, face);
      return face;
    },
  };
}

/** Header: X-4 is PDF 1.6, X-1a:2003 is PDF 1.4 (ISO 15930-7 and -4). */
const HEADERS = { x4: '1.6', x1a: '1.4' };

type PictureFreeJob = Omit<PressJob, 'pictures' | 'ads'>;

function preparePage(job: PictureFreeJob, memory: PressMemory): void {
  const content = contentOf(job, pageBoxes(job.list, job.profile), memory);
  for (const part of content.parts) packedContent(part, memory);
  for (const use of fontUses(content, memory)) packFont(use, memory.packedFonts);
  packProfile(job.icc, memory.packedProfiles);
}

function contentOf(job: PictureFreeJob, boxes: PageBoxes, memory: PressMemory): PageContent {
  const marks = job.marks
    ? markItems(job.marks, boxes, {
        choice: job.profile.marks,
        fonts: job.fonts,
        colours: job.list.colours,
      })
    : [];
  return encodePage([...job.list.items, ...marks], memory.face, memory.contents);
}

function packedContent(part: Content, memory: PressMemory): Uint8Array {
  const packed = memory.packedContents.get(part) ?? packLatin(part.operators);
  memory.packedContents.set(part, packed);
  return packed;
}

function fontUses(content: PageContent, memory: PressMemory): readonly FontUse[] {
  const names = content.fontNames;
  return [...content.mainTexts].map(([id, texts]) => ({ id, face: memory.face(id), texts, names }));
}

function pressPage(job: PressJob, memory: PressMemory): Uint8Array {
  const { list, metadata, profile } = job;
  assertMetadata(metadata);
  const boxes = pageBoxes(list, profile);
  const content = contentOf(job, boxes, memory);

  const file = createPdfFile(HEADERS[profile.standard]);
  const catalog = file.reserve();
  const pages = file.reserve();
  const page = file.reserve();
  const info = file.add(infoDictionary(metadata, profile.standard));
  const streams = writeContents({ file, job, boxes, content, memory });
  const resources = file.add(resourceDictionary({ file, job, content, memory }));
  const cache = memory.packedProfiles;
  const intent = writeOutputIntent(file, profile.outputCondition, { icc: job.icc, cache });
  const xmp = xmpPacket(metadata, profile.standard);
  const metadataStream = file.addStream('/Type/Metadata/Subtype/XML', utf8Bytes(xmp));
  file.add(pageDictionary({ boxes, pages, resources, streams }), page);
  file.add(`<</Type/Pages/Count 1/Kids[${reference(page)}]>>`, pages);
  file.add(
    `<</Type/Catalog/Pages ${reference(pages)}/Metadata ${reference(metadataStream)}` +
      `/OutputIntents[${reference(intent)}]/Lang ${pdfText(metadata.language)}>>`,
    catalog,
  );
  return file.finish({ root: catalog, info, id: [metadata.documentId, metadata.versionId] });
}

interface PageWriting {
  readonly file: PdfFile;
  readonly job: PressJob;
  readonly content: PageContent;
  readonly memory: PressMemory;
}

/**
 * One stream per top-level part: an edit packs only the block that it changed. Operators are never
 * split between streams.
 */
function writeContents(options: PageWriting & { readonly boxes: PageBoxes }): ObjectNumber[] {
  const { boxes, content, file, job, memory } = options;
  const { bleed, origin } = boxes;
  const width = pdfLength(bleed.right - bleed.left);
  const height = pdfLength(bleed.top - bleed.bottom);
  const clip = `${pdfLength(bleed.left)} ${pdfLength(bleed.bottom)} ${width} ${height} re W n`;
  const move = `1 0 0 1 ${pdfLength(origin.x)} ${pdfLength(origin.y)} cm`;
  const crops = cropMarks(boxes, job.profile, job.list.colours);

  const addPart = (part: Content) =>
    file.addStream('/Filter/FlateDecode', packedContent(part, memory));
  const addPlain = (operators: string) => file.addStream('', latinBytes(operators));
  const pageParts = content.parts.slice(0, job.list.items.length);
  const markParts = content.parts.slice(job.list.items.length);
  return [
    addPlain(`q ${clip}\n${move}\n`),
    ...pageParts.map(addPart),
    addPlain(`Q\n${crops}\nq ${move}\n`),
    ...markParts.map(addPart),
    addPlain('Q\n'),
  ];
}

function resourceDictionary(options: PageWriting): string {
  const { content, file, job, memory } = options;
  const fonts = fontUses(content, memory).map((use) => embedFont(file, use, memory.packedFonts));
  const pictures = [...content.pictures].map((key) => {
    const ad = job.ads?.get(key);
    if (ad) return `${pictureName(key)} ${reference(writeAd(file, ad))}`;
    const picture = job.pictures.get(key);
    if (!picture) throw new Error(`the picture ${key} was not made ready for press`);
    const number = file.addStream(pictureEntries(picture), picture.bytes);
    return `${pictureName(key)} ${reference(number)}`;
  });
  const spaces = job.profile.marks.crop ? `/ColorSpace<<${ALL_PLATES_SPACE}>>` : '';
  const images = pictures.length > 0 ? `/XObject<<${pictures.join('')}>>` : '';
  return `<</ExtGState<<${GRAPHICS_STATES}>>${spaces}/Font<<${fonts.join('')}>>${images}>>`;
}

function pageDictionary(page: {
  readonly boxes: PageBoxes;
  readonly pages: ObjectNumber;
  readonly resources: ObjectNumber;
  readonly streams: readonly ObjectNumber[];
}): string {
  const { boxes, pages, resources, streams } = page;
  return (
    `<</Type/Page/Parent ${reference(pages)}/MediaBox${boxArray(boxes.media)}` +
    `/BleedBox${boxArray(boxes.bleed)}/TrimBox${boxArray(boxes.trim)}` +
    `/Resources ${reference(resources)}/Contents[${streams.map(reference).join(' ')}]>>`
  );
}
