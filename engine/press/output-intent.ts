import { packStream } from './pack.ts';
import { type ObjectNumber, type PdfFile, reference } from './pdf-file.ts';
import { pdfText } from './pdf-syntax.ts';
import type { OutputCondition } from './press-profile.ts';

/** Profiles packed before; packing one takes 9 ms. */
export type ProfileCache = WeakMap<Uint8Array, Uint8Array>;

/** What is wrong with an .icc file as an output intent; undefined when it will do. */
export function profileFault(icc: Uint8Array): string | undefined {
  const view = new DataView(icc.buffer, icc.byteOffset, icc.byteLength);
  if (icc.length < 132 || tag(icc, 36) !== 'acsp') return 'not an ICC profile';
  if (view.getUint32(0) !== icc.length) return 'cut short';
  if (tag(icc, 12) !== 'prtr') return 'not an output profile';
  if (tag(icc, 16) !== 'CMYK') return 'not a CMYK profile';
  const major = icc[8];
  if (major !== 2 && major !== 4) return 'neither ICC version 2 nor 4';
  const tags = profileTags(icc, view);
  return tags.has('A2B0') && tags.has('B2A0') ? undefined : 'no colour tables';
}

/** Writes the one output intent of the file with the profile embedded. */
export function writeOutputIntent(
  file: PdfFile,
  condition: OutputCondition,
  profile: { readonly icc: Uint8Array; readonly cache: ProfileCache },
): ObjectNumber {
  const packed = packProfile(profile.icc, profile.cache);
  const stream = file.addStream('/N 4/Alternate/DeviceCMYK/Filter/FlateDecode', packed);
  return file.add(
    '<</Type/OutputIntent/S/GTS_PDFX' +
      `/OutputConditionIdentifier ${pdfText(condition.identifier)}` +
      `/OutputCondition ${pdfText(condition.description)}` +
      `/RegistryName ${pdfText(condition.registryName)}` +
      `/Info ${pdfText(condition.description)}` +
      `/DestOutputProfile ${reference(stream)}>>`,
  );
}

/** The profile packed for embedding, from the cache where it is known. */
export function packProfile(icc: Uint8Array, cache: ProfileCache): Uint8Array {
  const packed = cache.get(icc) ?? packStream(icc);
  cache.set(icc, packed);
  return packed;
}

function profileTags(icc: Uint8Array, view: DataView): ReadonlySet<string> {
  const count = Math.min(view.getUint32(128), Math.floor((icc.length - 132) / 12));
  return new Set(Array.from({ length: count }, (_, index) => tag(icc, 132 + 12 * index)));
}

function tag(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}
