import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { COMMAND_LINE } from '#build/bundle-command-line.ts';
import { paragraphText } from '#engine/model/story-text.ts';
import type { Figure } from './figure.ts';
import { openSampleDesk, SAMPLE_FOLDER } from './sample-desk.ts';

const run = promisify(execFile);

/** Paragraphs that poppler's pdftotext gives back whole, in both of its reading orders. */
export async function textFigures(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-bench-'));
  const pdf = join(folder, 'page.pdf');
  await run(process.execPath, [COMMAND_LINE, 'press', SAMPLE_FOLDER, '--out', pdf, '--anyway']);
  const raw = await run('pdftotext', ['-raw', pdf, '-']);
  const guessed = await run('pdftotext', [pdf, '-']);
  await rm(folder, { recursive: true });
  const { issue } = openSampleDesk();
  const paragraphs = Object.values(issue.articles).flatMap(({ story }) =>
    story.paragraphs.map((paragraph) => bare(paragraphText(paragraph))),
  );
  const found = (text: string) => paragraphs.filter((one) => bare(text).includes(one)).length;
  const target = `all ${paragraphs.length}`;
  const samples = paragraphs.length;
  return [
    {
      name: 'paragraphs found intact by pdftotext -raw (order of the file)',
      value: found(raw.stdout),
      unit: '',
      target,
      samples,
    },
    {
      name: 'paragraphs found intact by pdftotext (order guessed from the layout)',
      value: found(guessed.stdout),
      unit: '',
      target,
      samples,
    },
  ];
}

/** Without blanks: a line end in a column is no blank of the text. */
function bare(text: string): string {
  return text.replaceAll(/\s/gu, '');
}
