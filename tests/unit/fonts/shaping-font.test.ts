import { describe, expect, test } from 'vitest';
import { createComposer } from '#engine/compose/page.ts';
import { dumpDisplayList } from '#engine/display/dump-display-list.ts';
import { createFontBook } from '#engine/fonts/font-book.ts';
import { openTypeface, type ProgramTypeface } from '#engine/fonts/harfbuzz-typeface.ts';
import { shapingFont } from '#engine/fonts/shaping-font.ts';
import { SHIPPED_LEXICON } from '#tests/unit/compose/shipped-lexicon.ts';
import { pageTemplate, sampleIssue } from '#tests/unit/model/sample-issue.ts';
import { bundledFace, fixtureFace, set, setVertically } from './real-faces.ts';

const SAMPLE_FACES = ['song-400', 'song-700', 'hei-700', 'kai-500'];

function withoutOutlines(face: ProgramTypeface): ProgramTypeface {
  return openTypeface({ id: face.id, bytes: shapingFont(face), faceIndex: 0 });
}

describe('a face for shaping', () => {
  test('weighs a twentieth of the whole face', () => {
    const { tables } = bundledFace('song-400').program;
    expect(shapingFont(bundledFace('song-400')).length).toBeLessThan(tables.lengthOf('glyf') / 20);
  });

  test('shapes and measures as the whole face does', () => {
    for (const id of SAMPLE_FACES) {
      const whole = bundledFace(id);
      const slim = withoutOutlines(whole);
      for (const text of ['园', '——', '“', 'AVATAR', '，', '㐀']) {
        expect(set(slim, text)).toEqual(set(whole, text));
        expect(setVertically(slim, text)).toEqual(setVertically(whole, text));
      }
      for (let glyphId = 0; glyphId < whole.program.glyphCount; glyphId += 7) {
        expect(slim.inkBox(glyphId)).toEqual(whole.inkBox(glyphId));
        expect(slim.verticalOriginY(glyphId)).toBe(whole.verticalOriginY(glyphId));
      }
    }
  });

  test('is made of CFF faces too', () => {
    for (const name of ['name-keyed.otf', 'cid-keyed.otf']) {
      const whole = fixtureFace(name);
      const slim = withoutOutlines(whole);
      for (let glyphId = 0; glyphId < whole.program.glyphCount; glyphId += 1) {
        expect(slim.inkBox(glyphId)).toEqual(whole.inkBox(glyphId));
        expect(slim.verticalOriginY(glyphId)).toBe(whole.verticalOriginY(glyphId));
        expect(slim.program.advanceOf(glyphId)).toBe(whole.program.advanceOf(glyphId));
      }
    }
  });

  test('has no outlines to draw', () => {
    const slim = withoutOutlines(bundledFace('song-400'));
    const [glyph] = set(slim, '园');
    expect(slim.outline(glyph?.id ?? 0)).toEqual([]);
    expect(slim.program.outlines).toBe('boxes');
  });

  test('composes the sample page to the last digit as the whole face does', () => {
    expect(sampleDump(withoutOutlines)).toBe(sampleDump((face) => face));
  });
});

function sampleDump(version: (face: ProgramTypeface) => ProgramTypeface): string {
  const fonts = createFontBook({
    faces: [],
    fallbacks: () => [],
    openLate: (id) => version(bundledFace(id)),
  });
  const issue = sampleIssue();
  const [page] = issue.pages;
  if (page === undefined) throw new Error('the sample has no page');
  const composer = createComposer({ fonts, lexicon: SHIPPED_LEXICON });
  return dumpDisplayList(composer.composePage(issue, page, pageTemplate(page.template)).list);
}
