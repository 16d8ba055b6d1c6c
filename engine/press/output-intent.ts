import { packStream } from './pack.ts';
import { type ObjectNumber, type PdfFile, reference } from './pdf-file.ts';
import { pdfText } from './pdf-syntax.ts';
import type { OutputCondition } from './press-profile.ts';

/** Profiles packed before; packing one takes 9 ms. */
export type ProfileCache = WeakMap<Uint8Array, Uint8Array>;

/** What may be wrong with an .icc file as an output intent. */
export type ProfileFault =
  | 'icc-no-profile'
  | 'icc-cut-short'
  | 'icc-not-output'
  | 'icc-not-cmyk'
  | 'icc-version'
  | 'icc-no-tables';

/** What is wrong with an .icc file as an output intent; undefined when it will do. */
export function profileFault(icc: Uint8Array): ProfileFault | undefined {
  const view = new DataView(icc.buffer, icc.byteOffset, icc.byteLength);
  if (icc.length < 132 || tag(icc, 36) !== 'acsp') return 'icc-no-profile';
  if (view.getUint32(0) !== icc.length) return 'icc-cut-short';
  if (tag(icc, 12) !== 'prtr') return 'icc-not-output';
  if (tag(icc, 16) !== 'CMYK') return 'icc-not-cmyk';
  const major = icc[8];
  if (major !== 2 && major !== 4) return 'icc-version';
  const tags = profileTags(icc, view);
  if (tags === undefined) return 'icc-cut-short';
  return tags.has('A2B0') && tags.has('B2A0') ? undefined : 'icc-no-tables';
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

/** The names of the profile's tables; undefined when one lies beyond the end of the file. */
function profileTags(icc: Uint8Array, view: DataView): ReadonlySet<string> | undefined {
  const count = view.getUint32(128);
  if (count > Math.floor((icc.length - 132) / 12)) return undefined;
  const tags = new Set<string>();
  for (let at = 132; at < 132 + 12 * count; at += 12) {
    if (view.getUint32(at + 4) + view.getUint32(at + 8) > icc.length) return undefined;
    tags.add(tag(icc, at));
  }
  return tags;
}

function tag(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}
