import { join } from 'node:path';
import { HOUSE } from './build-screen.ts';
import { bundleEntry } from './bundle-entry.ts';

/** The command line as one program: starts in half the time of its sources. */
export const COMMAND_LINE = join(HOUSE, 'out/cli/banxin.js');

/** Bundles host/cli/banxin.ts into out/cli/. */
export async function bundleCommandLine(): Promise<void> {
  const entry = { source: 'host/cli/banxin.ts', format: 'es', fileName: 'banxin.js' } as const;
  await bundleEntry(join(HOUSE, 'out/cli'), entry);
}

if (import.meta.main) await bundleCommandLine();
