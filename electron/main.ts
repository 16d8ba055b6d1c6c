import { join } from 'node:path';
import { app } from 'electron';
import { openDeskHost } from '#host/desk/open-desk-host.ts';
import { startDesk } from './start-desk.ts';

// Runs as out/electron/main.js, beside out/renderer. `electron . [ISSUE]`: the first word after the
// application that is no switch names the issue folder.
const words = process.argv.slice(process.defaultApp ? 2 : 1);

// Not awaited: Electron becomes ready only after this module has been loaded to its end.
startDesk({
  host: openDeskHost({ issueFolder: words.find((word) => !word.startsWith('-')) }),
  screenFolder: join(import.meta.dirname, '../renderer'),
  preloadFile: join(import.meta.dirname, 'preload.cjs'),
}).catch((trouble: unknown) => {
  console.error(trouble);
  app.exit(1);
});
