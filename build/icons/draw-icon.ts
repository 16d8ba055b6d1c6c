/*
 * The mark of 版心, the heart of the page: a type area ruled for characters, with one in its middle,
 * red as a seal.
 */

const DESK = '#2f3236';
const PAPER = '#f6f2e9';
const RULE = '#b4ad9e';
const RED = '#cf3824';

/**
 * How the mark is drawn at a size, in pixels of that size. All sides are even, so that every edge
 * falls on a pixel.
 */
interface Plan {
  readonly size: number;
  /** Side of the desk, and of the page on it. */
  readonly desk: number;
  readonly page: number;
  /** Thickness of the line around the type area, and of those within. */
  readonly frame: number;
  readonly rule: number;
  readonly cell: number;
  /** Characters in a line, and lines: an odd number has a middle. */
  readonly cells: number;
}

const LARGEST: Plan = {
  ...{ size: 256, desk: 228, page: 178, frame: 4, rule: 3, cell: 24, cells: 5 },
};
const PLANS: readonly Plan[] = [
  { size: 16, desk: 16, page: 12, frame: 1, rule: 1, cell: 2, cells: 3 },
  { size: 24, desk: 24, page: 18, frame: 1, rule: 1, cell: 4, cells: 3 },
  { size: 32, desk: 32, page: 26, frame: 1, rule: 1, cell: 6, cells: 3 },
  { size: 48, desk: 46, page: 36, frame: 1, rule: 1, cell: 8, cells: 3 },
  { size: 64, desk: 60, page: 46, frame: 2, rule: 1, cell: 6, cells: 5 },
  LARGEST,
];

/** The icon as SVG, for a size in pixels. */
export function drawIcon(size: number): string {
  const plan = PLANS.find((one) => one.size >= size) ?? LARGEST;
  const area = plan.cells * plan.cell + (plan.cells - 1) * plan.rule;
  const shapes = [
    square(plan, { side: plan.desk, colour: DESK, radius: plan.desk * 0.21 }),
    square(plan, { side: plan.page, colour: PAPER, radius: plan.page * 0.02 }),
    square(plan, { side: area + 2 * plan.frame, colour: DESK }),
    square(plan, { side: area, colour: PAPER }),
    ...rules(plan, area),
    square(plan, { side: plan.cell + 2 * plan.rule, colour: RED }),
  ];
  const sides = `width="${size}" height="${size}" viewBox="0 0 ${plan.size} ${plan.size}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${sides}>${shapes.join('')}</svg>`;
}

interface Square {
  readonly side: number;
  readonly colour: string;
  readonly radius?: number;
}

/** Everything stands in the middle. */
function square({ size }: Plan, { side, colour, radius = 0 }: Square): string {
  const at = (size - side) / 2;
  const place = `x="${at}" y="${at}" width="${side}" height="${side}"`;
  return `<rect ${place} rx="${radius}" fill="${colour}"/>`;
}

/** The lines between the characters, down and across. */
function rules({ size, rule, cell, cells }: Plan, area: number): readonly string[] {
  const start = (size - area) / 2;
  return Array.from({ length: cells - 1 }, (_, place) => {
    const at = start + (place + 1) * cell + place * rule;
    const down = `x="${at}" y="${start}" width="${rule}" height="${area}"`;
    const across = `x="${start}" y="${at}" width="${area}" height="${rule}"`;
    return `<rect ${down} fill="${RULE}"/><rect ${across} fill="${RULE}"/>`;
  });
}
