import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { caretSegment } from '#engine/display/caret-segment.ts';
import { assert } from '#engine/units/assert.ts';
import { runBanxin } from '#tests/unit/host/cli/run-banxin.ts';
import { composedPage, type DeskUnderTest, openDeskUnderTest } from './desk-under-test.ts';
import { counterparts, differencePercent, type InkMask } from './ink-masks.ts';
import { paintedPage } from './painted-page.ts';
import { type PressRasters, rasterPlates } from './press-rasters.ts';

/** At actual size, 96 pixels an inch, so many device pixels for one make 150. */
const PPI = 150;
const DENSITY = PPI / 96;

/**
 * Measured on the sample: of a million inked pixels one has no ink within a pixel of it on the
 * other side, and the plates differ by 2.3 % at most, in small black text. A glyph two pixels off
 * leaves ten and more in its cell.
 */
const MOST_ALONE_IN_CELL = 2;
const MOST_ALONE = 5e-6;
const MOST_DIFFERENCE_PERCENT = 4;

let desk: DeskUnderTest;
let pressed: PressRasters;

beforeAll(async () => {
  desk = await openDeskUnderTest({
    changed: onTint,
    viewport: { width: 1560, height: 2240 },
    density: DENSITY,
  });
  const pdf = join(desk.folder, '..', 'page.pdf');
  const { exit, complaint } = await runBanxin(['press', desk.folder, '--anyway', '--out', pdf]);
  if (exit !== 0) throw new Error(complaint);
  pressed = await rasterPlates(pdf, PPI);
  await desk.page.locator('.page-root').focus();
  await desk.page.keyboard.press('Control+\\');
  await desk.page.locator('.side-edge.right').waitFor({ state: 'detached' });
  await desk.page.keyboard.press('Control+1');
}, 120_000);

vi.setConfig({ testTimeout: 60_000 });

afterAll(async () => {
  await desk?.close();
});

/** Black text over three inks, so that overprint has something to lie on. */
function onTint(json: string): string {
  const changed = json.replace(
    '"id": "cooperation"',
    '"id": "cooperation", "tint": "standingHeadGround"',
  );
  assert(changed !== json, 'the sample has that block');
  return changed;
}

type PlateName = 'c' | 'm' | 'y' | 'k';

const KEYS = { screen: 'Control+1', c: '1', m: '2', y: '3', k: '4' } as const;

/** What the canvas shows: in the colours of the screen, or as one plate. */
async function painted(shown: 'screen' | PlateName): Promise<InkMask> {
  const keys = shown === 'screen' ? KEYS.screen : `Control+Alt+Shift+${KEYS[shown]}`;
  await desk.page.keyboard.press(keys);
  // The zoom is told a little later, and its tiles are painted when it has come to rest.
  await desk.page.waitForTimeout(400);
  await desk.page.locator('.page-canvas[aria-busy=false]').waitFor();
  return paintedPage(desk.page);
}

/** Ink of each side without counterpart on the other. */
function bothWays(screen: InkMask, plate: InkMask) {
  const [onScreen, onPlate] = [counterparts(screen, plate), counterparts(plate, screen)];
  return {
    alone: Math.max(onScreen.alone, onPlate.alone),
    worst: Math.max(onScreen.worst.alone, onPlate.worst.alone),
    where: { onScreen, onPlate },
  };
}

function expectAgreement(screen: InkMask, plate: InkMask): void {
  const { alone, worst, where } = bothWays(screen, plate);
  expect(where.onScreen.inked).toBeGreaterThan(10_000);
  expect(worst, JSON.stringify(where)).toBeLessThanOrEqual(MOST_ALONE_IN_CELL);
  expect(alone, JSON.stringify(where)).toBeLessThan(MOST_ALONE);
}

test('the screen has its ink where the pressed page has it', async () => {
  expectAgreement(await painted('screen'), pressed.page);
});

test.each([
  ['cyan', 'c'],
  ['magenta', 'm'],
  ['yellow', 'y'],
  ['black', 'k'],
] as const)('the %s plate has its ink where the pressed plate has it', async (_, plate) => {
  const screen = await painted(plate);
  expectAgreement(screen, pressed[plate]);
  expect(differencePercent(screen, pressed[plate])).toBeLessThan(MOST_DIFFERENCE_PERCENT);
});

test('a single character two pixels off its place would be noticed', async () => {
  const { list } = composedPage(await desk.issue());
  const at = { text: 'article:lead/story:0', offset: 30, edge: 'leading' } as const;
  const [from, to] = [caretSegment(list, at), caretSegment(list, { ...at, offset: 31 })];
  assert(from !== undefined && to !== undefined, 'the character is on the page');
  const box = { x1: from.x1, x2: to.x1, y1: from.y1, y2: from.y2 };
  const screen = await painted('k');
  expect(bothWays(moved(screen, box), pressed.k).worst).toBeGreaterThan(2 * MOST_ALONE_IN_CELL);
});

test('black that does not overprint would be noticed', async () => {
  const [cyan, black] = [await painted('c'), await painted('k')];
  const ink = cyan.ink.map((amount, place) => ((black.ink[place] ?? 0) > 200 ? 0 : amount));
  const lost = bothWays({ ...cyan, ink }, pressed.c);
  expect(lost.worst).toBeGreaterThan(10 * MOST_ALONE_IN_CELL);
});

interface Box {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** The mask with what lies in the box, in points, two pixels farther right. */
function moved(mask: InkMask, box: Box): InkMask {
  const [left, right] = [box.x1, box.x2].map((x) => Math.round((x * PPI) / 72));
  const [top, bottom] = [box.y1, box.y2].map((y) => Math.round((y * PPI) / 72));
  assert(left && right && top && bottom, 'the box is on the page');
  const ink = mask.ink.slice();
  for (let y = top; y < bottom; y += 1) {
    for (let x = right + 1; x >= left + 2; x -= 1) {
      ink[y * mask.width + x] = mask.ink[y * mask.width + x - 2] ?? 0;
    }
    ink.fill(0, y * mask.width + left, y * mask.width + left + 2);
  }
  return { ...mask, ink };
}
