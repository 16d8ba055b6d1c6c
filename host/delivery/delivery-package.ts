import type { PageNames } from '#engine/press/page-names.ts';
import { fileNameOf, namesApart } from '#engine/press/page-names.ts';
import type { AlongWithPages } from '#host/delivery-contract.ts';
import { sha256 } from '#host/issue-folder/assets.ts';
import type { LoadedPressProfile } from '#host/press/load-press-profile.ts';
import { type PressAttempt, pressed } from '#host/press/press-failure.ts';
import type { DeliveryOverride, OrderedPage } from './delivery-entry.ts';
import type { FileInHand } from './delivery-queue.ts';
import { pressPaper } from './press-paper.ts';
import { type SignedPage, signOffText, signOffWords } from './sign-off-sheet.ts';

/** A pressed page with what its names are filled in with. */
export interface PageInPackage {
  readonly file: FileInHand & { readonly page: OrderedPage };
  readonly names: PageNames;
  /** Version that it replaces; undefined for the first. */
  readonly replaces: number | undefined;
}

/** What a package is made from besides its pages. */
export interface PackageParts {
  readonly along: AlongWithPages;
  /** Paper, supplement and date. */
  readonly subject: string;
  readonly by: string;
  /** ISO time of the order. */
  readonly at: string;
  readonly override: DeliveryOverride | undefined;
  readonly press: LoadedPressProfile;
  readonly producer: string;
}

/** Nothing but the sign-off sheet goes along, unless the newsroom asks for more. */
export const USUALLY_ALONG: AlongWithPages = {
  signOffSheet: 'text',
  ready: { kind: 'none', name: '{file}.ready', content: 'manifest' },
};

/** False for a name that print shops would make a plate of, and for none. */
export function isReadyName(name: string): boolean {
  return name.trim() !== '' && !/\.(?:pdf|part)$/iu.test(name.trim());
}

/** Each page with its sign-off sheet, then the ready-files, as they are to be sent. */
export async function packageOf(
  pages: readonly PageInPackage[],
  parts: PackageParts,
): Promise<PressAttempt<readonly FileInHand[]>> {
  const files: FileInHand[] = [];
  const ready: FileInHand[] = [];
  for (const page of pages) {
    const sheet = await sheetOf(page, parts);
    if (!sheet.ok) return sheet;
    const own = [page.file, ...sheet.value];
    files.push(...own);
    if (parts.along.ready.kind === 'each page') ready.push(readyFile([page], own, parts));
  }
  if (parts.along.ready.kind === 'all pages') ready.push(readyFile(pages, files, parts));
  return pressed(withNamesApart([...files, ...ready]));
}

/** The usual end of names of sign-off sheets: `A06.pdf` has `A06.signoff.txt`. */
async function sheetOf(
  page: PageInPackage,
  parts: PackageParts,
): Promise<PressAttempt<readonly FileInHand[]>> {
  const { signOffSheet: form } = parts.along;
  if (form === 'none') return pressed([]);
  const sheet = signedPage(page, parts);
  const name = `${stemOf(page.file.name)}.signoff.${form === 'text' ? 'txt' : 'pdf'}`;
  const made = form === 'text' ? pressed(asBytes(signOffText(sheet))) : await asPdf(sheet, parts);
  if (!made.ok) return made;
  return pressed([{ name, bytes: made.value, page: undefined, readyFor: undefined }]);
}

function signedPage({ file, names, replaces }: PageInPackage, parts: PackageParts): SignedPage {
  const { subject, by, at, override } = parts;
  const { page, bytes } = file;
  const isUnsigned = override?.unsigned.includes(page.number) === true;
  return {
    ...{ subject, by, at, page, replaces },
    pageName: names.name,
    file: file.name,
    sha256: sha256(bytes),
    override: isUnsigned ? override : undefined,
  };
}

function asPdf(sheet: SignedPage, parts: PackageParts): Promise<PressAttempt<Uint8Array>> {
  const { subject, at } = parts;
  return pressPaper(signOffWords(sheet), { subject, at, mark: sheet.page.number }, parts);
}

function readyFile(
  pages: readonly PageInPackage[],
  files: readonly FileInHand[],
  { along, subject }: PackageParts,
): FileInHand {
  const { name, content } = along.ready;
  const text = content === 'empty' ? '' : manifest(files, `${subject}，${pages.length} 个版`);
  const readyFor = files.map((file) => file.name);
  return { name: readyName(name, pages), bytes: asBytes(text), page: undefined, readyFor };
}

/** Several pages have their numbers in a row, and the latest of their versions. */
function readyName(pattern: string, pages: readonly PageInPackage[]): string {
  const [first] = pages;
  if (first === undefined) return pattern;
  const own = pattern
    .replaceAll('{file}', () => stemOf(first.file.name))
    .replaceAll('{count}', String(pages.length));
  const page = pages.map(({ names }) => names.page).join('-');
  const version = Math.max(...pages.map(({ names }) => names.version));
  return fileNameOf(own, { ...first.names, page, version });
}

/** Names, bytes and sha-256: `sha256sum -c` passes over lines that begin with `#`. */
function manifest(files: readonly FileInHand[], title: string): string {
  const lines = files.flatMap(({ bytes, name }) => [
    `# ${bytes.length} bytes`,
    `${sha256(bytes)}  ${name}`,
  ]);
  return [`# ${title}`, ...lines, ''].join('\n');
}

/** Pages have their names already; whatever goes along takes none of them. */
function withNamesApart(files: readonly FileInHand[]): readonly FileInHand[] {
  const names = namesApart(files.map(({ name }) => name));
  return files.map((file, place) => ({ ...file, name: names[place] ?? file.name }));
}

function stemOf(name: string): string {
  return name.replace(/\.pdf$/iu, '');
}

function asBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
