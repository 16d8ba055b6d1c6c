import type { Command } from './command.ts';
import { pinyinInitials } from './pinyin-initials.ts';

/**
 * The commands a wish may mean, the likeliest first: those whose words begin with it, then those
 * that have it somewhere. A wish is Chinese words, their pinyin initials, or English words.
 */
export function foundCommands(commands: readonly Command[], wish: string): readonly Command[] {
  const wanted = wish.trim().toLowerCase();
  if (wanted === '') return commands;
  const ranked = commands.map((command) => ({ command, rank: rankOf(command, wanted) }));
  return ranked
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((a, b) => a.rank - b.rank)
    .map(({ command }) => command);
}

const NOT_FOUND = 3;

function rankOf({ label }: Command, wanted: string): number {
  const names = [label.zhCn.toLowerCase(), label.en.toLowerCase()];
  if (/^[a-z0-9]+$/.test(wanted)) names.push(pinyinInitials(label.zhCn));
  if (names.some((name) => name.startsWith(wanted))) return 0;
  if (label.en.toLowerCase().includes(` ${wanted}`)) return 1;
  return names.some((name) => name.includes(wanted)) ? 2 : NOT_FOUND;
}
