import { checkTextLength } from './allowance.ts';
import { type DecodedBytes, decodeBytes, isBinary } from './decode-bytes.ts';

/** What a file is, by what it holds; its suffix may lie. */
export type DraftFormat =
  | { readonly kind: 'zip' | 'doc' | 'rtf' | 'picture' | 'mail' | 'empty' }
  | { readonly kind: 'html' | 'markdown' | 'text'; readonly decoded: DecodedBytes }
  /** A kind that we know and do not read; the code of the failure that says so. */
  | { readonly kind: 'refused'; readonly code: string };

/** Four bytes that differ from file to file; how files begin is written in hexadecimal here. */
const REST = '.{8}';
const ARCHIVE = /^504b(0304|0506|0708)/u;
const COMPOUND = /^d0cf11e0a1b11ae1/u;
const RICH_TEXT = /^(efbbbf)?7b5c727466/u;
/** JPEG, PNG, TIFF, GIF, WebP, Photoshop, PostScript, and HEIC with its kin. */
const PICTURE = new RegExp(
  `^(ffd8ff|89504e470d0a|49492[ab]00|4d4d002[ab]|47494638|52494646${REST}57454250|38425053|2521` +
    `|${REST}66747970(686569|686576|6d6966|637278|61766966))`,
  'u',
);

/** Kinds of which we say the name, and what to do instead. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/^25504446/u, 'draft-is-pdf'],
  // RAR, 7-Zip, gzip, bzip2, xz.
  [/^(526172211a07|377abcaf271c|1f8b|425a68|fd377a58)/u, 'draft-archive-kind'],
  // MP4 and QuickTime, MP3, Ogg, AVI and WAV, Matroska, Flash.
  [/^(.{8}66747970|494433|4f676753|52494646|1a45dfa3|464c5601)/u, 'draft-is-film'],
  // Programs of Windows and Linux.
  [/^(4d5a(90|50|00)00|7f454c46)/u, 'draft-is-program'],
];

/**
 * Looks at a file; the name only settles between plain text and Markdown. Throws DraftTrouble for
 * a text too long to be looked at.
 */
export function formatOf(name: string, bytes: Uint8Array): DraftFormat {
  if (bytes.every((byte) => byte === 0)) return { kind: 'empty' };
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096));
  const sign = head.toString('hex', 0, 32);
  if (ARCHIVE.test(sign)) return { kind: 'zip' };
  if (COMPOUND.test(sign)) return compoundFile(bytes);
  if (RICH_TEXT.test(sign)) return { kind: 'rtf' };
  if (PICTURE.test(sign)) return { kind: 'picture' };
  const [, code] = REFUSED.find(([start]) => start.test(sign)) ?? [];
  if (code !== undefined) return { kind: 'refused', code };
  if (isMail(head.toString('latin1'))) return { kind: 'mail' };
  checkTextLength(bytes.length);
  return textFormat(name, decodeBytes(bytes));
}

/** Streams of a compound file are named in its directory, in UTF-16. */
const COMPOUND_KINDS: readonly (readonly [string, string])[] = [
  ['EncryptedPackage', 'draft-locked'],
  ['__substg1.0_', 'draft-is-msg'],
  ['Workbook', 'draft-is-spreadsheet'],
  ['PowerPoint Document', 'draft-is-slides'],
];

function compoundFile(bytes: Uint8Array): DraftFormat {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string) => file.includes(Buffer.from(stream, 'utf16le'));
  if (holds('WordDocument')) return { kind: 'doc' };
  const [, code] = COMPOUND_KINDS.find(([stream]) => holds(stream)) ?? [];
  return code === undefined ? { kind: 'doc' } : { kind: 'refused', code };
}

/** Lines such as `Subject: …` from the first on, and one that only mails have. */
function isMail(letters: string): boolean {
  const [block = ''] = letters.split(/\r?\n\r?\n/u);
  const lines = block.replace(/^From .*\r?\n/u, '').split(/\r?\n/u);
  const areHeaders = lines.slice(0, -1).every((line) => /^([!-9;-~]+:|[ \t])/u.test(line));
  const tells = /^(received|message-id|mime-version|from|date|subject|return-path|x-mailer):/imu;
  const told = block.match(new RegExp(tells, 'gimu'))?.length ?? 0;
  return areHeaders && lines.length > 1 && told >= 2;
}

function textFormat(name: string, decoded: DecodedBytes): DraftFormat {
  if (isBinary(decoded)) return { kind: 'refused', code: 'draft-unknown-format' };
  if (isHtml(decoded.text)) return { kind: 'html', decoded };
  if (isMarkdown(name, decoded.text)) return { kind: 'markdown', decoded };
  return { kind: 'text', decoded };
}

const HTML_START =
  /^\s*(<!doctype html|<(html|head|meta|body|title|style|script|div|section|article|table|p|span|h[1-6]|center|font|b|strong|img|ul|ol)\b|<!--|<\?xml)/iu;

function isHtml(text: string): boolean {
  return HTML_START.test(text.slice(0, 2000)) && /<\/?[a-z][^<]*>/iu.test(text.slice(0, 20_000));
}

/** By its name, or by two of its marks: one line with `# ` is no Markdown yet. */
function isMarkdown(name: string, text: string): boolean {
  if (/[.](md|markdown)$/iu.test(name)) return true;
  const sample = text.slice(0, 20_000);
  const signs = [
    /^#{1,6} \S/mu,
    /^\s{0,3}[-*] \S/mu,
    /\*\*[^*\n]+\*\*/u,
    /!?\[[^\]\n]*\]\([^)\n]+\)/u,
  ];
  return signs[0]?.test(sample) === true && signs.filter((sign) => sign.test(sample)).length >= 2;
}
