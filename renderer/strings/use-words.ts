import { createContext, useContext } from 'react';
import { type Catalogue, type Language, wordsIn } from './catalogue.ts';

/** The language of the screen; the desk provides it. */
export const LanguageContext = createContext<Language>('zh-CN');

/** The words of an area in the language of the screen. */
export function useWords<Words>(area: Catalogue<Words>): Words {
  return wordsIn(area, useContext(LanguageContext));
}

/** The language of the screen, for dates and figures. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}
