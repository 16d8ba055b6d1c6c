import type { PageTemplate } from '#engine/model/template.ts';

/** A base column of the page, in characters from the left edge of the type area. */
export interface BaseColumn {
  readonly from: number;
  readonly to: number;
}

/** The base columns (基本栏) of pages of a template, left to right. */
export function baseColumns({ baseColumns: base, body }: PageTemplate): readonly BaseColumn[] {
  const width = measureOf({ baseColumns: base, body });
  return Array.from({ length: base.count }, (_, index) => {
    const from = index * (width + base.gutter);
    return { from, to: from + width };
  });
}

/** Columns of about the base measure that go into a width; at least one. */
export function columnsThatFit(template: PageTemplate, columns: number): number {
  const { gutter } = template.baseColumns;
  return Math.max(1, Math.round((columns + gutter) / (measureOf(template) + gutter)));
}

function measureOf({ baseColumns: base, body }: Pick<PageTemplate, 'baseColumns' | 'body'>) {
  return (body.columns - base.gutter * (base.count - 1)) / base.count;
}
