import type { PressFailure } from '#host/press/press-failure.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** Says why a page was not pressed, proofed or written, and with which code the command ends. */
export function complainOfPress(failure: PressFailure, terminal: Terminal): ExitCode {
  // The finding of that name means a slot without a picture; this is a file that is not there.
  const isFileMissing = failure.code === 'picture-missing';
  terminal.complain(isFileMissing ? 'picture-file-missing' : failure.code, failure.values);
  if (failure.code === 'pdf-held') return EXIT.held;
  return failure.code.startsWith('output-') ? EXIT.output : EXIT.material;
}
