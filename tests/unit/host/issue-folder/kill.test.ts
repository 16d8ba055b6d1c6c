import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { copiedSample, leadOnDisk, opened } from './sample-folder.ts';

const TYPIST = fileURLToPath(new URL('./typist.ts', import.meta.url));

/** Lets the typist work until it has acknowledged some words and a moment longer, then kills it. */
async function typeUntilKilled(folder: string, first: number, waitMs: number): Promise<number> {
  const typist = spawn(process.execPath, [TYPIST, folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = first - 1;
  let told = '';
  typist.stdout.setEncoding('utf8');
  const began = new Promise<void>((resume) => {
    typist.stdout.on('data', (text: string) => {
      told += text;
      acknowledged = Number(told.trimEnd().split('\n').at(-1));
      resume();
    });
  });
  await Promise.race([began, once(typist, 'exit')]);
  await new Promise((resume) => setTimeout(resume, waitMs));
  typist.kill('SIGKILL');
  await once(typist, 'close');
  return acknowledged;
}

it('loses nothing acknowledged when the program is killed at any moment', async () => {
  const folder = await copiedSample();
  let next = 0;
  // Waits of uneven length, so that the kills fall into writing, saving and renaming.
  for (const waitMs of [0, 3, 7, 13, 29, 41]) {
    const acknowledged = await typeUntilKilled(folder, next, waitMs);
    expect(acknowledged).toBeGreaterThanOrEqual(next);
    const { text } = await leadOnDisk(folder);
    const kept = [...text.matchAll(/〔(\d+)〕/gu)].map(([, number]) => Number(number));
    // Newest first, none missing, none doubled; the word in work may have got through as well.
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, at) => kept.length - 1 - at));
    expect(kept.length).toBeGreaterThan(acknowledged);
    expect(kept.length).toBeLessThanOrEqual(acknowledged + 2);
    next = kept.length;
  }
  const reopened = await opened(folder);
  expect(await reopened.save()).toBeUndefined();
  await reopened.close();
}, 60_000);
