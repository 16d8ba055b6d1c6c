/** Languages of the command line; the newsroom's own comes first. */
export type Language = 'zh' | 'en';

/** The language, and the words that are left for the command. */
export interface LanguageChoice {
  readonly language: Language;
  readonly rest: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `--lang en` or `--lang=en` anywhere decides; else LC_ALL, LC_MESSAGES or LANG; else Chinese. */
export function readLanguage(words: readonly string[], environment: Environment): LanguageChoice {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at < 0) return { language: environmentLanguage(environment), rest: words };
  const isJoined = words[at] !== '--lang';
  const named = isJoined ? words[at]?.slice('--lang='.length) : words[at + 1];
  const rest = words.toSpliced(at, isJoined ? 1 : 2);
  return { language: named?.startsWith('en') ? 'en' : 'zh', rest };
}

function environmentLanguage(environment: Environment): Language {
  const setting = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG;
  return /^en([_.-]|$)/.test(setting ?? '') ? 'en' : 'zh';
}
