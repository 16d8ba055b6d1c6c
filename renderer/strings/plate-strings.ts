import { catalogue } from './catalogue.ts';

/** Words of the soft proof and the plates view. */
export const plateStrings = catalogue({
  zhCn: {
    titles: { proof: '软打样', plates: '分色版' },
    plates: { c: '青', m: '品红', y: '黄', k: '黑' },
    sum: '总墨量',
    limit: (percent: number) => `印厂上限 ${percent}%`,
    overLimit: (percent: number) => `超过上限 ${percent}%`,
    greysPlate: '单版用灰色',
    marksOverInk: '标红超墨处',
    coming: '正在读取印厂规范……',
    noTables: '版面仍按屏幕色显示。',
    close: '回到屏幕色',
  },
  en: {
    titles: { proof: 'Soft proof', plates: 'Plates' },
    plates: { c: 'Cyan', m: 'Magenta', y: 'Yellow', k: 'Black' },
    sum: 'Total ink',
    limit: (percent: number) => `Limit ${percent}%`,
    overLimit: (percent: number) => `Over the limit of ${percent}%`,
    greysPlate: 'One plate in grey',
    marksOverInk: 'Mark excess ink',
    coming: 'Reading the press profile…',
    noTables: 'The page shows in screen colours still.',
    close: 'Back to screen colours',
  },
});
