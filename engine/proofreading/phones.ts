import { phoneFormat } from '#engine/model/phone-number.ts';
import type { TextFault } from './proof-mark.ts';
import type { ProofText } from './proof-text.ts';

/** Numbers behind 电话 or 热线, and those of the partner grid. */
export function phones({ name, kind, words }: ProofText): readonly TextFault[] {
  if (kind === 'partner') return name.endsWith('/number') ? judged(words.trim(), 0) : [];
  const numbers = words.matchAll(
    /(?:电话|热线|传真|手机|致电|拨打|垂询)[号码是为：: ]{0,4}([(（]?\d[\d()（）\-－—]{3,18}\d)/gu,
  );
  return [...numbers].flatMap(({ 0: whole, 1: number = '', index }) =>
    judged(number, index + whole.length - number.length),
  );
}

/** 110, 12345, 95598: numbers that have no area code. */
const SHORT = /^(?:1\d{2,5}|9\d{4,5})$/u;

function judged(number: string, start: number): readonly TextFault[] {
  const at = { start, end: start + number.length, values: { words: number } };
  if (number === '' || SHORT.test(number)) return [];
  const format = phoneFormat(number);
  if (format === undefined || isShort(number)) return [{ rule: 'phone-number', ...at }];
  return format === 'no area code' ? [{ rule: 'phone-area-code', ...at }] : [];
}

/** Towns whose lines have eight digits (numbering plan of the PRC, 工信部, 2017). */
const EIGHT_DIGITS = /^[(（]?0(?:10|2\d|731|755|571|591|371|531|532)[)）]?[-—－]?(\d+)$/u;

function isShort(number: string): boolean {
  const line = EIGHT_DIGITS.exec(number)?.[1];
  return line !== undefined && line.length < 8;
}
