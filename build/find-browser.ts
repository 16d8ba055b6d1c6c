import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Names and places of Chromium and its kin, the plainest first. */
const BROWSERS: Readonly<Record<string, readonly string[]>> = {
  linux: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Path of an installed Chromium, Chrome or Edge; `BANXIN_BROWSER` names another. */
export function findBrowser(): string | undefined {
  const wished = process.env.BANXIN_BROWSER;
  if (wished !== undefined) return wished;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = (BROWSERS[process.platform] ?? []).flatMap((name) =>
    /[\\/]/.test(name) ? [name] : folders.map((folder) => join(folder, name)),
  );
  return places.find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
