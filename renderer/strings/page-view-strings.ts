import { catalogue } from './catalogue.ts';

/** Words of the page view. */
export const pageViewStrings = catalogue({
  zhCn: {
    page: '版面',
    larger: '放大',
    smaller: '缩小',
    pageName: (number: string, name: string) => `${number}　${name}`,
  },
  en: {
    page: 'Page',
    larger: 'Zoom in',
    smaller: 'Zoom out',
    pageName: (number: string, name: string) => `${number} ${name}`,
  },
});
