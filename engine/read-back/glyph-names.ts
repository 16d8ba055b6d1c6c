/**
 * The names of Latin glyphs in the order of the standard strings of CFF (Adobe Technical Note 5176,
 * appendix A), from 1 on; letters and their accented forms are built below.
 */
const MARKS_TO_TILDE = [
  'space exclam quotedbl numbersign dollar percent ampersand quoteright parenleft parenright',
  'asterisk plus comma hyphen period slash zero one two three four five six seven eight nine',
  'colon semicolon less equal greater question at A B C D E F G H I J K L M N O P Q R S T U V W',
  'X Y Z bracketleft backslash bracketright asciicircum underscore quoteleft a b c d e f g h i j',
  'k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde exclamdown cent sterling',
  'fraction yen florin section currency quotesingle quotedblleft guillemotleft guilsinglleft',
  'guilsinglright fi fl endash dagger daggerdbl periodcentered paragraph bullet quotesinglbase',
  'quotedblbase quotedblright guillemotright ellipsis perthousand questiondown grave acute',
  'circumflex tilde macron breve dotaccent dieresis ring cedilla hungarumlaut ogonek caron emdash',
  'AE ordfeminine Lslash Oslash OE ordmasculine ae dotlessi lslash oslash oe germandbls',
  'onesuperior logicalnot mu trademark Eth onehalf plusminus Thorn onequarter divide brokenbar',
  'degree thorn threequarters twosuperior registered minus eth multiply threesuperior copyright',
  'Aacute Acircumflex Adieresis Agrave Aring Atilde Ccedilla Eacute Ecircumflex Edieresis Egrave',
  'Iacute Icircumflex Idieresis Igrave Ntilde Oacute Ocircumflex Odieresis Ograve Otilde Scaron',
  'Uacute Ucircumflex Udieresis Ugrave Yacute Ydieresis Zcaron aacute acircumflex adieresis',
  'agrave aring atilde ccedilla eacute ecircumflex edieresis egrave iacute icircumflex idieresis',
  'igrave ntilde oacute ocircumflex odieresis ograve otilde scaron uacute ucircumflex udieresis',
  'ugrave yacute ydieresis zcaron',
];

/** The characters that those names stand for, in the same order. */
const CHARACTERS =
  ' !"#$%&’()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_‘abcdefghijklmnopqrstuvwxyz' +
  "{|}~¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ–†‡·¶•‚„”»…‰¿`´ˆ˜¯˘˙¨˚¸˝˛ˇ—ÆªŁØŒºæıłøœß¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×³©" +
  'ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽáâäàåãçéêëèíîïìñóôöòõšúûüùýÿž';

const NAMES: readonly string[] = MARKS_TO_TILDE.join(' ').split(' ');
const CHARACTER_LIST: readonly string[] = [...CHARACTERS];

const CHARACTER_OF_NAME: ReadonlyMap<string, string> = new Map([
  ...NAMES.map((name, index) => [name, CHARACTER_LIST[index] ?? ''] as const),
  ['Euro', '€'],
  ['nbspace', '\u00a0'],
]);
const NAME_OF_CHARACTER: ReadonlyMap<string, string> = new Map([
  ...[...CHARACTER_OF_NAME].map(([name, character]) => [character, name] as const),
  ['\u00a0', 'space'],
  ['\u00ad', 'hyphen'],
]);

/** Name of a standard string of CFF; those of expert fonts have none here. */
export function standardString(number: number): string | undefined {
  return number === 0 ? '.notdef' : NAMES[number - 1];
}

/** `uni4E2D` and `u1F600` name characters by their numbers. */
const NUMBERED = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/u;

/** The character that a glyph name stands for. */
export function characterOfName(name: string): string | undefined {
  const plain = name.split('.')[0] ?? name;
  const known = CHARACTER_OF_NAME.get(plain);
  if (known !== undefined) return known;
  const [, four, more] = NUMBERED.exec(plain) ?? [];
  const point = Number.parseInt(four ?? more ?? '', 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

/** Places of the marks behind the tilde in the standard encoding of Adobe, from 161 on. */
const STANDARD_CODES = [
  ...[161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 177, 178, 179],
  ...[180, 182, 183, 184, 185, 186, 187, 188, 189, 191, 193, 194, 195, 196, 197, 198, 199, 200],
  ...[202, 203, 205, 206, 207, 208, 225, 227, 232, 233, 234, 235, 241, 245, 248, 249, 250, 251],
];
const FIRST_CODE = 32;
const CODES_TO_TILDE = 95;

const STANDARD: ReadonlyMap<number, string> = new Map(
  NAMES.slice(0, CODES_TO_TILDE + STANDARD_CODES.length).map((name, index) => [
    index < CODES_TO_TILDE ? FIRST_CODE + index : (STANDARD_CODES[index - CODES_TO_TILDE] ?? 0),
    name,
  ]),
);

/** Upper half of Windows' code page 1252; what it leaves free is a bullet (ISO 32000-1, D.2). */
const WINDOWS = '€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ';
/** Upper half of the Macintosh's Roman characters. */
const MAC =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷' +
  '◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** Name of the glyph that a code stands for in a standard encoding. */
export function nameInEncoding(encoding: string, code: number): string | undefined {
  if (encoding === 'StandardEncoding') return STANDARD.get(code);
  if (code < FIRST_CODE) return undefined;
  const ascii = String.fromCharCode(code);
  const upper = encoding === 'MacRomanEncoding' ? [...MAC] : [...WINDOWS];
  const character = code < 0x80 ? ascii : (upper[code - 0x80] ?? ascii);
  return NAME_OF_CHARACTER.get(character);
}

/** Place of a character among the Macintosh's Roman ones. */
export function macRomanCode(character: string): number | undefined {
  const point = character.codePointAt(0) ?? 0;
  if (point >= FIRST_CODE && point < 0x80) return point;
  const index = [...MAC].indexOf(character);
  return index < 0 ? undefined : 0x80 + index;
}
