import { describe, expect, it } from 'vitest';
import { addContent, putTogether, takeApart } from '#build/bench/press/loose-pdf.ts';
import { pressSample, SAMPLE_LOOKS } from '#build/bench/press/pressed-sample.ts';
import { packJpeg } from '#engine/press/jpeg.ts';
import { decodeJpeg } from '#engine/read-back/decode-jpeg.ts';
import {
  arrayAt,
  asDictionary,
  dictionaryAt,
  openDocument,
} from '#engine/read-back/open-document.ts';
import { readBack } from '#engine/read-back/read-back.ts';
import { readContent } from '#engine/read-back/read-content.ts';
import { judge, platesOf } from '#tests/unit/press/read-pdf.ts';

const SAMPLE = {
  template: 'park-broadsheet',
  profile: 'newsprint-390x540',
  standard: 'x4',
} as const;

describe('a good page', () => {
  it.each(SAMPLE_LOOKS)(
    'gives no alarm: $template, $profile, $standard',
    async (look) => {
      const { demands, pdf } = await pressSample(look);
      expect(readBack(pdf, demands).findings).toEqual([]);
    },
    60_000,
  );

  const NEAR_MISSES = {
    'a black line of two points that knocks out':
      'q /knockout gs 0 0 0 1 K 2 w 300 300 m 500 300 l S Q',
    'a rule of a quarter point': 'q /overprint gs 0 0 0 1 K 0.25 w 300 300 m 500 300 l S Q',
    'a line of two inks and a quarter point': 'q 0 1 1 0 K 0.25 w 300 300 m 500 300 l S Q',
    'a square of 235 percent ink': 'q 0.6 0.55 0.5 0.7 k 300 300 60 60 re f Q',
    'a white area over colour': 'q 1 0 0 0 k 300 300 60 60 re f 0 0 0 0 k 310 310 20 20 re f Q',
  };

  it.each(Object.entries(NEAR_MISSES))(
    'may have %s',
    async (_, operators) => {
      const { demands, pdf } = await pressSample(SAMPLE);
      const loose = takeApart(pdf);
      addContent(loose, `${operators}\n`);
      expect(readBack(putTogether(loose), demands).findings).toEqual([]);
    },
    60_000,
  );
});

describe('other readers', () => {
  it.each(['park-broadsheet', 'park-narrow', 'park-tabloid'])(
    'see the same ink on the plates of %s (Ghostscript)',
    async (template) => {
      const { demands, pdf } = await pressSample({ ...SAMPLE, template });
      const ink = readBack(pdf, demands).ink;
      const ppi = 150;
      const plates = heaviestSquare(platesOf(pdf, ppi), ppi);
      expect(Math.abs(plates - (ink?.heaviestSquarePercent ?? 0))).toBeLessThan(2);
    },
    120_000,
  );

  it('see the same text and fonts (poppler)', async () => {
    const { pdf } = await pressSample(SAMPLE);
    const document = openDocument(pdf);
    const catalog = dictionaryAt(document, document.trailer, 'Root');
    const pages = dictionaryAt(document, catalog, 'Pages');
    const page = asDictionary(document.get(arrayAt(document, pages, 'Kids')[0]));
    if (page === undefined) throw new Error('no page');
    const media = { left: 0, bottom: 0, right: 2000, top: 2000 };
    const resources = dictionaryAt(document, page, 'Resources');
    const { fonts, marks } = readContent(document, page, { media, resources });
    const fontTable = judge(pdf, 'pdffonts');
    for (const { name } of fonts) expect(fontTable).toContain(name);
    const ours = marks.flatMap((mark) =>
      mark.kind === 'text' ? mark.glyphs.map(({ code }) => mark.font.texts?.get(code) ?? '') : [],
    );
    const han = (text: string) => [...text].filter((one) => /\p{Script=Han}/u.test(one)).sort();
    expect(han(ours.join(''))).toEqual(han(judge(pdf, 'pdftotext')));
  }, 60_000);

  it('find no fault in the structure either (qpdf)', async () => {
    const { pdf } = await pressSample(SAMPLE);
    expect(judge(pdf, 'qpdf', '--check', 'page.pdf')).toContain(
      'No syntax or stream encoding errors',
    );
  }, 60_000);
});

describe('a picture that press packed', () => {
  it('is unpacked to the inks that went in', () => {
    const [widthPx, heightPx] = [45, 37];
    const samples = Uint8Array.from({ length: widthPx * heightPx * 4 }, (_, at) => {
      const [pixel, ink] = [at >> 2, at & 3];
      return [pixel % widthPx, pixel / widthPx, (pixel % 9) * 4, 60][ink] ?? 0;
    });
    const request = { widthPx, heightPx, channels: 4, samples, quality: 95 } as const;
    const jpeg = decodeJpeg(packJpeg({ ...request, greatestSum: 612 }));
    expect(jpeg).toMatchObject({ widthPx, heightPx, channels: 4, adobeTransform: undefined });
    const errors = jpeg.samples.map((sample, at) => Math.abs(sample - (samples[at] ?? 0)));
    expect(errors.reduce((most, error) => Math.max(most, error), 0)).toBeLessThan(12);
  });
});

/** Mean ink of the heaviest 15 mm square within the trim, percent. */
function heaviestSquare(plates: ReturnType<typeof platesOf>, ppi: number): number {
  const { black, cyan, heightPx, magenta, widthPx, yellow } = plates;
  const mm = ppi / 25.4;
  // The sheet has 14 mm for marks around the trim.
  const edge = Math.ceil(14 * mm);
  const side = Math.round(15 * mm);
  const wide = widthPx + 1;
  const sums = new Float64Array(wide * (heightPx + 1));
  for (let y = 0; y < heightPx; y += 1) {
    let along = 0;
    for (let x = 0; x < widthPx; x += 1) {
      const at = y * widthPx + x;
      along += (cyan[at] ?? 0) + (magenta[at] ?? 0) + (yellow[at] ?? 0) + (black[at] ?? 0);
      sums[(y + 1) * wide + x + 1] = (sums[y * wide + x + 1] ?? 0) + along;
    }
  }
  const sumAt = (x: number, y: number) => sums[y * wide + x] ?? 0;
  let heaviest = 0;
  for (let y = edge; y + side <= heightPx - edge; y += 1) {
    for (let x = edge; x + side <= widthPx - edge; x += 1) {
      const high = sumAt(x + side, y + side) - sumAt(x, y + side);
      heaviest = Math.max(heaviest, high - sumAt(x + side, y) + sumAt(x, y));
    }
  }
  return heaviest / (side * side) / 2.55;
}
