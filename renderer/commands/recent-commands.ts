import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import type { Command } from './command.ts';

/** As many as a menu shows without becoming a list to search. */
const MOST_SHOWN = 10;

/** One command for each issue that was open on this machine, save the one that is. */
export function recentCommands(desk: OpenDesk): readonly Command[] {
  const others = desk.hostDesk.recent.filter(
    ({ folder, isThere }) => isThere && folder !== desk.openIssue.folder,
  );
  return others.slice(0, MOST_SHOWN).map(({ folder, supplement, date }) => ({
    id: `file.recent:${folder}`,
    label: { zhCn: `${supplement}　${date}`, en: `${supplement} ${date}` },
    menu: 'file',
    group: 1,
    submenu: 'recent',
    run: () => desk.leave({ folder }),
  }));
}
