import type { ShellOrder } from '#host/contract.ts';

/** The order in a message of the main process; undefined when it is none of ours. */
export function readShellOrder(message: unknown): ShellOrder | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { kind, command, folder } = message as Readonly<Record<string, unknown>>;
  if (kind === 'command' && typeof command === 'string') return { kind, command };
  if (kind === 'open folder' && typeof folder === 'string') return { kind, folder };
  return undefined;
}
