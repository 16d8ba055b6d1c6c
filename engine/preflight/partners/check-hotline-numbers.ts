import type { AdGrid } from '#engine/model/issue.ts';
import {
  digitsOf,
  hasAreaCode,
  type PhoneFault,
  phoneFault,
  phoneFormat,
} from '#engine/model/phone-number.ts';
import type { CheckedPage } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { inEachGrid, type PlacedPartner, partnersOf, usualOf } from './grid-partners.ts';

/** Hotlines of partners that cannot be dialled, or are written unlike the others. */
export function checkHotlineNumbers(checked: CheckedPage): readonly Finding[] {
  return inEachGrid(checked, (grid) => {
    const usual = usualNumber(grid);
    return partnersOf(grid).flatMap((placed) => numberFindings(placed, usual));
  });
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

/** A number in the manner that most cells have. */
function usualNumber(grid: AdGrid): string | undefined {
  const numbers = partnersOf(grid).flatMap(({ partner }) => partner.hotline?.number ?? []);
  const whole = numbers.filter((number) => {
    const format = phoneFormat(number);
    return format !== undefined && hasAreaCode(format);
  });
  return usualOf(whole, phoneFormat);
}
