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

const WITH_AREA: readonly PhoneFormat[] = [
  'area code and hyphen',
  'area code in brackets',
  'area code run on',
];

/** True when the number reaches its line from another town. */
export function hasAreaCode(format: PhoneFormat): boolean {
  return WITH_AREA.includes(format);
}
