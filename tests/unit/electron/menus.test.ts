import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MenuEntry } from '#host/contract.ts';
import * as electron from './fake-electron.ts';
import { runAs, runAsOurselves } from './platform.ts';

vi.mock('electron', () => import('./fake-electron.ts'));
const { setMenus, showBareMenus } = await import('#electron/menus.ts');

let window: electron.BrowserWindow;

beforeEach(() => {
  electron.resetElectron();
  runAs('linux');
  showBareMenus();
  window = new electron.BrowserWindow({});
});

afterEach(runAsOurselves);

type Command = Extract<MenuEntry, { kind: 'command' }>;

function command(id: string, more: Partial<Command> = {}): Command {
  return {
    ...{ kind: 'command', command: id, label: id, accelerator: undefined },
    ...{ isEnabled: true, isChecked: undefined },
    ...more,
  };
}

async function show(...entries: MenuEntry[]): Promise<readonly electron.FakeItem[]> {
  await setMenus({ menus: [{ label: '文件', entries }] });
  return items();
}

function items(): readonly electron.FakeItem[] {
  return electron.allItems(electron.Menu.application?.items ?? []);
}

function itemOf(label: string): electron.FakeItem {
  const item = items().find((one) => one.label === label);
  if (item === undefined) throw new Error(`no item ${label}`);
  return item;
}

test('the menus of the screen become native ones, with lines and further menus', async () => {
  const shown = await show(
    command('保存', { accelerator: 'CmdOrCtrl+S' }),
    { kind: 'line' },
    { kind: 'menu', label: '图文 & 广告', entries: [command('锁定', { isChecked: true })] },
  );
  expect(shown.map(({ label, type }) => label ?? type)).toEqual([
    ...['文件', '保存', 'separator', '图文 && 广告', '锁定'],
  ]);
  expect(itemOf('锁定')).toMatchObject({ type: 'checkbox', checked: true });
});

test('a key stands in the menu, but it is the window that listens for it', async () => {
  await show(command('保存', { accelerator: 'CmdOrCtrl+S' }));
  expect(itemOf('保存')).toMatchObject({ accelerator: 'CmdOrCtrl+S', registerAccelerator: false });
});

test('a key that Electron cannot read is left out instead of breaking the menu', async () => {
  const keys = ['NumEnter', 'CmdOrCtrl+', 'Hyper+S', ''];
  await show(...keys.map((accelerator, place) => command(`c${place}`, { accelerator })));
  expect(items().map(({ accelerator }) => accelerator)).toEqual([
    ...[undefined, undefined, undefined, undefined, undefined],
  ]);
  await show(
    ...["CmdOrCtrl+Alt+'", 'Shift+F11', 'CmdOrCtrl+]'].map((accelerator) =>
      command(accelerator, { accelerator }),
    ),
  );
  expect(
    items()
      .slice(1)
      .every(({ accelerator }) => accelerator !== undefined),
  ).toBe(true);
});

test('every click sends its command to the page', async () => {
  await show(command('file.save', { accelerator: 'CmdOrCtrl+S' }));
  itemOf('file.save').click?.();
  expect(window.webContents.sent).toEqual([
    ['banxin:order', { kind: 'command', command: 'file.save' }],
  ]);
});

test('cut, copy and paste act on what has the caret, as their keys do', async () => {
  await show(
    command('剪切', { accelerator: 'CmdOrCtrl+X' }),
    command('复制', { accelerator: 'CmdOrCtrl+C' }),
    command('粘贴', { accelerator: 'CmdOrCtrl+V' }),
  );
  for (const label of ['剪切', '复制', '粘贴']) itemOf(label).click?.();
  expect(electron.done).toEqual(['cut', 'copy', 'paste']);
  expect(window.webContents.sent).toEqual([]);
});

test('ticks and greying change in the menu that stands; other changes make a new one', async () => {
  const lock = { label: '锁定', isChecked: false };
  await show(command('lock', lock));
  const { built } = electron.Menu;
  await show(command('lock', { ...lock, isChecked: true, isEnabled: false }));
  expect(electron.Menu.built).toBe(built);
  expect(itemOf('锁定')).toMatchObject({ checked: true, enabled: false });
  await show(command('lock', { ...lock, label: '解锁' }));
  expect(electron.Menu.built).toBe(built + 1);
});

test('a click does not move the tick: the screen says when it moves', async () => {
  await show(command('lock', { label: '锁定', isChecked: false }));
  const item = itemOf('锁定');
  item.checked = true;
  item.click?.();
  expect(item.checked).toBe(false);
});

test('a Mac has the menu of the program, and the clipboard for its fields', async () => {
  runAs('darwin');
  showBareMenus();
  expect(items().map(({ role }) => role)).toEqual(
    expect.arrayContaining(['about', 'quit', 'cut', 'copy', 'paste', 'selectAll']),
  );
  await setMenus({ menus: [{ label: '编辑', entries: [command('撤销')] }] });
  const labels = electron.Menu.application?.items.map(({ label }) => label);
  expect(labels).toEqual(['Banxin', '编辑']);
  expect(items().map(({ role }) => role)).toContain('paste');
});

test('a Mac has each key of the clipboard once', async () => {
  runAs('darwin');
  const entries = [command('拷贝', { accelerator: 'CmdOrCtrl+C' })];
  await setMenus({ menus: [{ label: '编辑', entries }] });
  expect(items().filter(({ label }) => label === '拷贝')).toHaveLength(1);
});

test('the menu bar shows only when there is something in it', async () => {
  await show(command('保存'));
  expect(window.hasMenuBar).toBe(true);
  showBareMenus();
  expect(window.hasMenuBar).toBe(false);
});

test('a Mac does not take bare letters from the text', async () => {
  runAs('darwin');
  await show(command('预览', { accelerator: 'W' }), command('下页', { accelerator: 'F12' }));
  expect(itemOf('预览').accelerator).toBeUndefined();
  expect(itemOf('下页').accelerator).toBe('F12');
  runAs('linux');
  await show(command('预览模式', { accelerator: 'W' }));
  expect(itemOf('预览模式').accelerator).toBe('W');
});
