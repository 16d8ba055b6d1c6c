/**
 * How a number is written. Only the first four are ways of writing the same line, so only they can
 * disagree: a mobile or service number (400, 800) has one manner everywhere.
 */
export type PhoneFormat =
  | 'area code and hyphen'
  | 'area code in brackets'
  | 'area code run on'
  | 'no area code'
  | 'mobile'
  | 'service';

// Area codes: 010, 02x, and four digits from 03xx on. Lines have seven or eight digits and begin
// with 2 to 8; an extension may follow a hyphen. (Numbering plan of the PRC, 工信部, 2017.)
const AREA = '0(?:10|2\\d|[3-9]\\d{2})';
const LINE = '[2-8]\\d{6,7}(?:-\\d{1,5})?';
const FORMATS: readonly (readonly [PhoneFormat, RegExp])[] = [
  ['area code and hyphen', new RegExp(`^${AREA}-${LINE}$`, 'u')],
  ['area code in brackets', new RegExp(`^[(（]${AREA}[)）]${LINE}$`, 'u')],
  ['area code run on', new RegExp(`^${AREA}${LINE}$`, 'u')],
  ['no area code', new RegExp(`^${LINE}$`, 'u')],
  ['mobile', /^1[3-9]\d{9}$/u],
  ['service', /^[48]00-?\d{3}-?\d{4}$/u],
];

/** How a number is written; undefined when it is none that can be dialled. */
export function phoneFormat(number: string): PhoneFormat | undefined {
  return FORMATS.find(([, pattern]) => pattern.test(number))?.[0];
}

/** Why a number cannot be dialled. */
export type PhoneFault =
  /** Something other than digits, hyphens and brackets, such as a second number. */
  | 'marks'
  | 'too few digits'
  | 'too many digits'
  /** As long as a number is, but no area, mobile or service number begins so. */
  | 'beginning';

/** Digits that a number has, by how it begins; the first that suits. */
const LENGTHS: readonly (readonly [begins: RegExp, fewest: number, most: number])[] = [
  [/^[(（]?0(?:10|2\d)/u, 10, 11],
  [/^[(（]?0[3-9]\d{2}/u, 11, 12],
  // An area code that there is not: how long it would be nobody knows.
  [/^[(（]?0/u, 0, 99],
  [/^1/u, 11, 11],
  [/^[48]00/u, 10, 10],
  [/^/u, 7, 8],
];

/** Why a number that has no format cannot be dialled. */
export function phoneFault(number: string): PhoneFault {
  if (!/^[\d()（）-]*$/u.test(number)) return 'marks';
  const count = digitsOf(number);
  const [, fewest = 0, most = 0] = LENGTHS.find(([begins]) => begins.test(number)) ?? [];
  if (count < fewest) return 'too few digits';
  return count > most ? 'too many digits' : 'beginning';
}

/** How many digits a number has, without its extension. */
export function digitsOf(number: string): number {
  return number.replace(/^(.*-.*)-\d{1,5}$/u, '$1').replaceAll(/\D/gu, '').length;
}

const WITH_AREA: readonly PhoneFormat[] = [
  'area code and hyphen',
  'area code in brackets',
  'area code run on',
];

/** True when the number reaches its line from another town. */
export function hasAreaCode(format: PhoneFormat): boolean {
  return WITH_AREA.includes(format);
}

/** The area code of a number and the line behind it. */
export interface PartedNumber {
  readonly area: string;
  readonly line: string;
}

/** Parts a number with an area code, however it is written; undefined for any other. */
export function partedNumber(number: string): PartedNumber | undefined {
  const format = phoneFormat(number);
  if (format === undefined || !hasAreaCode(format)) return undefined;
  const bare = number.replace(/^[(（]([0-9]+)[)）]/u, '$1').replace(AREA_HYPHEN, '$1');
  const [, area, line] = PARTS.exec(bare) ?? [];
  return area === undefined || line === undefined ? undefined : { area, line };
}

const AREA_HYPHEN = new RegExp(`^(${AREA})-`, 'u');
const PARTS = new RegExp(`^(${AREA})(${LINE})$`, 'u');

/** The number in one of the manners that have an area code; undefined for other manners. */
export function joinedNumber(
  { area, line }: PartedNumber,
  format: PhoneFormat,
): string | undefined {
  switch (format) {
    case 'area code and hyphen':
      return `${area}-${line}`;
    case 'area code in brackets':
      return `（${area}）${line}`;
    case 'area code run on':
      return `${area}${line}`;
    default:
      return undefined;
  }
}
