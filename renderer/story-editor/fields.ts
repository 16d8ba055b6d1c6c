import type { Edit } from '#engine/model/edits/edit.ts';
import type { AdCell, Block, Issue } from '#engine/model/issue.ts';

/**
 * Fields are the texts of an issue that are not stories. They go by the names of the display list:
 * `article:ID/headline`, `picture:ID/caption`, `adGrid:ID/cell:3/name`, `block:ID/standingHead`.
 */
interface FieldName {
  readonly kind: string;
  readonly id: string;
  readonly cell: number;
  readonly field: string;
}

/** True for the name of a story, with or without a paragraph. */
export function isStoryName(name: string): boolean {
  return /^article:[^/]+\/story(:\d+)?$/.test(name);
}

/** The name of the whole text of which a position names a part: stories lose their paragraph. */
export function wholeText(name: string): string {
  return name.replace(/\/story:\d+$/, '/story');
}

/** Id of the article that a text belongs to, if it is an article's. */
export function articleOf(name: string): string | undefined {
  return /^article:([^/]+)\//.exec(name)?.[1];
}

/** True for fields that may be broken into lines by hand. */
export function mayHaveLines(name: string): boolean {
  return /^article:[^/]+\/(kicker|headline|deck)$/.test(name);
}

/** The words of a field; undefined when the issue has no such field that can be edited. */
export function fieldText(issue: Issue, name: string): string | undefined {
  const { kind, id, cell, field } = parseName(name);
  switch (kind) {
    case 'article': {
      const article = issue.articles[id];
      if (article === undefined) return undefined;
      if (field === 'kicker' || field === 'headline' || field === 'deck') {
        return article[field] ?? '';
      }
      return undefined;
    }
    case 'picture': {
      const picture = issue.pictures[id];
      return field === 'caption' || field === 'credit' ? picture?.[field] : undefined;
    }
    case 'adGrid': {
      const content = issue.adGrids[id]?.cells[cell];
      return content && cellText(content, field);
    }
    case 'block':
      return blockText(findBlock(issue, id), field);
    case 'issue':
      return field === 'supplement' ? issue.supplement : undefined;
    default:
      return undefined;
  }
}

/** The edit that gives a field other words; undefined when there is no such field. */
export function fieldEdit(issue: Issue, name: string, text: string): Edit | undefined {
  return fieldEdits(issue, new Map([[name, text]]))[0];
}

/**
 * The edits that give fields other words. Fields of one partner cell are one edit: it names the
 * whole cell, and a second would take the first back. Names of no field are passed over.
 */
export function fieldEdits(issue: Issue, words: ReadonlyMap<string, string>): readonly Edit[] {
  const edits: Edit[] = [];
  const cells = new Map<string, Extract<Edit, { readonly kind: 'filledAdCell' }>>();
  for (const [name, text] of words) {
    if (fieldText(issue, name) === undefined) continue;
    const { kind, id, cell, field } = parseName(name);
    if (kind === 'adGrid') {
      const owner = `${id}/${cell}`;
      const content = cells.get(owner)?.content ?? issue.adGrids[id]?.cells[cell];
      if (content === undefined) continue;
      const filled = withText(content, field, text);
      cells.set(owner, { kind: 'filledAdCell', adGrid: id, cell, content: filled });
      continue;
    }
    const edit = simpleEdit({ kind, id, field, text });
    if (edit !== undefined) edits.push(edit);
  }
  return [...edits, ...cells.values()];
}

interface WordedField {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
  readonly text: string;
}

function simpleEdit({ kind, id, field, text }: WordedField): Edit | undefined {
  switch (kind) {
    case 'article':
      if (field !== 'kicker' && field !== 'headline' && field !== 'deck') return undefined;
      return { kind: 'setHeadlinePart', article: id, part: field, text };
    case 'picture':
      return { kind: 'setPicture', picture: id, changes: { [field]: text } };
    case 'block':
      if (field !== 'standingHead' && field !== 'text') return undefined;
      return { kind: 'setBlockProperty', block: id, property: field, value: text };
    case 'issue':
      return { kind: 'setIssue', changes: { supplement: text } };
    default:
      return undefined;
  }
}

/** The texts one after another, as the Tab key goes through them: headlines and story, or cell. */
export function neighbouringText(issue: Issue, name: string, step: 1 | -1): string | undefined {
  const row = textRow(issue, wholeText(name));
  const place = row.indexOf(wholeText(name));
  return place < 0 ? undefined : row[place + step];
}

function textRow(issue: Issue, name: string): readonly string[] {
  const { kind, id, cell } = parseName(name);
  switch (kind) {
    case 'article':
      return ['kicker', 'headline', 'deck', 'story'].map((field) => `article:${id}/${field}`);
    case 'picture':
      return [`picture:${id}/caption`, `picture:${id}/credit`];
    case 'adGrid': {
      const fields = ['text', 'name', 'latinName', 'slogan', 'label', 'number'];
      const cells = issue.adGrids[id]?.cells.map((_, index) => index) ?? [cell];
      return cells
        .flatMap((index) => fields.map((field) => `adGrid:${id}/cell:${index}/${field}`))
        .filter((field) => fieldText(issue, field) !== undefined);
    }
    default:
      return [name];
  }
}

function parseName(name: string): FieldName {
  const parts = name.split('/');
  const [kind = '', id = ''] = (parts[0] ?? '').split(':');
  const cell = Number(/^cell:(\d+)$/.exec(parts[1] ?? '')?.[1] ?? -1);
  return { kind, id, cell, field: parts.at(-1) ?? '' };
}

function cellText(cell: AdCell, field: string): string | undefined {
  if (cell.kind === 'title') return field === 'text' ? cell.text : undefined;
  if (cell.kind === 'picture') return undefined;
  switch (field) {
    case 'name':
    case 'slogan':
      return cell[field];
    case 'latinName':
      return cell.latinName ?? '';
    case 'label':
    case 'number':
      return cell.hotline?.[field] ?? '';
    default:
      return undefined;
  }
}

function withText(cell: AdCell, field: string, text: string): AdCell {
  if (cell.kind === 'title') return { ...cell, text };
  if (cell.kind === 'picture') return cell;
  switch (field) {
    case 'name':
    case 'slogan':
      return { ...cell, [field]: text };
    case 'latinName':
      return { ...cell, latinName: text === '' ? undefined : text };
    default: {
      const { label = '', number = '' } = cell.hotline ?? {};
      const hotline = { label, number, [field]: text };
      const isNone = hotline.label === '' && hotline.number === '';
      return { ...cell, hotline: isNone ? undefined : hotline };
    }
  }
}

function findBlock(issue: Issue, id: string): Block | undefined {
  for (const page of issue.pages) {
    const found = page.blocks.find((block) => block.id === id);
    if (found !== undefined) return found;
  }
  return undefined;
}

function blockText(block: Block | undefined, field: string): string | undefined {
  if (block?.kind === 'group' && field === 'standingHead') return block.standingHead;
  return block?.kind === 'imprint' && field === 'text' ? block.text : undefined;
}
