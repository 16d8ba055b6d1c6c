import type { DisplayItem } from '#engine/display/display-list.ts';
import type { Imprint, RuleBlock } from '#engine/model/issue.ts';
import type { BlockContext, ComposedBlock, PlacedBlock } from './composed.ts';
import { ruleLine } from './decorations.ts';
import { glyphFindings, placedFindings } from './glyph-findings.ts';
import { bodyBaseline } from './page-grid.ts';
import { setTextBox } from './text-box.ts';

/** Publisher's line at the foot of the page under a hairline (报尾). */
export function composeImprint(context: BlockContext, placed: PlacedBlock<Imprint>): ComposedBlock {
  const { typesetter } = context;
  const { rect, block } = placed;
  const source = { text: `block:${block.id}/text`, start: 0 };
  const spans = [{ text: block.text, style: typesetter.style('imprint'), source }];
  const leadingPt = typesetter.grid.leadingPt;
  const request = { spans, widthPt: rect.width, leadingPt, align: 'centre' as const };
  const box = setTextBox(typesetter, request, block.id);
  const firstBaseline = bodyBaseline(typesetter.template.body);
  const items: DisplayItem[] = [
    ruleLine(
      { x: 0, y: 0 },
      { x: rect.width, y: 0 },
      { ink: typesetter.ink('black'), widthPt: 0.4 },
    ),
    ...box.lines.map((line) => ({ ...line, y: line.y + firstBaseline + 1 })),
  ];
  const group = { kind: 'group' as const, id: block.id, x: rect.x, y: rect.y, items };
  return {
    group,
    findings: placedFindings(context, block, glyphFindings(box.text)),
    fit: undefined,
  };
}

/** A ruled line between blocks, centred along the longer side of its area (栏线). */
export function composeRule(context: BlockContext, placed: PlacedBlock<RuleBlock>): ComposedBlock {
  const { typesetter } = context;
  const { rect, block } = placed;
  const lying = rect.width >= rect.height;
  const from = lying ? { x: 0, y: rect.height / 2 } : { x: rect.width / 2, y: 0 };
  const to = lying ? { x: rect.width, y: rect.height / 2 } : { x: rect.width / 2, y: rect.height };
  const border = block.border === undefined ? undefined : typesetter.template.borders[block.border];
  const widthPt = border?.widthPt ?? 0.4;
  const ink = typesetter.ink(border?.ink ?? 'black');
  const items = [ruleLine(from, to, { ink, widthPt })];
  const group = { kind: 'group' as const, id: block.id, x: rect.x, y: rect.y, items };
  return { group, findings: [], fit: undefined };
}
