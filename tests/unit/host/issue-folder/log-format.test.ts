import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import {
  logHeader,
  readLog,
  savedJsonRecord,
  updateRecord,
} from '#host/issue-folder/log-format.ts';

const updates = [1, 2, 3].map((seed) =>
  Uint8Array.from({ length: seed * 7 }, (_, at) => at * seed),
);
const records = updates.map(updateRecord);
const log = Buffer.concat([logHeader(), ...records, savedJsonRecord('ab'.repeat(32))]);

it('reads back what was written', () => {
  expect(readLog(log)).toMatchObject({
    updates: updates.map((update) => Buffer.from(update)),
    savedJson: [{ sha256: 'ab'.repeat(32), updates: 3 }],
    goodBytes: log.length,
    lostBytes: 0,
  });
});

it('reads every torn log up to its last whole record', () => {
  for (let length = 16; length < log.length; length += 1) {
    const content = readLog(log.subarray(0, length));
    if ('code' in content) throw new Error(content.code);
    const whole = content.updates.length;
    expect(content.updates).toEqual(updates.slice(0, whole).map((update) => Buffer.from(update)));
    expect(content.goodBytes + content.lostBytes).toBe(length);
    const end = 16 + records.slice(0, whole + 1).reduce((sum, { length: size }) => sum + size, 0);
    if (whole < records.length) expect(end).toBeGreaterThan(length);
  }
  for (let length = 0; length < 16; length += 1) {
    expect(readLog(log.subarray(0, length))).toEqual({ code: 'no log' });
  }
});

it('never takes a damaged record for a good one', () => {
  for (let at = 16; at < log.length; at += 1) {
    const damaged = Buffer.from(log);
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    const content = readLog(damaged);
    if ('code' in content) throw new Error(content.code);
    expect(content.goodBytes).toBeLessThanOrEqual(at);
    expect(content.lostBytes).toBeGreaterThan(0);
  }
});

it('names a version it does not know', () => {
  const newer = Buffer.from(logHeader());
  newer.writeUInt16LE(2, 8);
  expect(readLog(newer)).toEqual({ code: 'no log' });
  newer.writeUInt32LE(crc32(newer.subarray(0, 12)), 12);
  expect(readLog(newer)).toEqual({ code: 'unknown version', found: 'log 2', newest: 1 });
});
