import { areaRect, pageGrid } from '#engine/compose/page-grid.ts';
import type { Block, Issue, Page } from '#engine/model/issue.ts';
import { blockReferences } from '#engine/model/issue-references.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import type { Finding } from '#engine/units/finding.ts';
import { mmToPt, ptToMm } from '#engine/units/units.ts';
import blockNames from '#templates/sentences/block-names.json' with { type: 'json' };
import { inLanguage } from './finding-sentence.ts';

/** Where a finding is, as a reader of the report can find it with a ruler. */
export interface FindingSpot {
  /** Number of the page: A06. */
  readonly page: string;
  /** What stands there: kind of the block and the words that it begins with; empty if unknown. */
  readonly block: string;
  /** From the left and upper edge of the page; undefined for what concerns all of it. */
  readonly xMm: number | undefined;
  readonly yMm: number | undefined;
}

/** What the places of a page are told from. */
export interface PlacedPage {
  readonly issue: Issue;
  readonly page: Page;
  readonly template: PageTemplate;
}

/** The place of a finding: by its block, or by what stands where it was measured. */
export function findingSpot(
  { where, values }: Finding,
  { issue, page, template }: PlacedPage,
  language: 'zh' | 'en',
): FindingSpot {
  const grid = pageGrid(template);
  const rectOf = ({ area }: Block) => areaRect(grid, area);
  const measured = pointOf(values);
  const block = measured
    ? page.blocks.findLast((one) => {
        const { x, y, width, height } = rectOf(one);
        const [left, top] = [mmToPt(measured.x) - x, mmToPt(measured.y) - y];
        return left >= -NEAR_PT && left <= width && top >= -NEAR_PT && top <= height;
      })
    : page.blocks.find(({ id }) => id === where.block);
  const corner = block && rectOf(block);
  const place = measured ?? (corner && { x: ptToMm(corner.x), y: ptToMm(corner.y) });
  return {
    page: page.number,
    block: block === undefined ? '' : blockWords(issue, block, { where, language }),
    xMm: place && Math.round(place.x),
    yMm: place && Math.round(place.y),
  };
}

/** Measured places are told in whole millimetres. */
const NEAR_PT = mmToPt(1);

function pointOf({ x, y }: Finding['values']) {
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : undefined;
}

const LONGEST_WORDS = 16;

function blockWords(
  issue: Issue,
  block: Block,
  { where, language }: Pick<Finding, 'where'> & { readonly language: 'zh' | 'en' },
): string {
  const { articles, pictures } = blockReferences(block);
  const [, named] = /^article:([^/]+)/u.exec(where.text ?? '') ?? [];
  const article = issue.articles[named ?? articles[0] ?? ''];
  const words =
    article?.headline || article?.slugline || issue.pictures[pictures[0] ?? '']?.caption || '';
  const kind = inLanguage(blockNames[block.kind], language);
  const short = words.replaceAll('\n', '');
  const shown = short.length > LONGEST_WORDS ? `${short.slice(0, LONGEST_WORDS)}…` : short;
  if (shown === '') return kind;
  return language === 'zh' ? `${kind}“${shown}”` : `${kind} "${shown}"`;
}
