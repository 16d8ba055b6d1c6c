import type {
  DeskState,
  PageLook,
  PanelName,
  Plate,
  Tool,
} from '#renderer/desk-state/desk-state.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { ACTUAL_SIZE, steppedZoom } from '#renderer/page-view/viewport.ts';
import type { Command } from './command.ts';

/** Commands on how the page is looked at. */
export const viewCommands: readonly Command[] = [
  look('fitPage', '整版', 'Fit page', { fit: 'page' }),
  look('fitWidth', '版宽', 'Fit width', { fit: 'width' }),
  look('actualSize', '实际大小', 'Actual size', { fit: undefined, zoom: ACTUAL_SIZE }),
  look('double', '200%', '200%', { fit: undefined, zoom: 2 * ACTUAL_SIZE }),
  zoomBy('larger', '放大', 'Zoom in', 2),
  zoomBy('smaller', '缩小', 'Zoom out', -2),
  lookSwitch('preview', '预览（不显示辅助线）', 'Preview', 'isPreview'),
  lookSwitch('grid', '背景格', 'Character grid', 'showsGrid'),
  lookSwitch('baselines', '基线', 'Baselines', 'showsBaselines'),
  lookSwitch('columns', '基本栏', 'Base columns', 'showsColumns'),
  lookSwitch('threads', '续排线', 'Threads', 'showsThreads'),
  lookSwitch('fits', '余缺标记', 'Fit badges', 'showsFits'),
  {
    ...colours('screen', '屏幕色', 'Screen colours'),
    run: (desk) => changeLook(desk, { colours: 'screen' }),
  },
  colours('proof', '新闻纸软打样', 'Newsprint soft proof'),
  colours('plates', '分色版', 'Plates'),
  plates('all', '四版全显示', 'All plates', ['c', 'm', 'y', 'k']),
  plates('cyan', '只看青版', 'Cyan plate alone', ['c']),
  plates('magenta', '只看品红版', 'Magenta plate alone', ['m']),
  plates('yellow', '只看黄版', 'Yellow plate alone', ['y']),
  plates('black', '只看黑版', 'Black plate alone', ['k']),
  plateSwitch('greysPlate', '单版用灰色', 'A single plate in grey'),
  plateSwitch('marksOverInk', '标红超墨处', 'Mark excess ink'),
  panel('properties', '属性', 'Properties'),
  panel('headline', '标题', 'Headline'),
  panel('fit', '凑版', 'Copyfit'),
  panel('picture', '图片', 'Picture'),
  panel('partners', '合作园区', 'Partner grid'),
  panel('ads', '广告', 'Ads'),
  panel('fillers', '补白', 'Fillers'),
  panel('galley', '小样', 'Galley'),
  panel('find', '查找', 'Find'),
  panel('proof', '校对', 'Proofreading'),
  panel('findings', '问题', 'Findings'),
  side('left', '左侧栏', 'Left side', 'showsLeft'),
  side('right', '右侧栏', 'Right side', 'showsRight'),
  {
    id: 'view.pageOnly',
    label: { zhCn: '只看版面', en: 'The page alone' },
    menu: 'view',
    group: 5,
    run: (desk) => {
      const { showsLeft, showsRight } = desk.state.read();
      const isAlone = !showsLeft && !showsRight;
      desk.state.change({ showsLeft: isAlone, showsRight: isAlone });
    },
    isChecked: (desk) => {
      const { showsLeft, showsRight } = desk.state.read();
      return !showsLeft && !showsRight;
    },
  },
  tool('select', '选取工具', 'Select tool'),
  tool('text', '文字工具', 'Text tool'),
  tool('hand', '抓手工具', 'Hand tool'),
  tool('zoom', '缩放工具', 'Zoom tool'),
];

function changeLook(desk: OpenDesk, changes: Partial<PageLook>): void {
  desk.state.change(({ look: now }) => ({ look: { ...now, ...changes } }));
}

function look(id: string, zhCn: string, en: string, changes: Partial<PageLook>): Command {
  return {
    id: `view.${id}`,
    label: { zhCn, en },
    menu: 'view',
    group: 1,
    run: (desk) => changeLook(desk, changes),
  };
}

function zoomBy(id: string, zhCn: string, en: string, steps: number): Command {
  return {
    id: `view.${id}`,
    label: { zhCn, en },
    menu: 'view',
    group: 1,
    run: (desk) => {
      const { zoom } = desk.state.read().look;
      changeLook(desk, { fit: undefined, zoom: steppedZoom(zoom, steps) });
    },
  };
}

type LookSwitch = {
  [Key in keyof PageLook]: PageLook[Key] extends boolean ? Key : never;
}[keyof PageLook];

function lookSwitch(id: string, zhCn: string, en: string, field: LookSwitch): Command {
  return {
    id: `view.${id}`,
    label: { zhCn, en },
    menu: 'view',
    group: 2,
    run: (desk) => changeLook(desk, { [field]: !desk.state.read().look[field] }),
    isChecked: (desk) => desk.state.read().look[field],
  };
}

function plateSwitch(field: LookSwitch, zhCn: string, en: string): Command {
  return {
    ...lookSwitch(`plates.${field}`, zhCn, en, field),
    group: 3,
    submenu: 'colours',
    isEnabled: (desk) => desk.state.read().look.colours === 'plates',
  };
}

/** Switches to those colours, and from them back to the screen's. */
function colours(id: PageLook['colours'], zhCn: string, en: string): Command {
  return {
    id: `view.colours.${id}`,
    label: { zhCn, en },
    menu: 'view',
    group: 3,
    submenu: 'colours',
    run: (desk) => {
      const isOn = desk.state.read().look.colours === id;
      changeLook(desk, { colours: isOn ? 'screen' : id });
    },
    isChecked: (desk) => desk.state.read().look.colours === id,
  };
}

function plates(id: string, zhCn: string, en: string, shown: readonly Plate[]): Command {
  return {
    id: `view.plates.${id}`,
    label: { zhCn, en },
    menu: 'view',
    group: 3,
    submenu: 'colours',
    run: (desk) => changeLook(desk, { colours: 'plates', plates: shown }),
    isChecked: (desk) => {
      const { colours: now, plates: on } = desk.state.read().look;
      return now === 'plates' && on.join() === shown.join();
    },
  };
}

function panel(id: PanelName, zhCn: string, en: string): Command {
  return {
    id: `view.${id}`,
    label: { zhCn, en },
    menu: 'view',
    group: 4,
    submenu: 'panels',
    run: (desk) => desk.state.change({ panel: id, showsRight: true }),
    isChecked: (desk) => desk.state.read().showsRight && desk.state.read().panel === id,
  };
}

function side(id: string, zhCn: string, en: string, field: 'showsLeft' | 'showsRight'): Command {
  return {
    id: `view.${id}`,
    label: { zhCn, en },
    menu: 'view',
    group: 5,
    run: (desk) => desk.state.change((state): Partial<DeskState> => ({ [field]: !state[field] })),
    isChecked: (desk) => desk.state.read()[field],
  };
}

function tool(id: Tool, zhCn: string, en: string): Command {
  return {
    id: `tool.${id}`,
    label: { zhCn, en },
    menu: 'edit',
    group: 5,
    submenu: 'tools',
    run: (desk) => desk.state.change({ tool: id }),
    isChecked: (desk) => desk.state.read().tool === id,
  };
}
