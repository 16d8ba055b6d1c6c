import type { Block, GridArea, Issue } from '#engine/model/issue.ts';
import { ptToMm } from '#engine/units/units.ts';
import { type PageGeometry, rectOf } from './page-geometry.ts';

/** Words for places and sizes; see renderer/strings. */
export interface AreaWords {
  readonly size: (columns: string, lines: string) => string;
  readonly place: (column: string, line: string) => string;
  readonly millimetres: (width: string, height: string) => string;
  readonly from: (x: string, y: string) => string;
}

/** Size and place of an area, in characters and lines and in millimetres on the paper. */
export function areaLines(
  geometry: PageGeometry,
  area: GridArea,
  words: AreaWords,
): readonly string[] {
  const rect = rectOf(geometry, area);
  const mm = (pt: number) => ptToMm(pt).toFixed(1);
  const size = words.size(String(area.columns), String(area.lines));
  const place = words.place(String(area.column), String(area.line));
  return [
    `${size}　${words.millimetres(mm(rect.width), mm(rect.height))}`,
    `${place}　${words.from(mm(rect.x), mm(rect.y))}`,
  ];
}

/** What a block is called: its story, its caption or its standing head; empty when it has none. */
export function blockTitle(issue: Issue, block: Block): string {
  switch (block.kind) {
    case 'article':
      return articleTitle(issue, block.article);
    case 'group':
      return block.standingHead;
    case 'picture':
      return issue.pictures[block.picture]?.caption ?? '';
    default:
      return '';
  }
}

/** The working name of an article, or its headline in one line. */
export function articleTitle(issue: Issue, id: string): string {
  const article = issue.articles[id];
  if (article === undefined) return '';
  return article.slugline === '' ? article.headline.replaceAll('\n', '') : article.slugline;
}
