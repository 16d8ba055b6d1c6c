#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { cacheFolder } from '#host/cache-folder.ts';
import { COMMANDS, isCommand } from './commands.ts';
import { EXIT } from './exit-codes.ts';
import { readLanguage } from './language.ts';
import { openTerminal } from './terminal.ts';

/** Runs one command; the exit code is set, not forced, so that pipes are emptied first. */
async function main(): Promise<void> {
  const { language, rest } = readLanguage(process.argv.slice(2), process.env);
  const terminal = openTerminal(language, process);
  const [word = 'help', ...words] = rest;
  const command = word === '--help' || word === '-h' ? 'help' : word;
  if (!isCommand(command)) {
    terminal.complain('unknown-command', { command: word });
    process.exitCode = EXIT.usage;
    return;
  }
  process.exitCode = await runCommand(command, words);

  async function runCommand(name: keyof typeof COMMANDS, args: readonly string[]) {
    try {
      const run = await COMMANDS[name]();
      return await run(args, terminal);
    } catch (trouble) {
      terminal.complain('our-bug', { reason: trouble instanceof Error ? trouble.message : '' });
      if (trouble instanceof Error) terminal.note(trouble.stack ?? '');
      return EXIT.bug;
    }
  }
}

// A fifth of a second for every run after the first; where it cannot be written, nothing is lost.
enableCompileCache(cacheFolder('program'));
await main();
