import { catalogue } from './catalogue.ts';

/** Words of making up the page. */
export const makeUpStrings = catalogue({
  zhCn: {
    place: (columns: number, lines: number) => `${columns} 字 × ${lines} 行`,
    millimetres: (width: string, height: string) => `${width} × ${height} mm`,
    overset: (lines: number, characters: number) => `+${lines} 行　+${characters} 字`,
    short: (lines: number) => `−${lines} 行`,
    openFit: (words: string) => `${words}，打开凑版面板`,
    chosen: (name: string, columns: number, lines: number) =>
      `已选${name}，${columns} 字 × ${lines} 行`,
    steps: {
      move: '移动',
      resize: '改大小',
      reshape: '改形状',
      remove: '移回稿库',
      thread: '续排',
    },
  },
  en: {
    place: (columns: number, lines: number) => `${columns} ch × ${lines} ln`,
    millimetres: (width: string, height: string) => `${width} × ${height} mm`,
    overset: (lines: number, characters: number) => `+${lines} ln +${characters} ch`,
    short: (lines: number) => `−${lines} ln`,
    openFit: (words: string) => `${words}, open copyfit`,
    chosen: (name: string, columns: number, lines: number) =>
      `${name} chosen, ${columns} characters × ${lines} lines`,
    steps: {
      move: 'move',
      resize: 'resize',
      reshape: 'reshape',
      remove: 'give back',
      thread: 'thread',
    },
  },
});
