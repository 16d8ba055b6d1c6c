import { sha256 } from '#host/issue-folder/assets.ts';
import type { CheckedForm, CheckedPicture } from './check-form.ts';
import type { DoorFile } from './door-form.ts';

const LINE_END = '\r\n';
/** Characters of base64 in a line of a mail (RFC 2045). */
const LINE_CHARACTERS = 76;

/**
 * Writes a sending as a mail (.eml), so that what lies in the inbox can be opened by any mail
 * program: the words of the form as the letter, then the pictures, then the file. Captions stand
 * under the story with the number of their picture. The same form gives the same bytes.
 */
export function writeMail(form: CheckedForm): Uint8Array {
  const letter = letterOf(form);
  const files = [...form.pictures.map(({ file }) => file), ...(form.file ? [form.file] : [])];
  const boundary = `banxin-${sha256(Buffer.from(letter)).slice(0, 32)}`;
  const { name, unit, phone, elsewhere = '' } = form.sender;
  const headers = [
    `From: ${headerWords(name)} <correspondent@localhost>`,
    `Subject: ${headerWords(form.headline)}`,
    `X-Unit: ${headerWords(unit)}`,
    `X-Phone: ${headerWords(phone)}`,
    `X-Sent-Elsewhere: ${headerWords(elsewhere)}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
  ];
  const parts = [letterPart(letter), ...files.map(filePart)];
  const body = parts.map((part) => `--${boundary}${LINE_END}${part}`).join(LINE_END);
  const text = [...headers, '', body, `--${boundary}--`, ''].join(LINE_END);
  return Buffer.from(text, 'latin1');
}

function letterOf({ headline, text, pictures }: CheckedForm): string {
  const story = text === '' ? [] : [headline, '', text];
  return [...story, ...pictures.map(captionLine)].join('\n');
}

function captionLine({ caption, photographer }: CheckedPicture, at: number): string {
  return `图${at + 1}：${caption}（${photographer} 摄）`;
}

function letterPart(letter: string): string {
  return part(['Content-Type: text/plain; charset=utf-8'], Buffer.from(letter));
}

function filePart({ name, bytes }: DoorFile): string {
  const disposition = `attachment; filename="${headerWords(name)}"`;
  const headers = ['Content-Type: application/octet-stream', `Content-Disposition: ${disposition}`];
  return part(headers, bytes);
}

function part(headers: readonly string[], bytes: Uint8Array): string {
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
  const lines = base64.match(new RegExp(`.{1,${LINE_CHARACTERS}}`, 'gu')) ?? [];
  return [...headers, 'Content-Transfer-Encoding: base64', '', ...lines].join(LINE_END);
}

/** Bytes of UTF-8 in one encoded word; with its frame it stays under 75 characters (RFC 2047). */
const WORD_BYTES = 42;

/** Words for a header line, in base64 whatever they hold: no line of theirs can be another header. */
function headerWords(words: string): string {
  const encoded: string[] = [];
  let piece = '';
  for (const character of words) {
    if (Buffer.byteLength(piece + character) > WORD_BYTES) {
      encoded.push(piece);
      piece = '';
    }
    piece += character;
  }
  if (piece !== '') encoded.push(piece);
  return encoded.map((one) => `=?UTF-8?B?${Buffer.from(one).toString('base64')}?=`).join(' ');
}
