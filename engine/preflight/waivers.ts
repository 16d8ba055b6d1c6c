import type { Block, Issue, Page } from '#engine/model/issue.ts';
import type { Waiver } from '#engine/model/issue-answers.ts';
import { contentClientId } from '#engine/model/issue-doc.ts';
import { paragraphText } from '#engine/model/story-text.ts';
import type { Finding, FindingPlace } from '#engine/units/finding.ts';
import { findingRule } from './finding-rules.ts';

/** Findings that count, and those that somebody answers for. */
export interface SortedFindings {
  readonly open: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
}

/** A finding with the waiver that holds for it. */
export interface WaivedFinding {
  readonly id: string;
  readonly finding: Finding;
  readonly waiver: Waiver;
}

/** Who answers for a finding, why and when. */
export interface WaiverWords {
  readonly reason: string;
  readonly by: string;
  /** ISO time. */
  readonly at: string;
}

/** The waiver of a finding and the id it is filed under; undefined where nobody can answer. */
export function waiverOf(
  issue: Issue,
  finding: Finding,
  { reason, by, at }: WaiverWords,
): { readonly id: string; readonly waiver: Waiver } | undefined {
  if (!findingRule(finding.code).mayBeWaived) return undefined;
  const { code, values } = finding;
  const place = placeOf(issue, finding.where);
  const subject = subjectOf(issue, finding.where);
  const waiver = { code, place, subject, values, reason, by, at };
  return { id: `${code}-${contentClientId(keyOf(waiver)).toString(16)}`, waiver };
}

/** Parts findings by the waivers of the issue. */
export function sortFindings(issue: Issue, findings: readonly Finding[]): SortedFindings {
  const filed = new Map(Object.entries(issue.waivers).map(([id, one]) => [keyOf(one), id]));
  if (filed.size === 0) return { open: findings, waived: [] };
  const codes = new Set(Object.values(issue.waivers).map(({ code }) => code));
  const open: Finding[] = [];
  const waived: WaivedFinding[] = [];
  for (const finding of findings) {
    const { code, values } = finding;
    const mayHold = codes.has(code) && findingRule(code).mayBeWaived;
    const id = mayHold ? filed.get(keyOf({ code, values, ...thingOf(issue, finding) })) : undefined;
    const waiver = id === undefined ? undefined : issue.waivers[id];
    if (id === undefined || waiver === undefined) open.push(finding);
    else waived.push({ id, finding, waiver });
  }
  return { open, waived };
}

/** Waivers of findings that only the finished file of this page shows, with what they let pass. */
export function waiversOfPressedPage(issue: Issue, page: Page): readonly WaivedFinding[] {
  return Object.entries(issue.waivers)
    .filter(([, { code, place }]) => code.startsWith('pdf-') && place === `${page.id}//`)
    .map(([id, waiver]) => {
      const { code, values } = waiver;
      const finding = { code, severity: 'blocks press', where: { page: page.id }, values } as const;
      return { id, finding, waiver };
    });
}

function thingOf(issue: Issue, { where }: Finding): Pick<Waiver, 'place' | 'subject'> {
  return { place: placeOf(issue, where), subject: subjectOf(issue, where) };
}

function keyOf({
  code,
  place,
  subject,
  values,
}: Pick<Waiver, 'code' | 'place' | 'subject' | 'values'>): string {
  const matters = findingRule(code).matters ?? Object.keys(values).sort();
  return JSON.stringify([code, place, subject, matters.map((name) => values[name])]);
}

const PARAGRAPH_NUMBER = /\/story:\d+$/u;

/** Read-back names a page by its printed number, every other check by its id. */
function placeOf(issue: Issue, { page = '', block = '', text = '' }: FindingPlace): string {
  const isKnown = issue.pages.some(({ id }) => id === page);
  const numbered = isKnown ? undefined : issue.pages.find(({ number }) => number === page);
  return [numbered?.id ?? page, block, text.replace(PARAGRAPH_NUMBER, '/story')].join('/');
}

/** What stands at the place: it tells that the thing itself was changed. */
function subjectOf(issue: Issue, { block, text, start, end }: FindingPlace): string {
  if (text === undefined) return areaOf(issue, block);
  const words = wordsAt(issue, text);
  return start === undefined || end === undefined ? words : words.slice(start, end);
}

function areaOf(issue: Issue, id: string | undefined): string {
  const block = blockOf(issue, id);
  if (block === undefined) return '';
  const { column, columns, line, lines } = block.area;
  return [column, line, columns, lines].join(' ');
}

function blockOf(issue: Issue, id: string | undefined): Block | undefined {
  if (id === undefined) return undefined;
  return issue.pages.flatMap((page) => page.blocks).find((block) => block.id === id);
}

/** The words of a text by its name in the display list; for a picture its file. */
function wordsAt(issue: Issue, text: string): string {
  const [owner = '', part = '', field = ''] = text.split('/');
  const at = owner.indexOf(':');
  const [kind, id] = [owner.slice(0, at), owner.slice(at + 1)];
  switch (kind) {
    case 'article':
      return articleWords(issue, id, part);
    case 'picture':
      return pictureWords(issue, id, part);
    case 'adGrid': {
      const cell = issue.adGrids[id]?.cells[Number(part.replace('cell:', ''))];
      if (part === '') return '';
      if (cell?.kind !== 'partner') return JSON.stringify(cell ?? '');
      return field === 'label' || field === 'number'
        ? (cell.hotline?.[field] ?? '')
        : JSON.stringify(cell);
    }
    default:
      return '';
  }
}

function articleWords({ articles }: Issue, id: string, part: string): string {
  const article = articles[id];
  if (article === undefined) return '';
  if (part.startsWith('story:')) {
    const paragraph = article.story.paragraphs[Number(part.slice('story:'.length))];
    return paragraph === undefined ? '' : paragraphText(paragraph);
  }
  if (part === 'kicker' || part === 'headline' || part === 'deck') return article[part] ?? '';
  return '';
}

function pictureWords({ pictures }: Issue, id: string, part: string): string {
  const picture = pictures[id];
  if (picture === undefined) return '';
  return part === 'caption' || part === 'credit' ? picture[part] : (picture.asset ?? '');
}
