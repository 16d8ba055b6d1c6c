import type { AdCell, Block, Issue } from './issue.ts';
import type { FormatProblem } from './parsing.ts';

/** The ids of articles, pictures and ad grids that a block shows. */
export interface BlockReferences {
  readonly articles: readonly string[];
  readonly pictures: readonly string[];
  readonly adGrids: readonly string[];
}

/** What a block shows, by id. */
export function blockReferences(block: Block): BlockReferences {
  const none = { articles: [], pictures: [], adGrids: [] };
  switch (block.kind) {
    case 'article':
      return {
        ...none,
        articles: [block.article],
        pictures: block.pictures.map((inset) => inset.picture),
      };
    case 'group':
      return { ...none, articles: block.members.map((member) => member.article) };
    case 'picture':
      return { ...none, pictures: [block.picture] };
    case 'adGrid':
      return { ...none, adGrids: [block.adGrid] };
    default:
      return none;
  }
}

/** The pictures that a cell of an ad grid shows, by id: its logo, or the picture that fills it. */
export function cellPictures(cell: AdCell): readonly string[] {
  if (cell.kind === 'picture') return [cell.picture];
  return cell.kind === 'partner' && cell.logo !== undefined ? [cell.logo] : [];
}

/**
 * Ids that name nothing, records filed under another id than their own, and block or page ids that
 * occur twice: edits and findings address all of these by id.
 */
export function danglingReferences(issue: Issue): readonly FormatProblem[] {
  return [
    ...misfiledRecords(issue),
    ...repeatedIds(issue),
    ...unknownReferences(issue),
    ...unknownCellPictures(issue),
  ];
}

function misfiledRecords(issue: Issue): readonly FormatProblem[] {
  const problems: FormatProblem[] = [];
  for (const shelf of ['articles', 'pictures', 'adGrids'] as const) {
    for (const [key, value] of Object.entries(issue[shelf])) {
      if (value.id === key) continue;
      problems.push({ path: `${shelf}.${key}.id`, code: 'misfiled', detail: value.id });
    }
  }
  return problems;
}

function repeatedIds(issue: Issue): readonly FormatProblem[] {
  const problems: FormatProblem[] = [];
  const seen = new Set<string>();
  const note = (kind: string, id: string, path: string) => {
    const name = `${kind} ${id}`;
    if (seen.has(name)) problems.push({ path, code: 'repeated_id', detail: id });
    seen.add(name);
  };
  issue.pages.forEach((page, pageIndex) => {
    note('page', page.id, `pages[${pageIndex}].id`);
    page.blocks.forEach((block, index) => {
      note('block', block.id, `pages[${pageIndex}].blocks[${index}].id`);
    });
  });
  return problems;
}

function unknownReferences(issue: Issue): readonly FormatProblem[] {
  const problems: FormatProblem[] = [];
  issue.pages.forEach((page, pageIndex) => {
    page.blocks.forEach((block, index) => {
      const path = `pages[${pageIndex}].blocks[${index}]`;
      const references = blockReferences(block);
      for (const shelf of ['articles', 'pictures', 'adGrids'] as const) {
        for (const id of references[shelf]) {
          if (Object.hasOwn(issue[shelf], id)) continue;
          problems.push({ path, code: 'unknown_reference', detail: `${shelf}.${id}` });
        }
      }
    });
  });
  return problems;
}

function unknownCellPictures(issue: Issue): readonly FormatProblem[] {
  return Object.entries(issue.adGrids).flatMap(([key, { cells }]) =>
    cells.flatMap((cell, index) =>
      cellPictures(cell)
        .filter((id) => !Object.hasOwn(issue.pictures, id))
        .map((id) => ({
          path: `adGrids.${key}.cells[${index}]`,
          code: 'unknown_reference',
          detail: `pictures.${id}`,
        })),
    ),
  );
}
