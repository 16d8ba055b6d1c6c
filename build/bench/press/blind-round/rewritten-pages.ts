import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program that writes the page anew, and whether a print shop would still take it. */
export interface Rewriting {
  readonly name: string;
  readonly program: string;
  /** What stands for the page is `IN`, for what is written `OUT`. */
  readonly words: readonly string[];
  readonly isGood: boolean;
}

const DISTIL = ['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfwrite', '-sOutputFile=OUT'];

/** Well-meant steps on the way to the print shop. */
export const REWRITINGS: readonly Rewriting[] = [
  rewriting('distilled anew', false, ['gs', ...DISTIL, 'IN']),
  rewriting('distilled to screen colours', false, [
    ...['gs', ...DISTIL],
    ...['-sColorConversionStrategy=RGB', '-sProcessColorModel=DeviceRGB', 'IN'],
  ]),
  rewriting('distilled to grey', false, [
    ...['gs', ...DISTIL],
    ...['-sColorConversionStrategy=Gray', '-sProcessColorModel=DeviceGray', 'IN'],
  ]),
  rewriting('made small for mail', false, ['gs', ...DISTIL, '-dPDFSETTINGS=/screen', 'IN']),
  rewriting('drawn anew by cairo', false, ['pdftocairo', '-pdf', 'IN', 'OUT']),
  rewriting('closed with an empty password', false, [
    ...['qpdf', '--encrypt', '', 'owner', '256', '--', 'IN', 'OUT'],
  ]),
  rewriting('lifted to PDF 1.7', false, ['qpdf', '--force-version=1.7', 'IN', 'OUT']),
  rewriting('turned by a quarter', false, ['qpdf', '--rotate=90', 'IN', 'OUT']),
  rewriting('with the same page twice', false, [
    ...['qpdf', '--empty', '--pages', 'IN', '1', 'IN', '1', '--', 'OUT'],
  ]),
  rewriting('taken over into an empty file', false, [
    ...['qpdf', '--empty', '--pages', 'IN', '1', '--', 'OUT'],
  ]),
  rewriting('put in order for the web', true, ['qpdf', '--linearize', 'IN', 'OUT']),
  rewriting('written out for reading', true, ['qpdf', '--qdf', 'IN', 'OUT']),
  rewriting('unpacked', true, ['qpdf', '--stream-data=uncompress', 'IN', 'OUT']),
  rewriting('numbered anew', true, ['mutool', 'clean', '-gg', 'IN', 'OUT']),
];

function rewriting(name: string, isGood: boolean, line: readonly string[]): Rewriting {
  const [program = '', ...words] = line;
  return { name, program, words, isGood };
}

/** The page as the program writes it; undefined where the program is not at hand. */
export function rewritten(page: Uint8Array, { program, words }: Rewriting): Buffer | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-rewritten-'));
  try {
    const [from, to] = [join(folder, 'in.pdf'), join(folder, 'out.pdf')];
    writeFileSync(from, page);
    execFileSync(
      program,
      words.map((word) => word.replace('IN', from).replace('OUT', to)),
      { stdio: 'ignore' },
    );
    return readFileSync(to);
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && failure.code === 'ENOENT')
      return undefined;
    throw failure;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
