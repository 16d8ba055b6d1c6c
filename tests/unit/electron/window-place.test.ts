import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as electron from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));
const { keepWindowPlace, readWindowPlace } = await import('#electron/window-place.ts');

const folder = electron.app.getPath();

beforeEach(() => mkdirSync(folder, { recursive: true }));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the window opens where it stood last time', () => {
  const window = new electron.BrowserWindow({});
  keepWindowPlace(window as unknown as Electron.BrowserWindow);
  expect(readWindowPlace()).toEqual({
    bounds: { x: 10, y: 20, width: 1200, height: 800 },
    isMaximized: false,
  });
});

test('a place on a screen that is gone, or none at all, is passed over', () => {
  expect(readWindowPlace()).toBeUndefined();
  const places = [
    '{"x": 3000, "y": 0, "width": 1200, "height": 800}',
    '{"x": 0, "y": -500, "width": 1200, "height": 800}',
    '{"x": "0", "y": 0}',
    'null',
    '{',
  ];
  for (const place of places) {
    writeFileSync(join(folder, 'window.json'), place);
    expect(readWindowPlace()).toBeUndefined();
  }
});
