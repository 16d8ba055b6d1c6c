import fc from 'fast-check';
import { expect, test } from 'vitest';
import { glyfOutline } from '#engine/fonts/outline.ts';
import { subsetFace } from '#engine/fonts/subset.ts';
import { bundledFace, programOf } from '#tests/unit/fonts/real-faces.ts';

const { program } = bundledFace('kai-500');
const glyphSets = fc.array(fc.integer({ min: 0, max: program.glyphCount - 1 }), { maxLength: 40 });

test('every glyph of every page looks in print as it does on the desk', () => {
  fc.assert(
    fc.property(glyphSets, (glyphIds) => {
      const subset = subsetFace({ program, glyphIds });
      const cut = programOf(subset.bytes);
      const map = new DataView((subset.cidToGid ?? new Uint8Array()).buffer);
      for (const glyphId of glyphIds) {
        const embedded = map.getUint16(2 * subset.cidOf(glyphId));
        expect(glyfOutline(cut, embedded)).toEqual(glyfOutline(program, glyphId));
        expect(cut.advanceOf(embedded)).toBe(program.advanceOf(glyphId));
      }
    }),
    { numRuns: 60 },
  );
});
