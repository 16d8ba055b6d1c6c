import { catalogue } from './catalogue.ts';

const CHINESE: Readonly<Record<string, string>> = {
  black: '黑',
  paper: '纸白',
  paleBlue: '浅蓝',
  paleGrey: '浅灰',
  accent: '套红',
  standingHeadGround: '栏题底色',
  adTitleGround: '合作园区底色',
  group: '细框',
  hairline: '发丝线',
  adGrid: '文武线',
  leadKicker: '头条引题',
  leadHeadline: '头条主题',
  leadDeck: '头条副题',
  kickerMedium: '二条引题',
  headlineMedium: '二条主题',
  deckMedium: '二条副题',
  kickerSmall: '简讯引题',
  headlineSmall: '简讯主题',
};

const ENGLISH: Readonly<Record<string, string>> = {
  black: 'Black',
  paper: 'Paper',
  paleBlue: 'Pale blue',
  paleGrey: 'Pale grey',
  accent: 'Accent red',
  standingHeadGround: 'Standing head ground',
  adTitleGround: 'Partner title ground',
  group: 'Fine frame',
  hairline: 'Hairline',
  adGrid: 'Thick and thin',
  leadKicker: 'Lead kicker',
  leadHeadline: 'Lead headline',
  leadDeck: 'Lead deck',
  kickerMedium: 'Second kicker',
  headlineMedium: 'Second headline',
  deckMedium: 'Second deck',
  kickerSmall: 'Brief kicker',
  headlineSmall: 'Brief headline',
};

/** Names of the shipped templates' swatches, borders and styles; others go by their own names. */
export const swatchName = catalogue({
  zhCn: { of: (id: string): string => CHINESE[id] ?? id },
  en: { of: (id: string): string => ENGLISH[id] ?? id },
});
