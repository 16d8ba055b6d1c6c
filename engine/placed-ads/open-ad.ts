import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import type { PdfDocument } from '#engine/read-back/open-document.ts';
import { openDocument } from '#engine/read-back/open-document.ts';
import type { PdfDictionary, PdfValue } from '#engine/read-back/pdf-values.ts';
import { AdTrouble, refusal } from './ad-trouble.ts';

/** A stranger's file, and whether it was locked with an empty password. */
export interface OpenedAd {
  readonly document: PdfDocument;
  readonly wasLocked: boolean;
}

/**
 * Opens a stranger's file: any cross-reference form, repaired where its table is wrong, unlocked
 * when the password is empty. pdf-lib reads it, and we read on in its objects; it takes a torn file
 * for a whole one, so what is missing is looked for here.
 */
export async function openAd(bytes: Uint8Array): Promise<OpenedAd> {
  if (!endsWhole(bytes)) throw new AdTrouble(refusal('ad-torn'));
  const file = await loaded(bytes);
  const { context } = file;
  const objects = new Map<number, PDFObject>();
  for (const [{ objectNumber }, object] of context.enumerateIndirectObjects()) {
    objects.set(objectNumber, object);
  }
  const missing = promised(bytes).filter((number) => !objects.has(number));
  if (missing.length > 0) throw new AdTrouble(refusal('ad-torn'));
  const { isDecrypted: wasLocked, trailerInfo } = context;
  return { document: documentOf(trailerInfo, objects), wasLocked };
}

const TAIL_LENGTH = 2048;

function endsWhole(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - TAIL_LENGTH));
  return Array.from(tail, (byte) => String.fromCharCode(byte))
    .join('')
    .includes('%%EOF');
}

async function loaded(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, {
      password: '',
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
    });
  } catch (trouble) {
    // Whatever a stranger's file makes of the reader, it is the file that is at fault.
    const reason = trouble instanceof Error ? trouble.message : String(trouble);
    throw new AdTrouble(/password/iu.test(reason) ? refusal('ad-locked') : refusal('ad-damaged'));
  }
}

/** Objects that a classic table promises; a file whose table is wrong is read without it. */
function promised(bytes: Uint8Array): readonly number[] {
  try {
    return openDocument(bytes).numbers.filter((number) => number > 0);
  } catch {
    return [];
  }
}

function documentOf(
  { Info, Root }: { readonly Root?: PDFObject; readonly Info?: PDFObject },
  objects: ReadonlyMap<number, PDFObject>,
): PdfDocument {
  const values = new Map<PDFObject, PdfValue>();
  const valueFor = (object: PDFObject): PdfValue => {
    if (!values.has(object)) values.set(object, converted(object, valueFor));
    return values.get(object);
  };
  const entries = new Map<string, PdfValue>();
  if (Root !== undefined) entries.set('Root', valueFor(Root));
  if (Info !== undefined) entries.set('Info', valueFor(Info));
  return {
    version: undefined,
    trailer: { kind: 'dictionary', entries },
    numbers: [...objects.keys()],
    misplaced: [],
    get(value) {
      let found = value;
      for (let steps = 0; steps < MOST_STEPS; steps += 1) {
        if (typeof found !== 'object' || found.kind !== 'reference') return found;
        const object = objects.get(found.number);
        found = object === undefined ? undefined : valueFor(object);
      }
      return undefined;
    },
  };
}

/** A chain of references longer than this is a circle. */
const MOST_STEPS = 32;

function converted(object: PDFObject, valueFor: (object: PDFObject) => PdfValue): PdfValue {
  if (object instanceof PDFNumber) return object.asNumber();
  if (object instanceof PDFName) return { kind: 'name', name: latin(object.asBytes()) };
  if (object instanceof PDFRef) return { kind: 'reference', number: object.objectNumber };
  if (object instanceof PDFBool) return object.asBoolean();
  if (object instanceof PDFString || object instanceof PDFHexString) {
    return { kind: 'text', latin: latin(object.asBytes()) };
  }
  if (object instanceof PDFArray) return { kind: 'array', values: object.asArray().map(valueFor) };
  if (object instanceof PDFRawStream) {
    const { entries } = dictionaryOf(object.dict, valueFor);
    return { kind: 'stream', entries, packed: unlocked(object) };
  }
  return object instanceof PDFDict ? dictionaryOf(object, valueFor) : undefined;
}

function dictionaryOf(object: PDFDict, valueFor: (object: PDFObject) => PdfValue): PdfDictionary {
  const entries = new Map<string, PdfValue>();
  for (const [key, value] of object.entries()) entries.set(latin(key.asBytes()), valueFor(value));
  return { kind: 'dictionary', entries };
}

/** The bytes of a stream behind the lock of the file, still packed by their filters. */
function unlocked({ contents, dict, transform }: PDFRawStream): Uint8Array {
  if (transform === undefined) return contents;
  const plain = PDFDict.withContext(dict.context);
  return decodePDFRawStream(PDFRawStream.of(plain, contents, transform)).decode();
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
