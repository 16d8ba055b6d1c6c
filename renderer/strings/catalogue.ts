/** The languages of the screen; Chinese comes first. */
export type Language = 'zh-CN' | 'en';

/** The words of one area of the screen in both languages, of the same shape. */
export interface Catalogue<Words> {
  readonly zhCn: Words;
  readonly en: Words;
}

/** What a word of the Chinese catalogue demands of its English counterpart. */
type Counterpart<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string
    ? string
    : Words[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Counterpart<Words[Key]>;
};

/** Declares the words of an area; a word that one language lacks is a type error. */
export function catalogue<const Words extends object>(both: {
  readonly zhCn: Words;
  readonly en: Counterpart<Words>;
}): Catalogue<Counterpart<Words>> {
  return both as Catalogue<Counterpart<Words>>;
}

/** The words of an area in one language. */
export function wordsIn<Words>(area: Catalogue<Words>, language: Language): Words {
  return language === 'en' ? area.en : area.zhCn;
}
