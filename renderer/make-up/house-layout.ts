import type { GridArea, HeadlineLayout, InnerColumns } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';

/** How a new article block is set until an editor says otherwise. */
export interface HouseLayout {
  readonly columns: InnerColumns;
  readonly headline: HeadlineLayout | undefined;
}

/**
 * Columns as wide as the base columns of the page, and the headline that the template's plan gives
 * to a block of about this width, kept to a third of the height.
 */
export function houseLayout(template: PageTemplate, area: GridArea): HouseLayout {
  const { count, gutter } = template.baseColumns;
  const measure = (template.body.columns - gutter * (count - 1)) / count;
  return {
    columns: {
      count: columnsThatFit(area, measure, gutter),
      mode: 'free',
      gutter,
      rule: true,
      balance: true,
    },
    headline: houseHeadline(template, area),
  };
}

/** Columns of about this measure in an area; at least one. */
export function columnsThatFit(area: GridArea, measure: number, gutter: number): number {
  return Math.max(1, Math.round((area.columns + gutter) / (measure + gutter)));
}

/** Share of a block that a headline may take at first. */
const HEADLINE_SHARE = 1 / 3;
const LEAST_HEADLINE_LINES = 2;

function houseHeadline(template: PageTemplate, area: GridArea): HeadlineLayout | undefined {
  const planned = template.plan.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'article' || block.headline?.placement !== 'above') return [];
      return [{ width: block.area.columns, headline: block.headline }];
    }),
  );
  const distance = (width: number) => Math.abs(width - area.columns);
  const [nearest] = planned.toSorted((a, b) => distance(a.width) - distance(b.width));
  if (nearest === undefined || area.lines <= LEAST_HEADLINE_LINES) return undefined;
  const most = Math.max(LEAST_HEADLINE_LINES, Math.floor(area.lines * HEADLINE_SHARE));
  return { ...nearest.headline, extent: Math.min(nearest.headline.extent, most) };
}
