import { viewOf } from './font-bytes.ts';
import type { FontTables } from './sfnt.ts';

/** Number of the PostScript name in the `name` table. */
export const POSTSCRIPT_NAME = 6;
/** Number of the family name, and of the typographic family name that takes its place. */
export const FAMILY_NAMES: readonly number[] = [16, 1];

interface NameRecord {
  readonly name: number;
  readonly platform: number;
  readonly language: number;
  readonly text: string;
}

const ENGLISH = 0x0409;
const SIMPLIFIED_CHINESE = 0x0804;
const MACINTOSH = 1;

/** Reads one name of a face; English first where several languages are there. */
export function readName(tables: FontTables, names: readonly number[]): string | undefined {
  return pickName(readNameRecords(tables), names, ENGLISH);
}

/** Reads one name in Chinese (方正书宋 …); undefined when the face has none. */
export function readChineseName(tables: FontTables, names: readonly number[]): string | undefined {
  const records = readNameRecords(tables).filter(
    (record) => record.platform !== MACINTOSH && record.language === SIMPLIFIED_CHINESE,
  );
  return pickName(records, names, SIMPLIFIED_CHINESE);
}

function pickName(
  records: readonly NameRecord[],
  names: readonly number[],
  language: number,
): string | undefined {
  for (const name of names) {
    const candidates = records.filter((record) => record.name === name && record.text !== '');
    const best = candidates.find((record) => record.language === language) ?? candidates[0];
    if (best) return best.text;
  }
  return undefined;
}

function readNameRecords(tables: FontTables): readonly NameRecord[] {
  const table = tables.table('name');
  if (!table || table.length < 6) return [];
  const view = viewOf(table);
  const storage = view.getUint16(4);
  const records: NameRecord[] = [];
  for (let index = 0; index < view.getUint16(2); index += 1) {
    const at = 6 + 12 * index;
    if (at + 12 > table.length) break;
    const platform = view.getUint16(at);
    const offset = storage + view.getUint16(at + 10);
    const bytes = table.subarray(offset, offset + view.getUint16(at + 8));
    records.push({
      name: view.getUint16(at + 6),
      platform,
      language: view.getUint16(at + 4),
      text: platform === MACINTOSH ? oneByteText(bytes) : twoByteText(bytes),
    });
  }
  return records;
}

function oneByteText(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function twoByteText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    text += String.fromCharCode(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  }
  return text;
}
