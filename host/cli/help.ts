import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import { HELP } from './help-text.ts';
import type { Terminal } from './terminal.ts';

/** `banxin help`: what there is, with the exit codes. */
export async function runHelp(_words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  await terminal.print(HELP[terminal.language]);
  return EXIT.done;
}
