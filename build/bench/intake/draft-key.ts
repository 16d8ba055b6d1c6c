import {
  applyRepairs,
  type CleanArticle,
  type CleanCopy,
  type CleanPiece,
} from '#engine/intake/apply-repairs.ts';
import { bylinesOf } from '#engine/intake/bylines.ts';
import type { Draft } from '#engine/intake/draft.ts';
import type { Paragraph } from '#engine/model/issue.ts';

/** What a draft has to become, made by hand or with the draft. */
export interface DraftKey {
  readonly articles: readonly ArticleKey[];
  /** Standing heads with the places of their articles in `articles`. */
  readonly groups: readonly {
    readonly standingHead: string;
    readonly members: readonly number[];
  }[];
  readonly captions: readonly { readonly caption: string; readonly credit: string }[];
  /** Name, Latin name, slogan, label and number of each cell. */
  readonly cells: readonly (readonly string[])[];
}

/** The fields of one article; undefined for a kicker or deck that is not there. */
export interface ArticleKey {
  readonly kicker: string | undefined;
  readonly headline: string | undefined;
  readonly deck: string | undefined;
  readonly names: readonly string[];
  readonly leadIn: string;
  /** Crossheads begin with `# `. */
  readonly paragraphs: readonly string[];
}

/** The fields that are counted. */
export type Field =
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'byline'
  | 'leadIn'
  | 'crosshead'
  | 'story'
  | 'group'
  | 'caption'
  | 'credit'
  | 'cell';

/** One field of a draft beside its key. */
export interface JudgedField {
  readonly field: Field;
  readonly wanted: string;
  readonly found: string;
}

/** All fields of a draft beside those of the key. */
export function judgedFields(draft: Draft, key: DraftKey): readonly JudgedField[] {
  const copy = applyRepairs(draft);
  return [
    ...articleFields(draft, copy, key),
    ...groupFields(copy, key),
    ...captionFields(copy, key),
    ...cellFields(copy, key),
  ];
}

/** True when the field reads as the key says. */
export function isRight({ wanted, found }: JudgedField): boolean {
  return wanted === found;
}

function articlesIn(copy: CleanCopy): readonly CleanArticle[] {
  return copy.flatMap((piece: CleanPiece): readonly CleanArticle[] => {
    if (piece.kind === 'article') return [piece];
    return piece.kind === 'group' ? piece.members : [];
  });
}

function articleFields(draft: Draft, copy: CleanCopy, key: DraftKey): readonly JudgedField[] {
  const found = articlesIn(copy);
  const count = Math.max(found.length, key.articles.length);
  return Array.from({ length: count }).flatMap((_, index) => {
    const wanted = key.articles[index];
    const article = found[index];
    const sender = draft.sender.name;
    const fields: readonly (readonly [Field, string, string])[] = [
      ['kicker', wanted?.kicker ?? '', article?.kicker ?? ''],
      ['headline', wanted?.headline ?? '', article?.headline ?? ''],
      ['deck', wanted?.deck ?? '', article?.deck ?? ''],
      ['byline', wanted?.names.join(' ') ?? '', article ? namesOf(article, sender) : ''],
      ['leadIn', wanted?.leadIn ?? '', article ? roleWords(article, 'leadIn') : ''],
      ['crosshead', crossheadsIn(wanted?.paragraphs), crossheadsIn(linesOf(article))],
      ['story', storyIn(wanted?.paragraphs), storyIn(linesOf(article))],
    ];
    return fields
      .filter(([field, one, other]) => field === 'headline' || field === 'story' || one + other)
      .map(([field, one, other]) => ({ field, wanted: one, found: other }));
  });
}

function crossheadsIn(lines: readonly string[] | undefined): string {
  return (lines ?? []).filter((line) => line.startsWith('# ')).join('\n');
}

function storyIn(lines: readonly string[] | undefined): string {
  return (lines ?? []).map((line) => line.replace(/^# /, '')).join('\n');
}

function linesOf(article: CleanArticle | undefined): readonly string[] {
  return (article?.paragraphs ?? []).map(({ kind, runs }: Paragraph) => {
    const text = runs.map((run) => run.text).join('');
    return kind === 'crosshead' ? `# ${text}` : text;
  });
}

function roleWords(article: CleanArticle, role: 'leadIn' | 'byline'): string {
  return article.paragraphs
    .flatMap(({ runs }) => runs.filter((run) => run.role === role))
    .map(({ text }) => text)
    .join(' ');
}

/** The names of the byline, or the sender where the article has none. */
function namesOf(article: CleanArticle, sender: string | undefined): string {
  const names = bylinesOf(roleWords(article, 'byline')).flatMap((byline) => byline.names);
  return names.length > 0 ? names.join(' ') : (sender ?? '');
}

function groupFields(copy: CleanCopy, key: DraftKey): readonly JudgedField[] {
  let at = 0;
  const found = copy.flatMap((piece) => {
    if (piece.kind === 'article') at += 1;
    if (piece.kind !== 'group') return [];
    const members = piece.members.map(() => at++);
    return [`${piece.standingHead}: ${members.join(' ')}`];
  });
  const wanted = key.groups.map(
    ({ standingHead, members }) => `${standingHead}: ${members.join(' ')}`,
  );
  return pairs('group', wanted, found);
}

function captionFields(copy: CleanCopy, key: DraftKey): readonly JudgedField[] {
  const found = copy.filter((piece) => piece.kind === 'picture');
  const credits = key.captions.map(({ credit }) => credit);
  return [
    ...pairs(
      'caption',
      key.captions.map(({ caption }) => caption),
      found.map(({ caption }) => caption),
    ),
    ...pairs(
      'credit',
      credits,
      found.map(({ credit }) => credit),
    ).filter(({ wanted, found: credit }) => wanted + credit !== ''),
  ];
}

function cellFields(copy: CleanCopy, key: DraftKey): readonly JudgedField[] {
  const found = copy.flatMap((piece) => (piece.kind === 'partnerGrid' ? piece.cells : []));
  const words = found.map(({ name, latinName, slogan, label, number }) => [
    name,
    latinName,
    slogan,
    label,
    number,
  ]);
  const count = Math.max(words.length, key.cells.length);
  return Array.from({ length: count }).flatMap((_, index) =>
    pairs('cell', key.cells[index] ?? [], words[index] ?? []).filter(
      ({ wanted, found: word }) => wanted + word !== '',
    ),
  );
}

function pairs(
  field: Field,
  wanted: readonly string[],
  found: readonly string[],
): readonly JudgedField[] {
  return Array.from({ length: Math.max(wanted.length, found.length) }, (_, index) => {
    return { field, wanted: wanted[index] ?? '', found: found[index] ?? '' };
  });
}
