import { afterEach, describe, expect, test, vi } from 'vitest';
import { runCommand } from '#renderer/commands/all-commands.ts';
import { MENUS, menuLines } from '#renderer/commands/menu-lines.ts';
import { keepNativeMenus, menuModels } from '#renderer/commands/native-menus.ts';
import { deskWithCommands } from './desk-with-commands.ts';

const RECENT = {
  paper: '湘潭日报',
  supplement: '园区周刊',
  date: '2021-06-11',
  openedAt: '2021-06-11T13:00:00Z',
};

describe('the menus of the command table', () => {
  test('offer undo under the name of the step', () => {
    const { desk } = deskWithCommands();
    const undo = () => menuLines(desk, 'edit', 'zh-CN').find(({ id }) => id === 'edit.undo');
    expect(undo()).toMatchObject({ label: '撤销', isEnabled: false });
    runCommand(desk, 'page.add');
    expect(undo()).toMatchObject({ label: '撤销加版', isEnabled: true });
  });

  test('speak English when the screen does', () => {
    const { desk } = deskWithCommands();
    const words = MENUS.flatMap((menu) => menuLines(desk, menu, 'en')).map((line) =>
      line.kind === 'line' ? '' : line.label,
    );
    expect(words).toContain('Press…');
  });

  test('list recent issues that are there, without the one that is open', () => {
    const { desk, left } = deskWithCommands({
      recent: [
        { ...RECENT, folder: '/papers/sample.issue', isThere: true },
        { ...RECENT, folder: '/papers/last-week.issue', isThere: true },
        { ...RECENT, folder: '/stick/gone.issue', isThere: false },
      ],
    });
    const recent = menuLines(desk, 'file', 'zh-CN').find(({ id }) => id === 'menu-recent');
    expect(recent).toMatchObject({ label: '最近打开', lines: [{ label: '园区周刊　2021-06-11' }] });
    expect(runCommand(desk, 'file.recent:/papers/last-week.issue')).toBe(true);
    expect(left).toEqual([{ folder: '/papers/last-week.issue' }]);
  });

  test('tick the page that shows', () => {
    const { desk } = deskWithCommands();
    runCommand(desk, 'page.add');
    const goTo = menuLines(desk, 'page', 'zh-CN').find(({ id }) => id === 'menu-goTo');
    const ticked =
      goTo?.kind === 'menu' ? goTo.lines.map((line) => 'isChecked' in line && line) : [];
    expect(ticked).toMatchObject([{ isChecked: false }, { isChecked: true }]);
  });
});

describe('the native menus', () => {
  afterEach(() => vi.useRealTimers());

  test('show keys as Electron writes them', () => {
    const [file] = menuModels(deskWithCommands().desk);
    const saving = file?.entries.find((entry) => 'command' in entry && /saveE/.test(entry.command));
    expect(saving).toMatchObject({ accelerator: 'CmdOrCtrl+Shift+S' });
  });

  test('have no menu without entries', () => {
    for (const { entries } of menuModels(deskWithCommands().desk)) {
      expect(entries.length).toBeGreaterThan(0);
    }
  });

  test('are sent once for many changes in a row, and not at all for none', () => {
    vi.useFakeTimers();
    const { desk, sentMenus } = deskWithCommands();
    const stop = keepNativeMenus(desk);
    expect(sentMenus).toHaveLength(1);
    desk.state.change({ tool: 'text' });
    desk.state.change({ tool: 'hand' });
    vi.runAllTimers();
    expect(sentMenus).toHaveLength(2);
    desk.state.change({ selection: { kind: 'blocks', blocks: [] } });
    vi.runAllTimers();
    expect(sentMenus).toHaveLength(2);
    stop();
    desk.state.change({ tool: 'zoom' });
    vi.runAllTimers();
    expect(sentMenus).toHaveLength(2);
  });
});
