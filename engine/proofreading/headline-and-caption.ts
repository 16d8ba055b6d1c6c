import { type FoundName, namedCompanies, namedPersons, namedPlaces } from './names-in-text.ts';
import { hanNumber } from './numerals.ts';
import type { ProofPage } from './page-rule.ts';
import type { PageFault } from './proof-mark.ts';
import type { ProofText } from './proof-text.ts';

/** Figures and names of headlines, and names of captions, that their story does not have. */
export function headlineAndCaption({ texts }: ProofPage): readonly PageFault[] {
  const byArticle = Map.groupBy(texts, ({ article }) => article);
  const faults: PageFault[] = [];
  for (const [article, own] of byArticle) {
    const story = own.filter(({ kind }) => kind === 'paragraph').map(({ words }) => words);
    if (article === '' || story.length === 0) continue;
    const whole = story.join('\n');
    for (const text of own) {
      if (text.kind === 'headline') faults.push(...headlineFaults(text, whole));
      if (text.kind === 'caption') faults.push(...captionFaults(text, whole));
    }
  }
  return faults;
}

function headlineFaults(text: ProofText, story: string): readonly PageFault[] {
  const figures = [...text.words.matchAll(/\d+(?:\.\d+)?/gu)]
    .map(({ 0: words, index }) => ({ words, start: index }))
    .filter(({ words }) => !hasFigure(story, words));
  const han = [
    ...text.words.matchAll(
      /[一二三四五六七八九][百千](?![方\p{Script=Han}]?[一二三四五六七八九])/gu,
    ),
  ]
    .map(({ 0: words, index }) => ({ words, start: index }))
    .filter(({ words }) => !story.includes(words) && !hasFigure(story, roundFigure(words)));
  const names = namedPlaces(text).filter(({ words }) => !story.includes(words));
  return [
    ...[...figures, ...han].map((found) => missing('headline-figure', text, found)),
    ...names.map((found) => missing('headline-name', text, found)),
  ];
}

/** 八百 as 800. */
function roundFigure(words: string): string {
  return `${hanNumber(words.slice(0, 1))}${words.endsWith('百') ? '00' : '000'}`;
}

function hasFigure(story: string, figure: string): boolean {
  return new RegExp(`(?<![\\d.])${figure.replace('.', '[.]')}(?![\\d]|[.]\\d)`, 'u').test(story);
}

function captionFaults(text: ProofText, story: string): readonly PageFault[] {
  const names = [...namedPersons(text), ...namedPlaces(text), ...namedCompanies(text)];
  return names
    .filter(({ words }) => !story.includes(words))
    .map((found) => missing('caption-name', text, found));
}

function missing(rule: string, { name }: ProofText, { words, start }: FoundName): PageFault {
  return { rule, text: name, start, end: start + words.length, values: { words } };
}
