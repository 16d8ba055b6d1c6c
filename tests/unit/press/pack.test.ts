import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { huffmanLengths } from '#engine/press/huffman-lengths.ts';
import { packLiterals } from '#engine/press/huffman-pack.ts';
import { packStream } from '#engine/press/pack.ts';
import { packSparse } from '#engine/press/sparse-pack.ts';
import { FONTS } from './planted-job.ts';

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc.uint8Array({ maxLength: 3000, max: 3 }),
  fc
    .array(fc.tuple(fc.nat({ max: 1200 }), fc.integer({ min: 0, max: 255 })), { maxLength: 60 })
    .map((runs) =>
      Uint8Array.from(runs.flatMap(([noughts, value]) => [...Array(noughts).fill(0), value])),
    ),
);

describe.each([
  ['the usual packing', packStream],
  ['packing of glyph outlines', packLiterals],
  ['packing of sparse maps', packSparse],
])('%s', (_, pack) => {
  it('gives back every byte, of any bytes', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(Buffer.compare(inflateSync(pack(bytes)), bytes)).toBe(0);
      }),
      { numRuns: 400 },
    );
  });

  it('gives back runs of every length', () => {
    for (let run = 0; run < 1100; run += 1) {
      const bytes = new Uint8Array(run + 2);
      bytes.set([7], run);
      expect(Buffer.compare(inflateSync(pack(bytes)), bytes)).toBe(0);
    }
  });
});

describe('a font cut to 900 glyphs', () => {
  const glyphIds = Array.from({ length: 900 }, (_, at) => 1000 + at * 23);
  const { bytes, cidToGid = new Uint8Array() } = FONTS.subset('song-400', glyphIds);

  it('is read back, and a fifth shorter', () => {
    const packed = packLiterals(bytes);
    expect(Buffer.compare(inflateSync(packed), bytes)).toBe(0);
    expect(packed.length).toBeLessThan(bytes.length * 0.85);
  });

  it('has a map that takes a tenth of its length', () => {
    const packed = packSparse(cidToGid);
    expect(Buffer.compare(inflateSync(packed), cidToGid)).toBe(0);
    expect(packed.length).toBeLessThan(cidToGid.length * 0.15);
  });
});

describe('code lengths', () => {
  it('fill the code exactly and keep to the longest allowed', () => {
    const counts = fc.array(fc.nat({ max: 100_000 }), { minLength: 2, maxLength: 200 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 8, max: 16 }), (frequencies, most) => {
        const lengths = huffmanLengths(frequencies, most);
        const used = frequencies.filter((count) => count > 0).length;
        const taken = lengths.reduce((sum, length) => sum + (length > 0 ? 2 ** -length : 0), 0);
        expect(Math.max(...lengths)).toBeLessThanOrEqual(most);
        expect(lengths.filter((length) => length > 0)).toHaveLength(used);
        expect(taken).toBeLessThanOrEqual(1);
      }),
    );
  });
});
