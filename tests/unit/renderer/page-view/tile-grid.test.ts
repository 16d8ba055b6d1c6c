import { expect, test } from 'vitest';
import { pixelsOf, tileRect, tileSide, tilesInWindow } from '#renderer/page-view/tile-grid.ts';

const PAGE = { widthPt: 400, heightPt: 600 };
const WINDOW = { widthPx: 1000, heightPx: 800, leftPx: 100, topPx: 50, scale: 2 };

test('a window wants the tiles that it shows, from the middle outwards', () => {
  const tiles = tilesInWindow(PAGE, WINDOW);
  // 800 × 1200 pixels of page, of which 750 lines show, in tiles of 256.
  expect(tiles).toHaveLength(4 * 3);
  expect(tiles[0]).toEqual({ column: 1, row: 1 });
  expect(new Set(tiles.map(({ column, row }) => `${column}/${row}`)).size).toBe(12);
});

test('a tile that ends where the window ends is the last one', () => {
  const exact = { ...WINDOW, leftPx: 0, topPx: 0, widthPx: 512, heightPx: 256 };
  expect(tilesInWindow(PAGE, exact)).toHaveLength(2);
});

test('rings beyond the window end with the page', () => {
  expect(tilesInWindow(PAGE, WINDOW, 1)).toHaveLength(4 * 4);
});

test('a page pushed out of the window wants nothing', () => {
  expect(tilesInWindow(PAGE, { ...WINDOW, leftPx: 2000 })).toEqual([]);
});

test('tiles lie edge to edge on whole pixels', () => {
  const scale = 1.37;
  const side = tileSide(scale);
  const left = tileRect({ column: 2, row: 5 }, scale);
  const right = tileRect({ column: 3, row: 5 }, scale);
  expect(left.x + left.width).toBeCloseTo(right.x, 9);
  expect(Math.round(right.x * scale)).toBe(3 * side);
});

test('a small page is cut finer, for a tile of it holds more characters', () => {
  expect(tileSide(0.5)).toBeLessThan(tileSide(2));
});

test('a part of the page takes all the pixels that it touches', () => {
  expect(pixelsOf({ x: 10.2, y: 0, width: 5, height: 1.01 }, 2)).toEqual({
    left: 20,
    top: 0,
    right: 31,
    bottom: 3,
  });
});
