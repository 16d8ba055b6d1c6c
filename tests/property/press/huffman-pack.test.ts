import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { huffmanLengths } from '#engine/press/huffman-lengths.ts';
import { packLiterals } from '#engine/press/huffman-pack.ts';

describe('packing by entropy coding alone', () => {
  test('is read back whole by zlib, whatever the bytes', () => {
    const lopsided = fc
      .array(fc.nat({ max: 15 }), { maxLength: 3000 })
      .map((powers) => Uint8Array.from(powers, (power) => 2 ** power % 251));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 3000 }), lopsided), (bytes) => {
        expect(new Uint8Array(inflateSync(packLiterals(bytes)))).toEqual(bytes);
      }),
    );
  });

  test('goes on after the end of a block', () => {
    const bytes = Uint8Array.from({ length: 300_001 }, (_, index) => (index * index) >> 5);
    expect(Buffer.compare(inflateSync(packLiterals(bytes)), Buffer.from(bytes))).toBe(0);
  });

  test('keeps codes within their limit when counts grow like Fibonacci numbers', () => {
    const counts = [1, 1];
    while (counts.length < 40) counts.push((counts.at(-1) ?? 0) + (counts.at(-2) ?? 0));
    const lengths = huffmanLengths(counts, 15);
    expect(Math.max(...lengths)).toBe(15);
    expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBeLessThanOrEqual(1);
  });

  test('gives frequent symbols shorter codes than rare ones', () => {
    const lengths = huffmanLengths([100, 1, 50, 0, 3], 15);
    expect([...lengths]).toEqual([1, 3, 2, 0, 3]);
  });
});
