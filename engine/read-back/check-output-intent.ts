import type { Finding } from '#engine/units/finding.ts';
import { fault } from './fault.ts';
import type { FinishedPage, ReadBackDemands } from './finished-page.ts';
import { arrayAt, asDictionary, dictionaryAt, nameAt, type PdfDocument } from './open-document.ts';
import {
  numberOf,
  type PdfDictionary,
  type PdfStream,
  textOf,
  UnreadablePdf,
} from './pdf-values.ts';
import { unpackStream } from './unpack-stream.ts';

/** The one output intent: its words and its profile. */
export function checkOutputIntent(
  page: FinishedPage,
  demands: ReadBackDemands,
): readonly Finding[] {
  const { catalog, document } = page;
  const intents = arrayAt(document, catalog, 'OutputIntents').flatMap(
    (value) => asDictionary(document.get(value)) ?? [],
  );
  const own = intents.filter((intent) => nameAt(document, intent, 'S') === 'GTS_PDFX');
  const [intent] = own;
  // Intents for other readers, such as archives, may stand beside it (ISO 32000-1, 14.11.5).
  if (own.length !== 1 || intent === undefined) {
    return [fault('X-OI', 'pdf-intent-count', { count: own.length })];
  }
  return [...checkWords(document, intent, demands), ...checkProfile(document, intent)];
}

const REGISTRY = 'http://www.color.org';

function checkWords(
  document: PdfDocument,
  intent: PdfDictionary | PdfStream,
  { outputCondition }: ReadBackDemands,
): readonly Finding[] {
  const text = (key: string) => textOf(document.get(intent.entries.get(key))) ?? '';
  const stated = text('OutputConditionIdentifier');
  if (stated === '') return [fault('X-OI-KEYS', 'pdf-intent-unnamed')];
  const findings: Finding[] = [];
  if (stated !== outputCondition) {
    const values = { stated, wanted: outputCondition };
    findings.push(fault('X-OI-KEYS', 'pdf-intent-other', values));
  }
  const registry = text('RegistryName');
  if (registry !== REGISTRY && text('Info') === '') {
    findings.push(fault('X-OI-KEYS', 'pdf-intent-unexplained', { stated }));
  }
  return findings;
}

function checkProfile(
  document: PdfDocument,
  intent: PdfDictionary | PdfStream,
): readonly Finding[] {
  const stream = dictionaryAt(document, intent, 'DestOutputProfile');
  if (stream?.kind !== 'stream') return [fault('X-OI-ICC', 'pdf-profile-missing')];
  const findings: Finding[] = [];
  const channels = numberOf(document.get(stream.entries.get('N')));
  if (channels !== 4) {
    findings.push(fault('R0035', 'pdf-profile-channels', { channels: channels ?? 0 }));
  }
  const reason = profileTrouble(document, stream);
  if (reason !== undefined) findings.push(fault('X-OI-ICC', 'pdf-profile-unfit', { reason }));
  return findings;
}

/** Header and tags of an output profile of four inks (ICC.1, 7.2 and 7.3). */
function profileTrouble(document: PdfDocument, stream: PdfStream): string | undefined {
  let icc: Uint8Array;
  try {
    icc = unpackStream(document, stream);
  } catch (trouble) {
    if (trouble instanceof UnreadablePdf) return trouble.message;
    throw trouble;
  }
  if (icc.length < HEADER_LENGTH || tagAt(icc, 36) !== 'acsp') return 'acsp';
  const view = new DataView(icc.buffer, icc.byteOffset, icc.byteLength);
  const stated = view.getUint32(0);
  if (stated !== icc.length) return `${stated} ≠ ${icc.length}`;
  if (icc[8] !== 2 && icc[8] !== 4) return `v${icc[8]}`;
  if (tagAt(icc, 12) !== 'prtr') return tagAt(icc, 12);
  if (tagAt(icc, 16) !== 'CMYK') return tagAt(icc, 16);
  const count = Math.min(view.getUint32(128), (icc.length - HEADER_LENGTH) / 12);
  const tags = new Set<string>();
  for (let at = 0; at < count; at += 1) tags.add(tagAt(icc, HEADER_LENGTH + 12 * at));
  return ['A2B0', 'B2A0'].find((tag) => !tags.has(tag));
}

const HEADER_LENGTH = 132;

function tagAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
