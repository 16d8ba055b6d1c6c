import type { Tool } from '#renderer/desk-state/desk-state.ts';
import { catalogue } from './catalogue.ts';

/** Names of the tools. */
export const toolStrings = catalogue({
  zhCn: {
    select: '选取',
    text: '文字',
    hand: '抓手',
    zoom: '缩放',
  } satisfies Record<Tool, string>,
  en: { select: 'Select', text: 'Text', hand: 'Hand', zoom: 'Zoom' },
});
