import type { TextFault } from './proof-mark.ts';
import type { ProofText } from './proof-text.ts';

const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '〔': '〕',
  '［': '］',
  '「': '」',
  '『': '』',
};
const OPENING = new Map(Object.entries(CLOSING).map(([opening, closing]) => [closing, opening]));

interface OpenMark {
  readonly mark: string;
  readonly at: number;
}

/**
 * Quotes, brackets and title marks without their other half, marks that cross, and double quotes
 * within double quotes. A quotation of several paragraphs opens each of them and closes the last.
 */
export function pairedMarks({ words, quoteRunsOn }: ProofText): readonly TextFault[] {
  const faults: TextFault[] = [];
  const open: OpenMark[] = [];
  [...words.matchAll(/[“”‘’（）《》〈〉【】〔〕［］「」『』]/gu)].forEach(({ 0: mark, index }) => {
    // ’ alone within a word is an apostrophe.
    if (mark === '’' && /[A-Za-z]/u.test(words[index - 1] ?? '')) return;
    const wanted = OPENING.get(mark);
    if (wanted === undefined) {
      open.push({ mark, at: index });
      return;
    }
    const at = open.findLastIndex((one) => one.mark === wanted);
    const innermost = open.at(-1);
    if (at < 0) faults.push(fault('unpaired-mark', mark, index));
    else if (at < open.length - 1 && open.slice(at + 1).some((one) => closesLater(one, index))) {
      faults.push({ ...fault('misnested-mark', mark, index), values: valuesOf(mark, innermost) });
      open.splice(at, 1);
    } else {
      for (const left of open.splice(at).slice(1)) {
        faults.push(fault('unpaired-mark', left.mark, left.at));
      }
    }
    if (at >= 0) faults.push(...nestedQuotes({ words, open, index, mark }, innermost));
  });
  const [last] = open;
  const isRunningOn = quoteRunsOn && open.length === 1 && last?.mark === '“';
  if (!isRunningOn) for (const one of open) faults.push(fault('unpaired-mark', one.mark, one.at));
  return faults;

  function closesLater(one: OpenMark, index: number): boolean {
    return words.indexOf(CLOSING[one.mark] ?? '', index) >= 0;
  }
}

function valuesOf(mark: string, innermost: OpenMark | undefined): Readonly<Record<string, string>> {
  return { words: mark, before: innermost?.mark ?? '' };
}

interface ClosedQuote {
  readonly words: string;
  /** What is still open around it. */
  readonly open: readonly OpenMark[];
  readonly index: number;
  readonly mark: string;
}

function nestedQuotes(
  { words, open, index, mark }: ClosedQuote,
  opened: OpenMark | undefined,
): readonly TextFault[] {
  if (opened === undefined || CLOSING[opened.mark] !== mark) return [];
  const isNested = mark === '”' && open.at(-1)?.mark === '“';
  if (!isNested) return [];
  const inner = words.slice(opened.at + 1, index);
  const whole = words.slice(opened.at, index + 1);
  const at = { rule: 'nested-quotes', start: opened.at, end: index + 1 };
  return [{ ...at, values: { words: whole }, fix: `‘${inner}’` }];
}

function fault(rule: string, mark: string, at: number): TextFault {
  return { rule, start: at, end: at + 1, values: { words: mark } };
}
