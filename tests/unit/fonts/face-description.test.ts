import { describe, expect, test } from 'vitest';
import { describeFace, embeddingOf, widthPerMille } from '#engine/fonts/face-description.ts';
import { bundledFace, fixtureFace, set } from './real-faces.ts';

describe('the description of a face for the print shop', () => {
  test('names the face and its measures', () => {
    expect(describeFace(bundledFace('song-400').program)).toMatchObject({
      postScriptName: 'NotoSerifSC-Regular',
      ascent: 880,
      descent: -120,
      capHeight: 729,
      italicAngle: 0,
      stemV: 88,
      isSerif: true,
      isFixedPitch: false,
      fsType: 0,
      embedding: 'subset',
    });
  });

  test('tells bold from regular and sans from serif', () => {
    const hei = describeFace(bundledFace('hei-700').program);
    expect(hei).toMatchObject({ weight: 700, stemV: 166, isSerif: false });
  });

  test('gives the Chinese name where the face has one', () => {
    expect(describeFace(bundledFace('kai-500').program).chineseFamilyName).toBe('霞鹜文楷');
    expect(describeFace(fixtureFace('name-keyed.otf').program).chineseFamilyName).toBeUndefined();
  });

  test('gives widths in thousandths of an em', () => {
    const face = fixtureFace('name-keyed.otf');
    expect(widthPerMille(face.program, set(face, 'B')[0]?.id ?? 0)).toBe(700);
  });

  test.each([
    [0x0000, 'subset'],
    [0x0002, 'forbidden'],
    [0x0004, 'subset'],
    [0x0008, 'subset'],
    [0x000a, 'subset'],
    [0x0104, 'whole face'],
    [0x0200, 'forbidden'],
  ])('reads licence bits %i as %s', (fsType, embedding) => {
    expect(embeddingOf(fsType)).toBe(embedding);
  });
});
