import type { AdCell, AdGrid, AdPartner } from '#engine/model/issue.ts';
import {
  digitsOf,
  hasAreaCode,
  type PhoneFault,
  type PhoneFormat,
  phoneFault,
  phoneFormat,
} from '#engine/model/phone-number.ts';
import type { Finding } from '#engine/units/finding.ts';

/**
 * What is to be said on the partners of a grid, in the order of its cells: numbers that cannot be
 * dialled or are written unlike the others, labels that differ, contracts that end soon. That one
 * has ended is said where the cell is composed. `issueDate` is ISO.
 */
export function checkPartners(grid: AdGrid, issueDate: string): readonly Finding[] {
  const partners = partnersOf(grid);
  const usual = { number: usualNumber(partners), label: usualLabel(partners) };
  return [
    ...partners.flatMap((placed) => [
      ...numberFindings(placed, usual.number),
      ...labelFindings(placed, usual.label),
      ...contractFindings(placed, issueDate),
    ]),
    ...markFindings(grid),
  ];
}

/** A partner with the name of its cell, as the display list names it. */
interface PlacedPartner {
  readonly text: string;
  readonly partner: AdPartner;
}

function partnersOf({ id, cells }: AdGrid): readonly PlacedPartner[] {
  return cells.flatMap((partner, cell) =>
    partner.kind === 'partner' ? [{ text: `adGrid:${id}/cell:${cell}`, partner }] : [],
  );
}

const FAULTS: Readonly<Record<PhoneFault, string>> = {
  marks: 'hotline-marks',
  'too few digits': 'hotline-too-short',
  'too many digits': 'hotline-too-long',
  beginning: 'hotline-beginning',
};

function numberFindings(
  { text, partner }: PlacedPartner,
  usual: string | undefined,
): readonly Finding[] {
  const { hotline } = partner;
  if (hotline === undefined) return [];
  const { number } = hotline;
  const finding = (code: string, values: Finding['values']): readonly Finding[] => {
    return [{ code, severity: 'warns', where: { text: `${text}/number` }, values }];
  };
  if (number === '') return finding('hotline-without-number', { label: hotline.label });
  const format = phoneFormat(number);
  if (format === undefined) {
    return finding(FAULTS[phoneFault(number)], { number, digits: digitsOf(number) });
  }
  if (format === 'no area code') return finding('hotline-no-area-code', { number });
  const usualFormat = usual === undefined ? undefined : phoneFormat(usual);
  const isAlike = !hasAreaCode(format) || usualFormat === undefined || usualFormat === format;
  return isAlike ? [] : finding('hotline-written-otherwise', { number, usual: usual ?? '' });
}

/** A number in the manner that most cells have; of two equally frequent ones the earlier. */
function usualNumber(partners: readonly PlacedPartner[]): string | undefined {
  const groups = new Map<PhoneFormat, string[]>();
  for (const { partner } of partners) {
    const number = partner.hotline?.number ?? '';
    const format = phoneFormat(number);
    if (format === undefined || !hasAreaCode(format)) continue;
    groups.set(format, [...(groups.get(format) ?? []), number]);
  }
  return mostFrequent([...groups.values()]);
}

function labelFindings(
  { text, partner }: PlacedPartner,
  usual: string | undefined,
): readonly Finding[] {
  const { hotline } = partner;
  if (hotline === undefined || usual === undefined || hotline.label === usual) return [];
  const where = { text: `${text}/label` };
  const values = { label: hotline.label, usual };
  return [{ code: 'hotline-label-differs', severity: 'warns', where, values }];
}

/** 招商热线 or 招商电话: what most cells say; of two equally frequent ones the earlier. */
function usualLabel(partners: readonly PlacedPartner[]): string | undefined {
  const labels = partners.flatMap(({ partner }) => partner.hotline?.label || []);
  return mostFrequent([...Map.groupBy(labels, (label) => label).values()]);
}

function mostFrequent(groups: readonly (readonly string[])[]): string | undefined {
  // Sorting keeps the order of equals: the earlier cell decides.
  return groups.toSorted((a, b) => b.length - a.length)[0]?.[0];
}

/** The advertiser is asked to renew while the supplement still has a few issues to go. */
const NOTICE_DAYS = 30;

function contractFindings({ text, partner }: PlacedPartner, issueDate: string): readonly Finding[] {
  const { name, expires } = partner;
  if (expires === undefined) return [];
  const days = dayNumber(expires) - dayNumber(issueDate);
  if (days < 0 || days > NOTICE_DAYS) return [];
  const values = { name, expires, days };
  return [{ code: 'ad-contract-ends-soon', severity: 'informs', where: { text }, values }];
}

function dayNumber(isoDate: string): number {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / MILLISECONDS_A_DAY;
}

const MILLISECONDS_A_DAY = 24 * 60 * 60 * 1000;

/** Paid matter must say that it is (广告法第十四条); a grid of the paper's own friends need not. */
function markFindings({ id, mark, cells }: AdGrid): readonly Finding[] {
  if (mark !== 'none' || !cells.some(isPaidMatter)) return [];
  return [
    { code: 'ad-mark-none', severity: 'informs', where: { text: `adGrid:${id}` }, values: {} },
  ];
}

function isPaidMatter(cell: AdCell): boolean {
  return cell.kind === 'picture' || (cell.kind === 'partner' && cell.hotline !== undefined);
}
