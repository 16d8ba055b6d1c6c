import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CliOptions } from 'electron-builder';
import { build } from 'electron-builder';
import { buildScreen, HOUSE } from './build-screen.ts';
import { bundleElectron, ELECTRON_FOLDER } from './bundle-electron.ts';

/** What is packaged, and from where. */
export interface PackageOptions {
  /** Only the unpacked application, as a folder; otherwise the installers of this system. */
  readonly folderOnly: boolean;
  /** Folder with an unpacked Electron; undefined lets electron-builder fetch one. */
  readonly electronFolder: string | undefined;
  readonly outputFolder: string;
  /**
   * For another system than this one, to look at the result. What is released is packaged on its
   * own system: only there npm has put the native code for pictures.
   */
  readonly system?: 'linux' | 'win' | 'mac';
}

/** Bundles and packages the desk; answers the files made. */
export async function packageDesk(options: PackageOptions): Promise<readonly string[]> {
  // Chunks of an earlier bundle have other names, and would be packaged with the new ones.
  rmSync(ELECTRON_FOLDER, { recursive: true, force: true });
  await buildScreen();
  await bundleElectron();
  return await packBundles(options);
}

/** Packages the bundles that lie in out/. */
export async function packBundles(options: PackageOptions): Promise<readonly string[]> {
  const settings = JSON.parse(readFileSync(join(HOUSE, 'build/electron-builder.json'), 'utf8'));
  const electron = options.electronFolder && { electronDist: options.electronFolder };
  const cli: CliOptions = {
    projectDir: HOUSE,
    publish: 'never',
    dir: options.folderOnly,
    ...(options.system && { [options.system]: [] }),
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
