import type { Block } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { BlockContext } from './composed.ts';
import { placedFindings } from './glyph-findings.ts';

/** What is amiss with a block whatever its text: its place, and the names that it uses. */
export function blockFindings(context: BlockContext, block: Block): readonly Finding[] {
  const { template } = context.typesetter;
  const findings = [...outsideTypeArea(context, block), ...unknownNames(template, block)];
  return placedFindings(context, block, findings);
}

/** Whole points by which something sticks out; a hundredth of a point is rounding. */
export function pointsOver(excessPt: number): number {
  return Math.ceil(excessPt - 0.01);
}

/** Cells are whole or half; a hundredth covers what JSON may do to a half. */
const GRID_TOLERANCE = 0.01;

/** A block that leaves the type area is reported, and set all the same. */
function outsideTypeArea(context: BlockContext, { area }: Block): readonly Finding[] {
  const { columns, lines } = context.typesetter.grid;
  const inside =
    area.column >= 0 &&
    area.line >= 0 &&
    area.column + area.columns <= columns + GRID_TOLERANCE &&
    area.line + area.lines <= lines + GRID_TOLERANCE;
  if (inside) return [];
  const values = { columns, lines };
  return [{ code: 'block-outside-type-area', severity: 'warns', where: {}, values }];
}

/** A page may be moved to a template that lacks a tint, border or style: it is set without. */
function unknownNames(template: PageTemplate, block: Block): readonly Finding[] {
  const { swatches, borders, styles } = template;
  const findings: Finding[] = [];
  const check = (shelf: object, name: string | undefined) => {
    if (name === undefined || Object.hasOwn(shelf, name)) return;
    const values = { name, template: template.id };
    findings.push({ code: 'style-unknown', severity: 'blocks press', where: {}, values });
  };
  check(swatches, block.tint);
  check(borders, block.border);
  for (const name of headlineStyles(block)) check(styles, name);
  return findings;
}

function headlineStyles(block: Block): readonly string[] {
  const layouts =
    block.kind === 'group'
      ? block.members.map((member) => member.headline)
      : block.kind === 'article' && block.headline !== undefined
        ? [block.headline]
        : [];
  const parts = layouts.flatMap(({ kicker, headline, deck }) => [kicker, headline, deck]);
  return [...new Set(parts.flatMap((part) => (part === undefined ? [] : [part.style])))];
}
