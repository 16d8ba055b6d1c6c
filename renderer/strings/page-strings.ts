import { catalogue } from './catalogue.ts';

/** Words of the page list, and names of the steps that change the pages. */
export const pageStrings = catalogue({
  zhCn: {
    pages: '版面',
    page: (number: string, name: string) => `${number}　${name}`,
    moved: (number: string) => `${number} 版`,
    colours: { red: '套红', black: '黑白' },
    steps: { addPage: '加版', removePage: '撤版', copyPage: '复制版面', movePage: '移动版面' },
  },
  en: {
    pages: 'Pages',
    page: (number: string, name: string) => `${number} ${name}`,
    moved: (number: string) => `Page ${number}`,
    colours: { red: 'with red', black: 'black' },
    steps: {
      addPage: 'add page',
      removePage: 'remove page',
      copyPage: 'copy page',
      movePage: 'move page',
    },
  },
});
