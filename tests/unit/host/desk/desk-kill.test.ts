import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { copiedSample, leadOnDisk } from '#tests/unit/host/issue-folder/sample-folder.ts';
import { deskBehindDoor, ownDataFolder } from './desk-behind-door.ts';
import { openWindow } from './desk-window.ts';

const PROGRAM = fileURLToPath(new URL('./desk-program.ts', import.meta.url));

/** Runs a desk until it has acknowledged so many words, then kills it; answers the last one. */
async function typeUntilKilled(folder: string, words: number): Promise<number> {
  const desk = spawn(process.execPath, [PROGRAM, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let last = -1;
  for await (const line of createInterface({ input: desk.stdout })) {
    if (/^\d+$/.test(line)) last = Number(line);
    if (last >= words) break;
  }
  desk.kill('SIGKILL');
  await once(desk, 'exit');
  return last;
}

test('a desk that is killed while typing loses nothing it has answered, and says so', async () => {
  await ownDataFolder();
  // 60 falls behind a save and 24 beside one; nothing of either is lost.
  for (const words of [5, 24, 60]) {
    const folder = await copiedSample();
    const last = await typeUntilKilled(folder, words);
    expect(last).toBeGreaterThanOrEqual(words);
    const { text } = await leadOnDisk(folder);
    const kept = [...text.matchAll(/〔(\d+)〕/gu)].map(([, number]) => Number(number));
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, at) => kept.length - 1 - at));
    expect(kept.length).toBeGreaterThan(last);
    const { door } = await deskBehindDoor();
    const { opened } = await openWindow(door, { folder });
    expect(opened.heldBy).toBeUndefined();
    const recovered = opened.findings.find(({ code }) => code === 'edits recovered');
    const since = kept.length % 25;
    // A save that was under way when the desk died may have counted or not.
    if (since > 4) expect(recovered?.values.count).toBe(since);
    if (recovered) expect(String(recovered.values.at)).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  }
}, 60_000);
