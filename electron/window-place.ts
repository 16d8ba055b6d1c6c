import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';
import { app, screen } from 'electron';

/** Where the window stood and how large it was when it was last closed. */
export interface WindowPlace {
  readonly bounds: Rectangle;
  readonly isMaximized: boolean;
}

function placeFile(): string {
  return join(app.getPath('userData'), 'window.json');
}

/** The place of last time; undefined the first time, and when that screen is gone. */
export function readWindowPlace(): WindowPlace | undefined {
  try {
    const { x, y, width, height, isMaximized } = JSON.parse(readFileSync(placeFile(), 'utf8'));
    const bounds = { x, y, width, height };
    if (!Object.values(bounds).every(Number.isSafeInteger) || !isOnScreen(bounds)) return undefined;
    return { bounds, isMaximized: isMaximized === true };
  } catch {
    return undefined;
  }
}

/** Keeps the place for next time. A place that cannot be kept is no reason to stay open. */
export function keepWindowPlace(window: BrowserWindow): void {
  try {
    mkdirSync(dirname(placeFile()), { recursive: true });
    const place = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
    writeFileSync(placeFile(), JSON.stringify(place));
  } catch (trouble) {
    console.error(trouble);
  }
}

/** So much of the window must be seen that it can be taken by its title. */
const HOLD_PX = 100;

function isOnScreen({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const left = Math.max(x, workArea.x);
    const right = Math.min(x + width, workArea.x + workArea.width);
    const isTitleSeen = y >= workArea.y && y < workArea.y + workArea.height - HOLD_PX;
    return right - left >= HOLD_PX && isTitleSeen;
  });
}
