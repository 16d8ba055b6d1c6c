import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** A command reads its own words and says how it went. */
export type Command = (words: readonly string[], terminal: Terminal) => Promise<ExitCode>;

/** Every command, loaded when it is called: `probe` starts without press and pictures. */
export const COMMANDS = {
  press: async (): Promise<Command> => (await import('./press.ts')).runPress,
  deliver: async (): Promise<Command> => (await import('./deliver.ts')).runDeliver,
  proof: async (): Promise<Command> => (await import('./proof.ts')).runProof,
  profile: async (): Promise<Command> => (await import('./profile.ts')).runProfile,
  inbox: async (): Promise<Command> => (await import('./inbox.ts')).runInbox,
  compose: async (): Promise<Command> => (await import('./compose.ts')).runCompose,
  probe: async (): Promise<Command> => (await import('./probe.ts')).runProbe,
  help: async (): Promise<Command> => (await import('./help.ts')).runHelp,
} as const;

/** True when the word names a command. */
export function isCommand(word: string): word is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, word);
}
