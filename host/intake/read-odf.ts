import type { RawPart } from '#engine/intake/raw-matter.ts';
import type { Failure } from '#host/contract.ts';
import { DraftTrouble } from './draft-trouble.ts';
import { type FilePart, NO_ENVELOPE, type TakenPart } from './gathered.ts';
import { readOdfBody } from './odf-body.ts';
import { readOdfStyles } from './odf-styles.ts';
import { type PictureBox, SMALL_PICTURE } from './picture-box.ts';
import type { ZipEntry } from './zip-entries.ts';

/** True for an archive that is an OpenDocument text or sheet. */
export function isOdf(entries: readonly ZipEntry[]): boolean {
  const names = new Set(entries.map(({ name }) => name));
  return names.has('content.xml') && (names.has('mimetype') || names.has('META-INF/manifest.xml'));
}

/** Reads an OpenDocument file (.odt, .ods): words with their looks, tables, notes and pictures. */
export async function readOdf(entries: readonly ZipEntry[], box: PictureBox): Promise<FilePart> {
  const files = new Map(entries.map((entry) => [entry.name, entry]));
  const manifest = await files.get('META-INF/manifest.xml')?.read();
  const isLocked =
    manifest !== undefined && Buffer.from(manifest).includes('manifest:encryption-data');
  if (isLocked) throw new DraftTrouble('draft-locked');
  const content = await files.get('content.xml')?.read();
  if (content === undefined) throw new DraftTrouble('draft-damaged');
  const styles = readOdfStyles([await files.get('styles.xml')?.read(), content]);
  const { parts, linkedPictures } = readOdfBody(content, styles);
  const taken = new Map<string, TakenPart>();
  const notes: Failure[] = [];
  for (const part of parts) {
    if (part.kind !== 'picture' || taken.has(part.picture)) continue;
    const bytes = await files.get(part.picture)?.read();
    const found =
      bytes === undefined
        ? { code: 'draft-picture-missing', values: { name: part.picture } }
        : await box.take(part.picture, bytes);
    if (!('code' in found)) taken.set(part.picture, found);
    else if (found.code !== SMALL_PICTURE) notes.push(found);
  }
  if (linkedPictures > 0) {
    notes.push({ code: 'draft-remote-pictures', values: { count: linkedPictures } });
  }
  return {
    parts: parts.flatMap((part): readonly RawPart[] => {
      if (part.kind !== 'picture') return [part];
      const found = taken.get(part.picture);
      return found === undefined ? [] : [{ kind: 'picture', picture: found.picture.name }];
    }),
    notes,
    envelope: NO_ENVELOPE,
    pictures: [...taken.values()],
  };
}
