import { join } from 'node:path';
import { app, dialog } from 'electron';
import { openDeskHost } from '#host/desk/open-desk-host.ts';
import { BACK_ROOM_MEMORY, BACK_ROOM_PROGRAM } from '#host/desk/start-back-room.ts';
import { INTAKE_ROOM_MEMORY, INTAKE_ROOM_PROGRAM } from '#host/intake/start-intake-room.ts';
import { forkProgram } from './fork-program.ts';
import { startFolderIn } from './issue-path.ts';
import { setMenus } from './menus.ts';
import { choosePath } from './path-dialogs.ts';
import { startDesk } from './start-desk.ts';
import { shellWords } from './words.ts';

// Runs as out/electron/main.js, beside out/renderer. `electron . [ISSUE]`: the first word after the
// application that is no switch names the issue folder, or the pointer in it.
const words = process.argv.slice(process.defaultApp ? 2 : 1);

// Not awaited: Electron becomes ready only after this module has been loaded to its end.
startDesk({
  host: openDeskHost({
    shell: { choosePath, setMenus },
    startBackRoom: () => forkProgram(BACK_ROOM_PROGRAM, [BACK_ROOM_MEMORY]),
    startIntakeRoom: () => forkProgram(INTAKE_ROOM_PROGRAM, [INTAKE_ROOM_MEMORY]),
  }),
  startFolder: startFolderIn(words, process.cwd()),
  screenFolder: join(import.meta.dirname, '../renderer'),
  preloadFile: join(import.meta.dirname, 'preload.cjs'),
}).catch((trouble: unknown) => {
  console.error(trouble);
  dialog.showErrorBox(shellWords().startFailed, String(trouble));
  app.exit(1);
});
