import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openedInbox, passingFolder } from './inbox-desk.ts';

const SENDER = fileURLToPath(new URL('./sender.ts', import.meta.url));

/** Lets the sender work until it has acknowledged a draft and a moment longer, then kills it. */
async function sendUntilKilled(folder: string, first: number, waitMs: number) {
  const sender = spawn(process.execPath, [SENDER, folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  sender.stdout.setEncoding('utf8');
  const began = new Promise<void>((resume) => {
    sender.stdout.on('data', (text: string) => {
      told += text;
      resume();
    });
  });
  await Promise.race([began, once(sender, 'exit')]);
  await new Promise((resume) => setTimeout(resume, waitMs));
  sender.kill('SIGKILL');
  await once(sender, 'close');
  const whole = told.slice(0, told.lastIndexOf('\n'));
  return whole.split('\n').map((line) => line.split(' ') as [string, string]);
}

test('keeps every acknowledged draft, once, when the program is killed at any moment', async () => {
  const folder = await passingFolder();
  const acknowledged = new Map<string, string>();
  for (const waitMs of [0, 4, 9, 17, 31]) {
    for (const [number, receipt] of await sendUntilKilled(folder, acknowledged.size, waitMs)) {
      acknowledged.set(number, receipt);
    }
  }
  const inbox = await openedInbox(folder);
  await inbox.settle();
  expect(inbox.damagedLines).toBe(0);
  const drafts = inbox.list({}).drafts;
  const kept = new Map(drafts.map(({ name, receipt }) => [name.replace('.txt', ''), receipt]));
  expect(kept.size).toBe(drafts.length);
  expect(acknowledged.size).toBeGreaterThanOrEqual(5);
  for (const [number, receipt] of acknowledged) expect(kept.get(number)).toBe(receipt);
  // The draft in work when the last kill came may have got through as well.
  expect(drafts.length - acknowledged.size).toBeLessThanOrEqual(1);
  for (const { name, subject, mark } of drafts.slice(1)) {
    expect(subject).toBe(`稿件〔${name.replace('.txt', '')}〕`);
    expect(mark?.state).toBe(Number.parseInt(name, 10) % 3 === 0 ? 'taken' : undefined);
  }
}, 60_000);
