import type { AdGrid } from '#engine/model/issue.ts';

/** One observation on a cell of the partner grid. */
export type PartnerRemark =
  /** The number is none that can be dialled in China. */
  | { readonly kind: 'not a phone number'; readonly cell: number; readonly number: string }
  /** The number is written in another manner than those of most cells; `usual` is one of those. */
  | {
      readonly kind: 'mixed phone formats';
      readonly cell: number;
      readonly number: string;
      readonly usual: string;
    }
  /** The contract ended before the day of the issue. */
  | { readonly kind: 'expired'; readonly cell: number; readonly expires: string };

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
const COMPARED: readonly PhoneFormat[] = [
  'area code and hyphen',
  'area code in brackets',
  'area code run on',
  'no area code',
];

/** How a number is written; undefined when it is none that can be dialled. */
export function phoneFormat(number: string): PhoneFormat | undefined {
  return FORMATS.find(([, pattern]) => pattern.test(number))?.[0];
}

/** All that is to be said on the cells of a grid, in their order. `issueDate` is ISO. */
export function checkPartners(grid: AdGrid, issueDate: string): readonly PartnerRemark[] {
  const remarks = [...checkPhones(grid), ...checkExpiry(grid, issueDate)];
  return remarks.toSorted((a, b) => a.cell - b.cell);
}

/** Numbers that cannot be dialled, and those written unlike the others of the grid. */
export function checkPhones(grid: AdGrid): readonly PartnerRemark[] {
  const phones = phonesOf(grid);
  const usual = usualPhone(phones);
  return phones.flatMap(({ cell, number, format }): readonly PartnerRemark[] => {
    if (format === undefined) return [{ kind: 'not a phone number', cell, number }];
    if (usual === undefined || usual.format === format || !COMPARED.includes(format)) return [];
    return [{ kind: 'mixed phone formats', cell, number, usual: usual.number }];
  });
}

/** Partners whose contract ended before the day of the issue; on its last day it still holds. */
export function checkExpiry(grid: AdGrid, issueDate: string): readonly PartnerRemark[] {
  return grid.cells.flatMap((content, cell): readonly PartnerRemark[] => {
    if (content.kind !== 'partner' || content.expires === undefined) return [];
    const { expires } = content;
    // ISO dates sort as text.
    return expires < issueDate ? [{ kind: 'expired', cell, expires }] : [];
  });
}

interface Phone {
  readonly cell: number;
  readonly number: string;
  readonly format: PhoneFormat | undefined;
}

function phonesOf(grid: AdGrid): readonly Phone[] {
  return grid.cells.flatMap((content, cell) => {
    const number = content.kind === 'partner' ? (content.hotline?.number ?? '') : '';
    return number === '' ? [] : [{ cell, number, format: phoneFormat(number) }];
  });
}

/** A number in the manner that most cells have; of two equally frequent ones the earlier. */
function usualPhone(phones: readonly Phone[]): Phone | undefined {
  const counts = COMPARED.map((format) => phones.filter((phone) => phone.format === format));
  return counts.toSorted((a, b) => b.length - a.length || firstCell(a) - firstCell(b))[0]?.[0];
}

function firstCell(phones: readonly Phone[]): number {
  return phones[0]?.cell ?? Number.MAX_SAFE_INTEGER;
}
