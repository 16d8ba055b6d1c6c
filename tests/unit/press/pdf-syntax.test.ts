import { describe, expect, it } from 'vitest';
import { createPdfFile } from '#engine/press/pdf-file.ts';
import { pdfLength, pdfName, pdfNumber, pdfText } from '#engine/press/pdf-syntax.ts';

describe('numbers', () => {
  it('are plain decimals, rounded to a thousandth of a point, without a trailing zero', () => {
    expect([0.1 + 0.2, 12, 1 / 3, -2.5, 100.1004].map(pdfLength)).toEqual([
      '0.3',
      '12',
      '0.333',
      '-2.5',
      '100.1',
    ]);
  });

  it('never show a negative zero or an exponent', () => {
    expect([-0, -0.0001, 1e-9].map(pdfLength)).toEqual(['0', '0', '0']);
    expect(pdfNumber(-0.2, 0)).toBe('0');
  });

  it('must be finite', () => {
    expect(() => pdfLength(Number.NaN)).toThrow(/NaN/u);
  });
});

describe('names and texts', () => {
  it('write what a name may not hold as numbers', () => {
    expect(pdfName('song-400')).toBe('/song-400');
    expect(pdfName('方正 1')).toBe('/#E6#96#B9#E6#AD#A3#201');
  });

  it('write Chinese as UTF-16 and ASCII as it is', () => {
    expect(pdfText('A (1) \\')).toBe('(A \\(1\\) \\\\)');
    expect(pdfText('版心')).toBe('<FEFF7248 5FC3>'.replace(' ', ''));
    expect(pdfText('𠮷')).toBe('<FEFFD842DFB7>');
  });
});

describe('the file', () => {
  it('refuses an object that is written twice or never', () => {
    const file = createPdfFile('1.6');
    const number = file.add('<<>>');
    expect(() => file.add('<<>>', number)).toThrow(/twice/u);
    file.reserve();
    const id = ['0'.repeat(32), '1'.repeat(32)] as const;
    expect(() => file.finish({ root: 1, info: 1, id })).toThrow(/never written/u);
  });
});
