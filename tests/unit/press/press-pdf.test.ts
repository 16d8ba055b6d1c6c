import { describe, expect, it } from 'vitest';
import { createPress, pressPdf } from '#engine/press/press-pdf.ts';
import { groupAt, jobOf, SMALL_PROFILE, typeLine } from './planted-job.ts';
import { judge, operatorsOf, plainText } from './read-pdf.ts';

const HEADLINE = '湘潭经开区：学史力行，把满意写进群众心里';
const PAGE = [
  groupAt(5, 5, typeLine(HEADLINE, { sizePt: 14, face: 'song-900' })),
  typeLine('本报讯（通讯员 王墨）质胜于华——热线0731-55512300', { y: 60 }),
];

function pressWith(change: Parameters<typeof jobOf>[1] = {}): Uint8Array {
  return pressPdf(jobOf(PAGE, change));
}

function pressedAs(standard: 'x4' | 'x1a'): Uint8Array {
  return pressWith({ profile: { ...SMALL_PROFILE, standard } });
}

describe('the file', () => {
  it('is sound for qpdf in both standards', () => {
    expect(judge(pressedAs('x4'), 'qpdf', '--check')).toContain('No syntax or stream');
    expect(judge(pressedAs('x1a'), 'qpdf', '--check')).toContain('No syntax or stream');
  });

  it('has a classic cross-reference table and no newer structures', () => {
    const text = Buffer.from(pressWith()).toString('latin1');
    expect(text).toMatch(/\nxref\n0 \d+\n0000000000 65535 f \n/u);
    expect(text).not.toMatch(/\/ObjStm|\/XRef|\/SMask|\/OCProperties|\/ICCBased|\/DeviceRGB/u);
  });

  it('is the same, byte for byte, when pressed again by the same or by another press', () => {
    const press = createPress();
    const first = press.pressPdf(jobOf(PAGE));
    expect(press.pressPdf(jobOf(PAGE))).toEqual(first);
    expect(createPress().pressPdf(jobOf(structuredClone(PAGE)))).toEqual(first);
  });

  it('shows nothing of the page that the same press made before', () => {
    const press = createPress();
    press.pressPdf(jobOf([typeLine('别的版面'), ...PAGE]));
    expect(press.pressPdf(jobOf(PAGE))).toEqual(pressWith());
  });
});

describe('PDF/X-4', () => {
  it('is a PDF 1.6 that names itself in its XMP packet', () => {
    const text = Buffer.from(pressedAs('x4')).toString('utf8');
    expect(text.startsWith('%PDF-1.6\n')).toBe(true);
    expect(text).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
  });

  it('says the same in the information dictionary and in XMP', () => {
    const pdf = pressedAs('x4');
    const said = judge(pdf, 'pdfinfo');
    expect(said).toMatch(/Title: +湘潭日报 园区周刊 2021-06-18 A06/u);
    const text = Buffer.from(pdf).toString('utf8');
    expect(text).toContain(
      '<rdf:li xml:lang="x-default">湘潭日报 园区周刊 2021-06-18 A06</rdf:li>',
    );
    expect(text).toContain("/CreationDate (D:20210618032000+08'00')");
    expect(text).toContain('<xmp:CreateDate>2021-06-18T03:20:00+08:00</xmp:CreateDate>');
    expect(text).toContain('/Trapped/False');
    expect(text).toContain('<pdf:Trapped>False</pdf:Trapped>');
  });

  it('embeds the press profile whole in its one output intent', () => {
    const job = jobOf(PAGE);
    const text = plainText(pressPdf(job));
    expect(text.match(/\/S \/GTS_PDFX\b/gu)).toHaveLength(1);
    expect(text).toContain('/OutputConditionIdentifier (CGATS TR 002)');
    expect(text).toContain('/RegistryName (http://www.color.org)');
    expect(text).toContain(Buffer.from(job.icc).toString('latin1'));
  });
});

describe('PDF/X-1a', () => {
  it('is a PDF 1.4 that names itself in the information dictionary', () => {
    const pdf = pressedAs('x1a');
    expect(Buffer.from(pdf).toString('latin1').startsWith('%PDF-1.4\n')).toBe(true);
    expect(judge(pdf, 'pdfinfo')).toContain('PDF/X-1a:2003');
    expect(Buffer.from(pdf).toString('latin1')).not.toContain('pdfxid:GTS_PDFXVersion>');
  });

  it('has the very operators of PDF/X-4', () => {
    expect(operatorsOf(pressedAs('x1a'))).toBe(operatorsOf(pressedAs('x4')));
  });
});

