import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutAfter } from '#build/bench/press/cut-after.ts';
import { DeliveryTrouble } from '#host/delivery/delivery-place.ts';
import { partName, SendingStopped, sendFile } from '#host/delivery/send-file.ts';
import { fileOf, MemoryPlace } from './places.ts';

const PAGE = fileOf('XTRB_20210618_A06_v1.pdf', 700_000);

it('brings a file whole and leaves nothing else', async () => {
  const place = new MemoryPlace();
  await sendFile(place, PAGE);
  expect([...place.files.keys()]).toEqual([PAGE.name]);
  expect(Buffer.compare(place.files.get(PAGE.name) ?? new Uint8Array(), PAGE.bytes)).toBe(0);
});

it('goes on where it was cut, and sends no byte twice', async () => {
  const place = new MemoryPlace();
  await expect(sendFile(cutAfter(place, 300_000), PAGE)).rejects.toThrow(DeliveryTrouble);
  expect([...place.files.keys()]).toEqual([partName(PAGE)]);
  await sendFile(place, PAGE);
  expect(place.appended).toBe(PAGE.bytes.length);
  expect(place.seen).toEqual([PAGE.name]);
});

it('never shows a half-written file under its name, wherever the line is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(PAGE.bytes.length - 1), async (at) => {
      const place = new MemoryPlace();
      await sendFile(cutAfter(place, at), PAGE).catch(() => undefined);
      expect(place.files.has(PAGE.name)).toBe(false);
      await sendFile(place, PAGE);
      expect(Buffer.compare(place.files.get(PAGE.name) ?? new Uint8Array(), PAGE.bytes)).toBe(0);
    }),
    { numRuns: 20 },
  );
});

it('starts anew where the earlier piece is not of this file', async () => {
  const place = new MemoryPlace();
  place.files.set(partName(PAGE), fileOf('x', 1000, 9).bytes);
  await sendFile(place, PAGE);
  expect(place.appended).toBe(PAGE.bytes.length);
});

it('starts anew where the earlier piece is longer than the file', async () => {
  const place = new MemoryPlace();
  place.files.set(partName(PAGE), new Uint8Array(PAGE.bytes.length + 1));
  await sendFile(place, PAGE);
  expect([...place.files.keys()]).toEqual([PAGE.name]);
});

it('sends nothing again when the file lies there whole', async () => {
  const place = new MemoryPlace();
  await sendFile(place, PAGE);
  await sendFile(place, PAGE);
  expect(place.appended).toBe(PAGE.bytes.length);
});

it('replaces a file of that name that is another one', async () => {
  const place = new MemoryPlace();
  place.files.set(PAGE.name, fileOf('x', PAGE.bytes.length, 9).bytes);
  await sendFile(place, PAGE);
  expect(Buffer.compare(place.files.get(PAGE.name) ?? new Uint8Array(), PAGE.bytes)).toBe(0);
});

it('takes away what does not read back as it was sent', async () => {
  const place = new MemoryPlace();
  const append = place.append.bind(place);
  place.append = (name, length, bytes) => {
    const damaged = bytes.slice();
    damaged[0] = (damaged[0] ?? 0) ^ 1;
    return append(name, length, damaged);
  };
  await expect(sendFile(place, PAGE)).rejects.toMatchObject({ code: 'delivery-read-back' });
  expect(place.files.size).toBe(0);
});

it('stops between two pieces when the file is no longer wanted', async () => {
  const place = new MemoryPlace();
  let sent = 0;
  const watch = {
    onSent: (bytes: number) => {
      sent = bytes;
    },
    isWanted: () => sent === 0,
  };
  await expect(sendFile(place, PAGE, watch)).rejects.toThrow(SendingStopped);
  expect(sent).toBeLessThan(PAGE.bytes.length);
  expect(place.files.has(PAGE.name)).toBe(false);
});

it('brings an empty file too', async () => {
  const place = new MemoryPlace();
  await sendFile(place, fileOf('ready', 0));
  expect(place.files.get('ready')).toHaveLength(0);
});
