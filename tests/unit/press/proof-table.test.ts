import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openColourEngine } from '#engine/press/colour-engine.ts';
import { mixesOfProofTable, packedInks, readProofTable } from '#engine/press/proof-table.ts';
import { assert } from '#engine/units/assert.ts';
import { readLcmsWasm } from '#host/press/load-press-profile.ts';

const icc = new Uint8Array(readFileSync('templates/press-profiles/newsprint-tr002-tac220.icc'));
const engine = await openColourEngine(await readLcmsWasm());
const mixes = mixesOfProofTable();
const table = engine.rgbOf(icc, mixes, 'newsprint');
const proof = readProofTable(table);
assert(proof !== undefined, 'the table is one');

function lightsOf(colour: number): readonly number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

const amount = fc.integer({ min: 0, max: 255 });
const mix = fc.tuple(amount, amount, amount, amount);

describe('the proof table of newsprint', () => {
  it('gives back its own colours, from bare paper to four solid inks', () => {
    for (let entry = 0; entry < mixes.length / 4; entry += 97) {
      const inks = packedInks(mixes.subarray(entry * 4, entry * 4 + 4));
      const wanted = [...table.subarray(entry * 3, entry * 3 + 3)];
      for (const [at, light] of lightsOf(proof(inks)).entries()) {
        // The steps lie between whole bytes, 15.94 apart; the nearest byte is half of one away.
        expect(Math.abs(light - (wanted[at] ?? 0))).toBeLessThanOrEqual(2);
      }
    }
  });

  it('is within five of 255 of the profile, whatever the mix', () => {
    fc.assert(
      fc.property(mix, (inks) => {
        const exact = engine.rgbOf(icc, Uint8Array.from(inks), 'newsprint');
        for (const [at, light] of lightsOf(proof(packedInks(inks))).entries()) {
          expect(Math.abs(light - (exact[at] ?? 0))).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  it('shows darker paper than the white of the screen, and lighter black than its black', () => {
    const [red = 0, , blue = 0] = lightsOf(proof(packedInks([0, 0, 0, 0])));
    expect(red).toBeLessThan(225);
    expect(blue).toBeLessThan(red);
    expect(Math.min(...lightsOf(proof(packedInks([0, 0, 0, 255]))))).toBeGreaterThan(20);
  });

  it('is not read from bytes that are none', () => {
    expect(readProofTable(table.subarray(1))).toBeUndefined();
  });
});
