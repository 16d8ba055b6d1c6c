import type { AdCell, AdPartner, Issue } from '#engine/model/issue.ts';
import { joinedNumber, partedNumber, phoneFormat } from '#engine/model/phone-number.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Mend } from './mend.ts';

/** The label that the other partners have. */
export function alikeLabel(_issue: Issue, finding: Finding): Mend | undefined {
  const place = cellOf(finding);
  if (place === undefined) return undefined;
  const { label = '', usual = '' } = finding.values;
  const change = { kind: 'hotline', ...place, hotline: { label: String(usual) } } as const;
  return { code: 'mend-hotline-label', values: { label, usual }, isSafe: true, change };
}

/** The same number in the manner of the others. */
export function alikeNumber(_issue: Issue, finding: Finding): Mend | undefined {
  const number = String(finding.values.number);
  const parts = partedNumber(number);
  const format = phoneFormat(String(finding.values.usual));
  return writtenNumber(finding, parts && format && joinedNumber(parts, format), 'safe');
}

/** The same digits with the marks that numbers are written with. */
export function numberWithoutMarks(issue: Issue, finding: Finding): Mend | undefined {
  const parts = partedNumber(String(finding.values.number).replaceAll(/\D/gu, ''));
  const format = usualFormat(numbersBeside(issue, finding)) ?? 'area code and hyphen';
  return writtenNumber(finding, parts && joinedNumber(parts, format), 'safe');
}

/** The area code that all other partners share; it may be another one, so somebody has to look. */
export function numberWithArea(issue: Issue, finding: Finding): Mend | undefined {
  const numbers = numbersBeside(issue, finding);
  const areas = new Set(numbers.flatMap((one) => partedNumber(one)?.area ?? []));
  const [area] = areas;
  const format = usualFormat(numbers);
  if (areas.size !== 1 || area === undefined || format === undefined) return undefined;
  const line = String(finding.values.number);
  const written = joinedNumber({ area, line }, format);
  const mend = writtenNumber(finding, written, 'to be looked at');
  return mend && { ...mend, code: 'mend-area-code' };
}

function writtenNumber(
  finding: Finding,
  written: string | undefined,
  trust: 'safe' | 'to be looked at',
): Mend | undefined {
  const place = cellOf(finding);
  const { number = '' } = finding.values;
  if (place === undefined || written === undefined || written === number) return undefined;
  const change = { kind: 'hotline', ...place, hotline: { number: written } } as const;
  const values = { number, written };
  return { code: 'mend-hotline-number', values, isSafe: trust === 'safe', change };
}

function numbersBeside(issue: Issue, finding: Finding): readonly string[] {
  const cells = issue.adGrids[cellOf(finding)?.adGrid ?? '']?.cells ?? [];
  return cells.filter(isPartner).flatMap(({ hotline }) => hotline?.number ?? []);
}

function usualFormat(numbers: readonly string[]) {
  const usual = numbers.find((one) => partedNumber(one) !== undefined);
  return usual === undefined ? undefined : phoneFormat(usual);
}

function isPartner(cell: AdCell): cell is AdPartner {
  return cell.kind === 'partner';
}

const CELL = /^adGrid:(.+)\/cell:(\d+)/u;

function cellOf({
  where,
}: Finding): { readonly adGrid: string; readonly cell: number } | undefined {
  const [, adGrid, cell] = CELL.exec(where.text ?? '') ?? [];
  return adGrid === undefined ? undefined : { adGrid, cell: Number(cell) };
}
