/** （李灿晖 摄）, （湘潭高新区供图）, 摄影：李灿晖, 李灿晖/摄 at the end of a caption. */
const CREDIT =
  /(?:（(?!组图|多图|附图|有图|见图|[题上下左右大小主附]图)[^（）。]{0,24}(?:摄|供图|摄影|图|提供)(?:报道)?[^（）]{0,4}）|（(?:摄影|供图|图|摄)[：/／ ][^（）]{1,24}）|(?<=^|[。！？”）\s])(?:摄影|供图|图片|图源|图)[：:/／] ?[\p{Script=Han}·]{2,4}(?:[ 、][\p{Script=Han}·]{2,4})*|(?<=^|[。！？”）\s])(?:(?:本报)?(?:记者|通讯员) ?)?[\p{Script=Han}·]{2,4}(?:[ 、][\p{Script=Han}·]{2,4})*[ /／]?(?:摄影|供图|摄))[。]?$/u;
const LONGEST_CREDIT = 80;
const HEAD =
  /^(?:（?[题上下左右大小主附]图[：:]|（(?=图为)|(?:图|图片|照片|配图) ?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[①-⑳])? ?(?:说明)?(?:[：:、.．]|$)|图(?:\d{1,2}|[一二三四五六七八九十])(?= )|(?:图说|图片说明|照片说明|图注|图片)[：:]?|[▲△↑▼↓])[ \u3000]*/u;

/** How many characters at the end of a caption are the photo credit. */
export function creditLength(text: string): number {
  return CREDIT.exec(text.slice(-LONGEST_CREDIT))?.[0].length ?? 0;
}

/** How many characters at the head of a caption only say that it is one: 图1：, 图片说明：, ▲. */
export function captionLabelLength(text: string): number {
  return HEAD.exec(text)?.[0].length ?? 0;
}

/** The number that a caption gives its picture; undefined for none. */
export function captionNumber(text: string): number | undefined {
  const found = /^(?:图|图片|照片|配图) ?(\d{1,2}|[一二三四五六七八九十]{1,2}|[①-⑳])/u.exec(
    text,
  )?.[1];
  if (found === undefined) return undefined;
  if (/^\d/.test(found)) return Number(found);
  const circled = found.codePointAt(0) ?? 0;
  if (circled >= 0x2460 && circled <= 0x2473) return circled - 0x245f;
  const ones = '一二三四五六七八九十';
  const [first = '', second = ''] = found;
  if (second === '') return ones.indexOf(first) + 1;
  return first === '十' ? 10 + ones.indexOf(second) + 1 : undefined;
}
