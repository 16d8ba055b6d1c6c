import type { RawEnvelope, RawPart } from '#engine/intake/raw-matter.ts';
import type { Failure } from '#host/contract.ts';
import { type DocxContext, readDocxBody } from './docx-body.ts';
import { readDocxNumbering } from './docx-numbering.ts';
import { readDocxStyles } from './docx-styles.ts';
import { DraftTrouble } from './draft-trouble.ts';
import { type FilePart, NO_ENVELOPE, type TakenPart } from './gathered.ts';
import { type PictureBox, SMALL_PICTURE } from './picture-box.ts';
import { walkXml } from './walk-xml.ts';
import type { ZipEntry } from './zip-entries.ts';

/** True for an archive that is a Word file. */
export function isDocx(entries: readonly ZipEntry[]): boolean {
  const names = new Set(entries.map(({ name }) => name));
  return names.has('[Content_Types].xml') && entries.some(({ name }) => /^word\//u.test(name));
}

/** The other files of Office, which are archives too; the code of the failure that says so. */
export function otherOfficeKind(entries: readonly ZipEntry[]): string | undefined {
  const holds = (folder: string) => entries.some(({ name }) => name.startsWith(folder));
  if (!entries.some(({ name }) => name === '[Content_Types].xml')) return undefined;
  if (holds('xl/')) return 'draft-is-spreadsheet';
  return holds('ppt/') ? 'draft-is-slides' : undefined;
}

/** Where the parts of a Word file lie, and what its pictures are called. */
interface DocxFile {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** The document, such as `word/document.xml`. */
  readonly document: string;
  /** Targets by relationship, from the top of the archive. */
  readonly targets: ReadonlyMap<string, string>;
}

/** Reads a Word file by Word or WPS: words, looks, tables, text boxes, notes and pictures. */
export async function readDocx(entries: readonly ZipEntry[], box: PictureBox): Promise<FilePart> {
  const file = await openDocx(entries);
  const besides = (name: string) => partOf(file, besideDocument(file, name));
  const context: DocxContext = {
    styles: readDocxStyles(await besides('styles.xml')),
    labels: readDocxNumbering(await besides('numbering.xml')),
  };
  const document = await partOf(file, file.document);
  if (document === undefined) throw new DraftTrouble('draft-damaged');
  const body = readDocxBody(document, context);
  const notes = await readNotes([await besides('footnotes.xml'), await besides('endnotes.xml')], {
    ...context,
  });
  const pictures = await takePictures(file, [...body.parts, ...notes], box);
  const remote = body.linkedPictures;
  return {
    parts: [...body.parts, ...notes].flatMap((part) => namedPicture(part, pictures.taken)),
    envelope: await readProperties(await partOf(file, 'docProps/core.xml')),
    notes: [
      ...pictures.notes,
      ...(remote > 0 ? [{ code: 'draft-remote-pictures', values: { count: remote } }] : []),
    ],
    pictures: [...pictures.taken.values()],
  };
}

async function openDocx(list: readonly ZipEntry[]): Promise<DocxFile> {
  const entries = new Map(list.map((entry) => [entry.name, entry]));
  const tops = await relationships(entries, '');
  const found = tops.find(({ type }) => type.endsWith('/officeDocument'))?.target;
  const document = found ?? 'word/document.xml';
  const targets = new Map(
    (await relationships(entries, document)).map(({ id, target }) => [id, target]),
  );
  return { entries, document, targets };
}

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** The relationships of a part; those that lead out of the archive are left out. */
async function relationships(
  entries: ReadonlyMap<string, ZipEntry>,
  part: string,
): Promise<readonly Relationship[]> {
  const [folder, name] = [part.replace(/[^/]*$/u, ''), part.replace(/^.*\//u, '')];
  const bytes = await entries.get(`${folder}_rels/${name}.rels`)?.read();
  const found: Relationship[] = [];
  if (bytes === undefined) return found;
  walkXml(bytes, {
    open(element, { Id = '', Type = '', Target = '', TargetMode }) {
      if (element !== 'Relationship' || TargetMode === 'External') return;
      const target = Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}`;
      found.push({ id: Id, type: Type, target: withoutSteps(target) });
    },
    close() {},
  });
  return found;
}

/** `word/../media/a.png` is `media/a.png`; a name to look up, never a path on the disk. */
function withoutSteps(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function besideDocument({ document }: DocxFile, name: string): string {
  return document.replace(/[^/]*$/u, name);
}

async function partOf({ entries }: DocxFile, name: string): Promise<Uint8Array | undefined> {
  return entries.get(name)?.read();
}

/** Footnotes and endnotes, behind the text, numbered through. */
async function readNotes(
  files: readonly (Uint8Array | undefined)[],
  context: DocxContext,
): Promise<readonly RawPart[]> {
  const parts = files.flatMap((bytes) =>
    bytes === undefined ? [] : readDocxBody(bytes, context).parts,
  );
  // The lines that separate notes from text are notes without words.
  const written = parts.filter((part) => part.kind !== 'paragraph' || part.text.trim() !== '');
  return written.map((part, at) =>
    part.kind === 'paragraph'
      ? { ...part, text: part.text.trim(), label: part.label ?? `[${at + 1}]` }
      : part,
  );
}

interface TakenPictures {
  readonly taken: ReadonlyMap<string, TakenPart>;
  readonly notes: readonly Failure[];
}

/** A picture that is shown twice is taken once. */
async function takePictures(
  file: DocxFile,
  parts: readonly RawPart[],
  box: PictureBox,
): Promise<TakenPictures> {
  const marks = parts.flatMap((part) => (part.kind === 'picture' ? [part.picture] : []));
  const taken = new Map<string, TakenPart>();
  const notes: Failure[] = [];
  for (const mark of new Set(marks)) {
    const target = file.targets.get(mark) ?? '';
    const bytes = await partOf(file, target);
    const picture =
      bytes === undefined
        ? { code: 'draft-picture-missing', values: { name: target } }
        : await box.take(target, bytes);
    if (!('code' in picture)) taken.set(mark, picture);
    else if (picture.code !== SMALL_PICTURE) notes.push(picture);
  }
  return { taken, notes };
}

/** A part with its picture under the name that the draft gives it; without one it goes. */
function namedPicture(part: RawPart, taken: ReadonlyMap<string, TakenPart>): readonly RawPart[] {
  if (part.kind !== 'picture') return [part];
  const found = taken.get(part.picture);
  return found === undefined ? [] : [{ kind: 'picture', picture: found.picture.name }];
}

/** Title and author, as the program that wrote the file noted them. */
async function readProperties(bytes: Uint8Array | undefined): Promise<RawEnvelope> {
  const words: Record<string, string> = {};
  let open = '';
  if (bytes === undefined) return NO_ENVELOPE;
  walkXml(bytes, {
    open(name) {
      open = name;
    },
    close() {
      open = '';
    },
    text(text) {
      words[open] = `${words[open] ?? ''}${text}`;
    },
  });
  return {
    ...NO_ENVELOPE,
    subject: words['dc:title']?.trim() ?? '',
    sender: words['dc:creator']?.trim() ?? '',
  };
}
