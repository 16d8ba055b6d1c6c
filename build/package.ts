import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CliOptions } from 'electron-builder';
import { build } from 'electron-builder';
import { buildScreen, HOUSE } from './build-screen.ts';
import { bundleElectron } from './bundle-electron.ts';

/** What is packaged, and from where. */
export interface PackageOptions {
  /** Only the unpacked application, as a folder; otherwise the installers of this system. */
  readonly folderOnly: boolean;
  /** Folder with an unpacked Electron; undefined lets electron-builder fetch one. */
  readonly electronFolder: string | undefined;
  readonly outputFolder: string;
}

/** Bundles and packages the desk; answers the files made. */
export async function packageDesk(options: PackageOptions): Promise<readonly string[]> {
  await buildScreen();
  await bundleElectron();
  const settings = JSON.parse(readFileSync(join(HOUSE, 'build/electron-builder.json'), 'utf8'));
  const electron = options.electronFolder && { electronDist: options.electronFolder };
  const cli: CliOptions = {
    projectDir: HOUSE,
    publish: 'never',
    dir: options.folderOnly,
    config: {
      ...settings,
      ...electron,
      directories: { ...settings.directories, output: options.outputFolder },
    },
  };
  return await build(cli);
}

if (import.meta.main) {
  const electronFolder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folderOnly = process.argv.includes('--dir');
  const made = await packageDesk({ folderOnly, electronFolder, outputFolder: 'release' });
  for (const file of made) console.log(file);
}
