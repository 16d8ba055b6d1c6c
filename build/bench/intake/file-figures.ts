import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { type Figure, quantile } from '#build/bench/figure.ts';
import { assert } from '#engine/units/assert.ts';
import { createIntakeRooms, type IntakeRooms } from '#host/intake/intake-rooms.ts';
import { startIntakeRoom } from '#host/intake/start-intake-room.ts';

const TEXT_BYTES = 20 * 1024;
const SENTENCE = '湘潭经开区召开专题会议，部署近期安全生产工作。';
const PICTURES = 4;
/** Noise packs to some 5 MB in this size: four photographs make a draft of 20 MB. */
const PICTURE = { width: 3000, height: 2250 };
const ROUNDS = 12;

/** Milliseconds to read files as they come in, each in a process of its own. */
export async function fileFigures(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-bench-intake-'));
  const rooms = createIntakeRooms(startIntakeRoom);
  try {
    const text = join(folder, '来稿.txt');
    const story = `${SENTENCE.repeat(6)}\n`.repeat(TEXT_BYTES);
    await writeFile(text, Buffer.from(story).subarray(0, TEXT_BYTES));
    const archive = join(folder, '来稿.zip');
    const bytes = await photographs(story.slice(0, 2000));
    await writeFile(archive, bytes);
    const megabytes = Math.round(bytes.length / 1024 / 1024);
    return [
      await timeFigure(rooms, text, { name: 'file of 20 KB of text, p95', target: '≤ 300 ms' }),
      await timeFigure(rooms, archive, {
        name: `archive of ${megabytes} MB with ${PICTURES} photographs, p95`,
        target: '≤ 2000 ms',
      }),
    ];
  } finally {
    await rooms.shut();
    await rm(folder, { recursive: true, force: true });
  }
}

async function photographs(story: string): Promise<Uint8Array> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const picture = await sharp({ create: { ...PICTURE, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 93 })
    .toBuffer();
  const files = Array.from({ length: PICTURES }, (_, at) => [`图${at + 1}.jpg`, picture] as const);
  const entries = { ...Object.fromEntries(files), '来稿.txt': strToU8(story) };
  return zipSync(entries, { level: 0 });
}

async function timeFigure(
  rooms: IntakeRooms,
  path: string,
  { name, target }: { readonly name: string; readonly target: string },
): Promise<Figure> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    const reading = await rooms.read({ name: path, path });
    times.push(performance.now() - begun);
    assert(reading.ok, 'the draft of the bench is read');
  }
  const value = quantile(times, 0.95);
  return { name: `reading: ${name}`, value, unit: 'ms', target, samples: times.length };
}
