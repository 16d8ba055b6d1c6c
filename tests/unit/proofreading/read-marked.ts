import { readFileSync } from 'node:fs';
import { type NewsroomLists, openProofBook } from '#engine/proofreading/proof-book.ts';
import type { ProofMark } from '#engine/proofreading/proof-mark.ts';
import type { ProofText, ProofTextKind } from '#engine/proofreading/proof-text.ts';
import { proofreadPage, proofreadText } from '#engine/proofreading/proofread.ts';
import type { ProofRoom } from '#engine/proofreading/text-rule.ts';

function readJson(name: string) {
  return JSON.parse(readFileSync(`templates/proofreading/${name}.json`, 'utf8'));
}

/** The rules of the house, as they are shipped. */
export const RULES: readonly { readonly id: string }[] = readJson('rules');

/** Where the sample was published: on Friday, 18 June 2021. */
export function proofRoom(lists: NewsroomLists = { words: [], titles: [] }): ProofRoom {
  const shipped = {
    rules: readJson('rules'),
    confusions: readJson('confusions'),
    lookAlikes: readJson('look-alikes'),
  };
  return { book: openProofBook(shipped, lists), issueDate: '2021-06-18' };
}

export const ROOM = proofRoom();

/** A text of an article. */
export function proofText(
  words: string,
  kind: ProofTextKind = 'paragraph',
  name = `article:a/${kind}`,
): ProofText {
  const openingLength = words.startsWith('本报讯') ? words.indexOf('）') + 1 : 0;
  return { name, kind, words, article: 'a', openingLength, quoteRunsOn: false };
}

/** The marks of a paragraph. */
export function marksOn(words: string, kind: ProofTextKind = 'paragraph'): readonly ProofMark[] {
  return proofreadText(proofText(words, kind), ROOM);
}

/** The paragraph with each mark written into it: 园区[部份⟩confused-word]企业. */
export function marked(words: string, kind: ProofTextKind = 'paragraph'): string {
  return withMarks(words, marksOn(words, kind));
}

/** The texts of a page with their marks written into them. */
export function markedPage(
  texts: readonly ProofText[],
  unmarkedAds: readonly string[] = [],
): readonly string[] {
  const marks = proofreadPage({ texts, unmarkedAds, characters: 0 }, ROOM);
  return texts.map(({ name, words }) =>
    withMarks(
      words,
      marks.filter(({ where }) => where.text === name),
    ),
  );
}

function withMarks(words: string, marks: readonly ProofMark[]): string {
  return marks.toReversed().reduce((text, { rule, where: { start, end } }) => {
    return `${text.slice(0, start)}[${text.slice(start, end)}⟩${rule}]${text.slice(end)}`;
  }, words);
}

/** The words after every mark that knows how has been mended. */
export function mended(words: string, kind: ProofTextKind = 'paragraph'): string {
  return marksOn(words, kind)
    .toReversed()
    .reduce((text, { where: { start, end }, fix }) => {
      return fix === undefined ? text : text.slice(0, start) + fix + text.slice(end);
    }, words);
}
