/**
 * First characters of each pinyin initial in the order of pinyin, as the browser's Chinese
 * collation sorts them: a character belongs to the last letter whose boundary is not behind it.
 */
const BOUNDARIES: readonly (readonly [string, string])[] = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '咑'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '铪'],
  ['j', '丌'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '屲'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
];

const PINYIN = new Intl.Collator('zh-u-co-pinyin');

/** The initials of a text: `cp` for 出片; letters and digits stand for themselves. */
export function pinyinInitials(text: string): string {
  let initials = '';
  for (const character of text) {
    if (/[a-z0-9]/i.test(character)) initials += character.toLowerCase();
    else if (/\p{Script=Han}/u.test(character)) initials += initialOf(character);
  }
  return initials;
}

function initialOf(character: string): string {
  let letter = '';
  for (const [initial, first] of BOUNDARIES) {
    if (PINYIN.compare(first, character) > 0) break;
    letter = initial;
  }
  return letter;
}
