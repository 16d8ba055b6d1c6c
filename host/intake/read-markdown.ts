import type { RawParagraph, RawPart } from '#engine/intake/raw-matter.ts';
import type { Failure } from '#host/contract.ts';
import { PartList, plainParagraph } from './gathered.ts';

/** Bounded, like all that follow: a line of brackets must not be gone through for each of them. */
const PICTURE = /!\[([^\][\n]{0,400})\]\([^()\n]{0,2000}\)/gu;

/** Markdown as its writer sees it: headings, bold, lists and tables; no pictures from afar. */
export function readMarkdown(text: string): {
  readonly parts: readonly RawPart[];
  readonly notes: readonly Failure[];
} {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n?|\n/u);
  const list = new PartList();
  let remote = 0;
  let open: RawParagraph | undefined;
  const close = () => {
    if (open !== undefined) list.push(inlineDone(open));
    open = undefined;
  };
  for (const [at, raw] of withoutFrontMatter(lines).entries()) {
    remote += raw.match(PICTURE)?.length ?? 0;
    const line = raw.replaceAll(PICTURE, '$1');
    const row = tableRow(line);
    if (row !== undefined) {
      close();
      if (!isRule(row)) list.row(row);
    } else if (line.trim() === '' || /^\s*(```|~~~|([-*_]\s*){3,}$)/u.test(line)) close();
    else if (open !== undefined && at > 0 && startOf(line) === undefined) {
      open = { ...open, text: `${open.text}\n${line.trim()}` };
    } else {
      close();
      open = startOf(line) ?? plainParagraph(line.trim());
      if (open.level !== undefined) close();
    }
  }
  close();
  const notes = remote > 0 ? [{ code: 'draft-remote-pictures', values: { count: remote } }] : [];
  return { parts: list.parts, notes };
}

/** The block of settings between `---` lines that some programs put in front. */
function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  if (lines[0]?.trim() !== '---') return lines;
  const end = lines.slice(1, 50).findIndex((line) => line.trim() === '---');
  return end < 0 ? lines : lines.slice(end + 2);
}

/** The paragraph that a line opens by its mark in front. */
function startOf(line: string): RawParagraph | undefined {
  const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/u.exec(line);
  if (heading !== null) {
    const [, marks = '', text = ''] = heading;
    return { ...plainParagraph(text), level: marks.length };
  }
  const bullet = /^\s*[-*+]\s+(.*)$/u.exec(line);
  if (bullet !== null) return { ...plainParagraph(bullet[1] ?? ''), label: '•' };
  const numbered = /^\s*(\d{1,9})[.)]\s+(.*)$/u.exec(line);
  if (numbered !== null) {
    return { ...plainParagraph(numbered[2] ?? ''), label: `${numbered[1] ?? ''}.` };
  }
  const quoted = /^\s{0,3}>\s?(.*)$/u.exec(line);
  return quoted === null ? undefined : plainParagraph(quoted[1] ?? '');
}

function tableRow(line: string): readonly string[] | undefined {
  const inner = /^\s*\|(.*)\|\s*$/u.exec(line)?.[1];
  return inner?.split('|').map((cell) => inlineText(cell.trim()));
}

/** The line of hyphens below the head of a table. */
function isRule(row: readonly string[]): boolean {
  return row.every((cell) => /^:?-+:?$/u.test(cell));
}

function inlineDone(paragraph: RawParagraph): RawParagraph {
  const bold = /^(\*\*|__)(?!\s)[\s\S]+\1$/u.test(paragraph.text.trim());
  const isWhole = bold && !paragraph.text.trim().slice(2, -2).includes('**');
  return { ...paragraph, bold: isWhole, text: inlineText(paragraph.text) };
}

/** Without marks of emphasis, code and links; the words of a link stay. */
function inlineText(text: string): string {
  return text
    .replaceAll(/\[([^\][\n]{0,400})\]\([^()\n]{0,2000}\)/gu, '$1')
    .replaceAll(/(\*\*|__)(?=\S)([^\n]{1,400}?)\1/gu, '$2')
    .replaceAll(/(?<![*\w])\*(?=\S)([^*\n]{1,400})\*(?![*\w])/gu, '$1')
    .replaceAll(/`([^`\n]{1,400})`/gu, '$1')
    .replaceAll(/\\([\\`*_{}[\]()#+.!|>-])/gu, '$1')
    .replaceAll(/<(https?:[^<>\s]{1,2000})>/gu, '$1');
}
