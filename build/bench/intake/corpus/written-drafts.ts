import { readFileSync } from 'node:fs';
import type { RawParagraph, RawPart } from '#engine/intake/raw-matter.ts';
import { type DraftCase, fileCase, paragraph, textCase } from './draft-case.ts';
import { type ReadKey, readKey } from './written-key.ts';

/** A line of a file: how it looks in braces, then its words. */
const LOOKED = /^\{(?<looks>[^{}]*)\}(?<words>.*)$/u;

/**
 * The drafts of a round, from its text file. Each begins with `@@` and its name; what was sent
 * stands above a line of `%%`, the key below it.
 *
 * In what was sent, lines that begin with looks in braces make a file: `{c b 22}` is centred, bold,
 * 22 points, `{h1}` a heading, `{n1.}` a numbered line, `{row}` a row of a table, `{pic}` a picture
 * by its name, `{subject}` and `{sender}` the envelope of a mail. All other drafts are pastes.
 */
export function writtenDrafts(round: string): readonly DraftCase[] {
  const path = new URL(`./rounds/${round}.txt`, import.meta.url);
  return readFileSync(path, 'utf8')
    .split(/^@@ /mu)
    .slice(1)
    .map((entry) => draftOf(entry));
}

function draftOf(entry: string): DraftCase {
  const [top = '', keyLines = ''] = entry.split(/^%%\n/mu);
  const [name = '', ...lines] = top.replace(/\n$/u, '').split('\n');
  const key = readKey(keyLines);
  return LOOKED.test(lines[0] ?? '') ? fileDraft(name, lines, key) : textCase(name, lines, key);
}

function fileDraft(name: string, lines: readonly string[], key: ReadKey): DraftCase {
  const envelope = { subject: '', sender: '', address: '', sentAt: undefined };
  const parts: RawPart[] = [];
  const pictures: string[] = [];
  let rows: string[][] = [];
  for (const { looks, words } of lines.map((line) => lookedAt(line))) {
    if (looks === 'row') {
      if (rows.length === 0) parts.push({ kind: 'table', rows });
      rows.push(words.split('|'));
      continue;
    }
    rows = [];
    if (looks === 'subject' || looks === 'sender') envelope[looks] = words;
    else if (looks === 'pic') {
      pictures.push(words);
      parts.push({ kind: 'picture', picture: words });
    } else parts.push(paragraph(words.replaceAll('⏎', '\n'), lookOf(looks)));
  }
  const carried = pictures.map((one) => ({ name: one, caption: '', credit: '' }));
  return fileCase(name, { parts, pictures: carried, envelope }, key);
}

function lookedAt(line: string): { readonly looks: string; readonly words: string } {
  const { looks = '', words = line } = LOOKED.exec(line)?.groups ?? {};
  return { looks, words };
}

function lookOf(looks: string): Partial<RawParagraph> {
  return Object.assign({}, ...looks.split(' ').map((word) => lookOfWord(word)));
}

function lookOfWord(word: string): Partial<RawParagraph> {
  if (word === 'c') return { centred: true };
  if (word === 'b') return { bold: true };
  if (word.startsWith('h')) return { level: Number(word.slice(1)) };
  if (word.startsWith('n')) return { label: word.slice(1) };
  return word === '' ? {} : { sizePt: Number(word) };
}