describe('the boxes', () => {
  it('hold each other: media, bleed, trim', () => {
    const said = judge(pressWith({ profile: { ...SMALL_PROFILE, bleedMm: 3 } }), 'pdfinfo', '-box');
    // 14 mm of slug are 39.69 pt, 3 mm of bleed 8.50 pt.
    expect(said).toMatch(/MediaBox: +0.00 +0.00 +419.53 +320.31/u);
    expect(said).toMatch(/BleedBox: +31.18 +31.18 +388.35 +289.13/u);
    expect(said).toMatch(/TrimBox: +39.69 +39.69 +379.84 +280.63/u);
  });

  it('centre a page of 80 mm on paper of 85 mm', () => {
    // The origin lies 2.5 mm below the upper edge of the trim: 280.630 - 7.087 pt.
    expect(operatorsOf(pressWith())).toContain('1 0 0 1 39.685 273.543 cm');
  });
});

describe('the text', () => {
  it('is found again as it stands in the story', () => {
    const said = judge(pressWith(), 'pdftotext');
    expect(said).toContain(HEADLINE);
    expect(said).toContain('本报讯（通讯员 王墨）质胜于华——热线0731-55512300');
  });

  it('is found whole where marks stand half an em apart', () => {
    // Each quote is drawn one em wide and set half an em wide: both are drawn at the same place.
    const line = typeLine('办实事”“我为群众办');
    const glyphs = line.run.glyphs.map((glyph, at) => ({
      ...glyph,
      x: glyph.x - (at > 3 ? 10 : 0),
    }));
    const pdf = pressPdf(jobOf([{ ...line, run: { ...line.run, glyphs } }]));
    expect(judge(pdf, 'pdftotext').split('\n')[0]).toBe('办实事”“我为群众办');
    expect(operatorsOf(pdf)).toContain('/Span<</ActualText<FEFF201D201C>>>BDC');
  });

  it('is one line where a headline has a full-width blank', () => {
    const pdf = pressPdf(jobOf([typeLine('认识再提升　责任再压实', { sizePt: 16 })]));
    expect(judge(pdf, 'pdftotext')).toContain('认识再提升　责任再压实');
    // 升, the blank and 责 are told as one.
    expect(operatorsOf(pdf)).toContain('/Span<</ActualText<FEFF534730008D23>>>BDC');
  });

  it('reads down a vertical headline', () => {
    const line = typeLine('竖排标题（安全）', { vertical: true, x: 200, y: 30 });
    expect(judge(pressPdf(jobOf([line])), 'pdftotext')).toContain('竖排标题（安全）');
  });

  it('gives 一 and the radical ⼀ each back, though they share a glyph', () => {
    const shaped = [typeLine('一').run.glyphs[0]?.id, typeLine('⼀').run.glyphs[0]?.id];
    expect(shaped[0]).toBe(shaped[1]);
    const pdf = pressPdf(jobOf([typeLine('一面'), typeLine('⼀部', { y: 60 })]));
    const said = judge(pdf, 'pdftotext');
    expect(said).toContain('一面');
    expect(said).toContain('⼀部');
  });

  it('is told beside the glyphs where two glyphs make one character', () => {
    const line = typeLine('天干', {});
    const [first, second] = line.run.glyphs;
    if (!first || !second) throw new Error('two glyphs expected');
    const glyphs = [
      { ...first, end: 2 },
      { ...second, start: 2, end: 2 },
    ];
    const run = { ...line.run, text: 'ng', glyphs };
    expect(judge(pressPdf(jobOf([{ ...line, run }])), 'pdftotext')).toContain('ng');
  });
});

describe('the fonts', () => {
  it('are embedded, cut down and mapped to text', () => {
    const lines = judge(pressWith(), 'pdffonts').trim().split('\n').slice(2);
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      expect(line).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/u);
    }
  });

  it('take the vertical writing mode for lines down the page', () => {
    const line = typeLine('竖排', { vertical: true });
    expect(judge(pressPdf(jobOf([line], { marks: undefined })), 'pdffonts')).toContain(
      'Identity-V',
    );
  });

  it('state widths only for glyphs that are not one em wide', () => {
    const text = plainText(pressPdf(jobOf([typeLine('版A心')], { marks: undefined })));
    const widths = text.match(/\/W \[([^\]]*\[[^\]]*\][^\]]*)\]/u)?.[1] ?? '';
    expect(widths.match(/\d+/gu)).toHaveLength(2);
  });
});

describe('a page without anything', () => {
  it('is pressed all the same', () => {
    const pdf = pressPdf(jobOf([], { marks: undefined }));
    expect(judge(pdf, 'qpdf', '--check')).toContain('No syntax or stream');
  });
});

describe('a picture that was not made ready', () => {
  it('is a bug of ours, named by its key', () => {
    const item = {
      kind: 'picture',
      picture: 'p1',
      asset: 'a.jpg',
      frame: { x: 0, y: 0, width: 10, height: 10 },
      crop: { x: 0, y: 0, width: 1, height: 1 },
      greyscale: false,
    } as const;
    expect(() => pressPdf(jobOf([item]))).toThrow(/a\.jpg.* was not made ready/u);
  });
});
