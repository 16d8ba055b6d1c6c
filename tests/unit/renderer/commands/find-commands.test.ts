import { describe, expect, test } from 'vitest';
import { ALL_COMMANDS } from '#renderer/commands/all-commands.ts';
import { foundCommands } from '#renderer/commands/find-commands.ts';
import { pinyinInitials } from '#renderer/commands/pinyin-initials.ts';

describe('pinyin initials', () => {
  test.each([
    ['出片', 'cp'],
    ['存盘', 'cp'],
    ['撤销', 'cx'],
    ['版面', 'bm'],
    ['另存到别处…', 'lcdbc'],
    ['整版', 'zb'],
    ['小样', 'xy'],
    ['问题', 'wt'],
    ['合作园区', 'hzyq'],
    ['分色版', 'fsb'],
    ['软打样', 'rdy'],
    ['200%', '200'],
    ['拆开栏目', 'cklm'],
  ])('of %s are %s', (words, initials) => {
    expect(pinyinInitials(words)).toBe(initials);
  });

  test('are found for every character of the command table', () => {
    for (const { label } of ALL_COMMANDS) {
      const han = [...label.zhCn].filter((one) => /\p{Script=Han}/u.test(one));
      expect(pinyinInitials(han.join(''))).toMatch(new RegExp(`^[a-z]{${han.length}}$`));
    }
  });
});

describe('the palette finds', () => {
  const found = (wish: string) => foundCommands(ALL_COMMANDS, wish).map(({ id }) => id);

  test('a command by its Chinese words, its initials and its English words', () => {
    expect(found('出片')[0]).toBe('file.press');
    expect(found('cp')).toContain('file.press');
    expect(found('press')[0]).toBe('file.press');
  });

  test('what begins with the wish before what has it further in', () => {
    const ids = found('page');
    expect(ids.indexOf('view.pageOnly')).toBeGreaterThan(ids.indexOf('page.previous') - 1);
    expect(found('版')[0]).toBe('view.fitWidth');
  });

  test('everything for no wish, and nothing for what no command is called', () => {
    expect(found(' ')).toHaveLength(ALL_COMMANDS.length);
    expect(found('zzzz')).toEqual([]);
  });
});
