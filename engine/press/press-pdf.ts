import type { DisplayItem, DisplayList } from '#engine/display/display-list.ts';
import type { ProgramFontBook } from '#engine/fonts/font-book.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Content } from './content-writer.ts';
import { createFontCache, embedFont, type FontCache } from './embed-font.ts';
import { type PressPicture, pictureEntries, pictureName } from './image.ts';
import { GRAPHICS_STATES } from './ink.ts';
import { ALL_PLATES_SPACE, cropMarks, markItems, type PageMarks } from './marks.ts';
import { assertMetadata, infoDictionary, type PressMetadata, xmpPacket } from './metadata.ts';
import { type ProfileCache, writeOutputIntent } from './output-intent.ts';
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
import { openPressFace, type PressFace } from './press-face.ts';
import type { PressProfile } from './press-profile.ts';

/** All that goes into one pressed page. Equal jobs give equal bytes on every machine. */
export interface PressJob {
  readonly list: DisplayList;
  readonly fonts: ProgramFontBook;
  /** Pictures made ready, by `pictureKey` of each picture item that has an asset. */
  readonly pictures: ReadonlyMap<string, PressPicture>;
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
  pressPdf(job: PressJob): Uint8Array;
}

/** Presses one page into a PDF file. */
export function pressPdf(job: PressJob): Uint8Array {
  return createPress().pressPdf(job);
}

/** Sets up a press for many pages, or for one page that is edited and pressed again. */
export function createPress(): Press {
  let memory: PressMemory | undefined;
  return {
    pressPdf(job) {
      if (memory?.fonts !== job.fonts) memory = createMemory(job.fonts);
      return pressPage(job, memory);
    },
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

function pressPage(job: PressJob, memory: PressMemory): Uint8Array {
  const { list, metadata, profile } = job;
  assertMetadata(metadata);
  const boxes = pageBoxes(list, profile);
  const marks = marksOf(job, boxes);
  const content = encodePage([...list.items, ...marks], memory.face, memory.contents);

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

function marksOf(job: PressJob, boxes: PageBoxes): readonly DisplayItem[] {
  if (!job.marks) return [];
  return markItems(job.marks, boxes, { choice: job.profile.marks, fonts: job.fonts });
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
  const crops = cropMarks(boxes, job.profile);

  const addPart = (part: Content) => {
    const packed = memory.packedContents.get(part) ?? packLatin(part.operators);
    memory.packedContents.set(part, packed);
    return file.addStream('/Filter/FlateDecode', packed);
  };
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
  const fonts = [...content.mainTexts].map(([id, texts]) => {
    const use = { id, face: memory.face(id), texts, names: content.fontNames };
    return embedFont(file, use, memory.packedFonts);
  });
  const pictures = [...content.pictures].map((key) => {
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
