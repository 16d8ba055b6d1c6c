import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { isMainThread, Worker } from 'node:worker_threads';
import { plainParagraph } from '#host/intake/gathered.ts';
import type { IntakeNews, IntakeOrder } from '#host/intake/intake-order.ts';
import { guardMemory } from '#host/intake/memory-guard.ts';
import { roomPort } from '#host/room-port.ts';

/*
 * A room that misbehaves as the name of the draft tells it to: what a draft could make of a library
 * that reads it. intake-rooms.test.ts starts it; it is no test itself.
 */
if (isMainThread) misbehave();
else guardMemory();

function misbehave(): void {
  new Worker(import.meta.filename).unref();
  const port = roomPort<IntakeOrder, IntakeNews>();
  port.hear(({ name, path }) => {
    if (name === 'endless') for (;;);
    if (name === 'greedy') for (const kept: Buffer[] = []; ; ) kept.push(Buffer.alloc(8e6, 1));
    if (name === 'dies') process.abort();
    const tried = name === 'writes' ? refusals(path) : [String(process.pid)];
    const matter = {
      parts: tried.map(plainParagraph),
      pictures: [],
      envelope: { subject: '', sender: '', address: '', sentAt: undefined },
    };
    port.tell({ kind: 'read', matter, notes: [] });
  });
}

function refusals(path: string): readonly string[] {
  return [() => writeFileSync(path, 'x'), () => spawnSync('true')].map((attempt) => {
    try {
      attempt();
      return 'allowed';
    } catch (trouble) {
      return String((trouble as { code?: string }).code);
    }
  });
}
