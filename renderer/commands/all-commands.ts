import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { proofCommands } from '#renderer/proofreading/proof-commands.ts';
import { textCommands } from '#renderer/story-editor/text-commands.ts';
import { areaCommands } from './area-commands.ts';
import type { Command } from './command.ts';
import { deskCommands } from './desk-commands.ts';
import { fillerCommands } from './filler-commands.ts';
import { fitCommands } from './fit-commands.ts';
import { headlineCommands } from './headline-commands.ts';
import { makeUpCommands } from './make-up-commands.ts';
import { goToCommands, pageCommands } from './page-commands.ts';
import { partnerCommands } from './partner-commands.ts';
import { pictureCommands } from './picture-commands.ts';
import { recentCommands } from './recent-commands.ts';
import { viewCommands } from './view-commands.ts';

/** Everything an editor can ask of the desk, save what depends on what there is. */
export const ALL_COMMANDS: readonly Command[] = [
  ...deskCommands,
  ...pageCommands,
  ...makeUpCommands,
  ...pictureCommands,
  ...partnerCommands,
  ...fillerCommands,
  ...textCommands,
  ...headlineCommands,
  ...fitCommands,
  ...proofCommands,
  ...viewCommands,
  ...areaCommands,
];

const BY_ID = new Map(ALL_COMMANDS.map((command) => [command.id, command]));

/** All commands as they are now: those of the table, one for each page and each recent issue. */
export function commandsOf(desk: OpenDesk): readonly Command[] {
  return [...ALL_COMMANDS, ...goToCommands(desk), ...recentCommands(desk)];
}

/** The command of that name; undefined when there is none. */
export function commandById(id: string): Command | undefined {
  return BY_ID.get(id);
}

/** Runs a command when it is possible now; true when it was. */
export function runCommand(desk: OpenDesk, id: string): boolean {
  const command = BY_ID.get(id) ?? commandsOf(desk).find((one) => one.id === id);
  if (command === undefined || command.isEnabled?.(desk) === false) return false;
  command.run(desk);
  return true;
}
