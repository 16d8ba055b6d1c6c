import type { GridArea } from './issue.ts';

/** The cells that two areas have in common; undefined for none. */
export function sharedArea(a: GridArea, b: GridArea): GridArea | undefined {
  const column = Math.max(a.column, b.column);
  const line = Math.max(a.line, b.line);
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  const lines = Math.min(a.line + a.lines, b.line + b.lines) - line;
  return columns > 0 && lines > 0 ? { column, line, columns, lines } : undefined;
}

/** True when no cell of the inner area lies outside the outer one. */
export function isAreaWithin(inner: GridArea, outer: GridArea): boolean {
  const isAcross =
    inner.column >= outer.column && inner.column + inner.columns <= outer.column + outer.columns;
  return (
    isAcross && inner.line >= outer.line && inner.line + inner.lines <= outer.line + outer.lines
  );
}
