import type { RawMatter } from '#engine/intake/raw-matter.ts';

/** All words of a draft, a paragraph or a row to a line. */
export function wordsOf(matter: RawMatter): string {
  const lines = matter.parts.map((part) => {
    if (part.kind === 'paragraph') return part.text;
    return part.kind === 'table' ? part.rows.map((row) => row.join('\t')).join('\n') : '';
  });
  const captions = matter.pictures.map(({ caption }) => caption);
  return [...lines, ...captions].filter((line) => line !== '').join('\n');
}

/** Text as it is searched: width and case of letters do not matter, nor do blanks. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ');
}

/** True when every word of the question is somewhere in the text. */
export function isFound(question: string, foldedText: string): boolean {
  const words = folded(question).split(' ');
  return words.every((word) => foldedText.includes(word));
}

/** Letters without blanks (字). */
export function letterCount(text: string): number {
  return [...text.replaceAll(/\s/gu, '')].length;
}

const LONGEST_SUBJECT = 60;

/** What a draft is called in the list: what its envelope says, or its first words. */
export function subjectOf(matter: RawMatter): string {
  const first = matter.parts.find((part) => part.kind === 'paragraph' && part.text.trim() !== '');
  const words = first?.kind === 'paragraph' ? first.text.trim() : '';
  const subject = isNoTitle(matter.envelope.subject) ? words : matter.envelope.subject;
  return subject.replaceAll(/\s+/gu, ' ').slice(0, LONGEST_SUBJECT);
}

/** Word notes a title that its user never saw. */
function isNoTitle(subject: string): boolean {
  return /^(|word\s*文档|microsoft word.*|文档\s*\d*|无标题|document\s*\d*|untitled)$/iu.test(
    subject.trim(),
  );
}
