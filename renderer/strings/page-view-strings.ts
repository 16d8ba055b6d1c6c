import { catalogue } from './catalogue.ts';

/** Words of the page view. */
export const pageViewStrings = catalogue({
  zhCn: {
    page: '版面',
    pageName: (number: string, name: string) => `${number}　${name}`,
  },
  en: {
    page: 'Page',
    pageName: (number: string, name: string) => `${number} ${name}`,
  },
});
