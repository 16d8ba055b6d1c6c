import { describe, expect, test } from 'vitest';
import { readPictureWords } from '#host/pictures/picture-words.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** 李灿晖 in GB18030, as Chinese programs write it without saying so. */
const GB_NAME = Uint8Array.of(0xc0, 0xee, 0xb2, 0xd3, 0xea, 0xcd);

function dataset(number: number, content: Uint8Array, record = 2): Uint8Array {
  return Uint8Array.of(0x1c, record, number, content.length >> 8, content.length & 255, ...content);
}

/** Datasets as a JPEG holds them, inside a Photoshop resource. */
function photoshop(...datasets: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([utf8('Photoshop 3.0\0'), utf8('8BIM\x04\x04\0\0\0\0\0\x40'), ...datasets]);
}

describe('IPTC', () => {
  test('gives caption and by-line, in UTF-8 and in GB18030', () => {
    const iptc = photoshop(
      dataset(90, Uint8Array.of(0x1b, 0x25, 0x47), 1),
      dataset(0, Uint8Array.of(0, 4)),
      dataset(80, GB_NAME),
      dataset(110, utf8('园区新闻中心')),
      dataset(120, utf8('车间\r\n一角 ')),
    );
    expect(readPictureWords({ iptc })).toEqual({ caption: '车间 一角', credit: '李灿晖' });
  });

  test('takes the agency where nobody is named, and several names one after the other', () => {
    expect(readPictureWords({ iptc: dataset(110, utf8('新华社')) }).credit).toBe('新华社');
    const both = photoshop(dataset(80, utf8('甲')), dataset(80, utf8('乙')));
    expect(readPictureWords({ iptc: both }).credit).toBe('甲 乙');
  });

  test('that is cut short or no IPTC at all gives what it can', () => {
    const whole = photoshop(dataset(120, utf8('图说')), dataset(80, utf8('名')));
    expect(readPictureWords({ iptc: whole.subarray(0, whole.length - 2) }).caption).toBe('图说');
    expect(readPictureWords({ iptc: utf8('nothing of the kind') })).toEqual({
      caption: '',
      credit: '',
    });
  });
});

describe('XMP', () => {
  const packet = (inner: string) =>
    utf8(`<rdf:RDF><rdf:Description>${inner}</rdf:Description></rdf:RDF>`);

  test('comes before IPTC, and the photographer before the agency', () => {
    const xmp = packet(
      '<dc:creator><rdf:Seq><rdf:li>李灿晖</rdf:li><rdf:li>王墨</rdf:li></rdf:Seq></dc:creator>' +
        '<photoshop:Credit>新华社</photoshop:Credit>',
    );
    const iptc = photoshop(dataset(80, utf8('别人')), dataset(120, utf8('图说')));
    expect(readPictureWords({ xmp, iptc })).toEqual({ caption: '图说', credit: '李灿晖 王墨' });
  });

  test('is read with its entities and marked sections', () => {
    const xmp = packet(
      '<dc:description><rdf:Alt><rdf:li xml:lang="zh"><![CDATA[A & B]]> &lt;&#20013;&gt; &bogus;' +
        '</rdf:li></rdf:Alt></dc:description>',
    );
    expect(readPictureWords({ xmp }).caption).toBe('A & B <中> &bogus;');
  });
});

describe('EXIF', () => {
  /** A TIFF with one directory of one ASCII entry. */
  function tiff(tag: number, text: Uint8Array, isLittle: boolean): Uint8Array {
    const bytes = new Uint8Array(26 + text.length);
    const view = new DataView(bytes.buffer);
    bytes.set(utf8(isLittle ? 'II' : 'MM'));
    view.setUint16(2, 42, isLittle);
    view.setUint32(4, 8, isLittle);
    view.setUint16(8, 1, isLittle);
    view.setUint16(10, tag, isLittle);
    view.setUint16(12, 2, isLittle);
    view.setUint32(14, text.length, isLittle);
    if (text.length <= 4) bytes.set(text, 18);
    else view.setUint32(18, 26, isLittle);
    bytes.set(text, 26);
    return Buffer.concat([utf8('Exif\0\0'), bytes]);
  }

  test('is read in both byte orders, in UTF-8 and in GB18030', () => {
    for (const isLittle of [true, false]) {
      expect(readPictureWords({ exif: tiff(0x010e, utf8('车间一角\0'), isLittle) }).caption).toBe(
        '车间一角',
      );
      expect(readPictureWords({ exif: tiff(0x013b, GB_NAME, isLittle) }).credit).toBe('李灿晖');
      expect(
        readPictureWords({ exif: tiff(0x013b, utf8('王墨').subarray(0, 3), isLittle) }).credit,
      ).toBe('王');
    }
  });

  test('of a camera that writes its own name is passed by', () => {
    const exif = tiff(0x010e, utf8('OLYMPUS DIGITAL CAMERA         \0'), true);
    expect(readPictureWords({ exif }).caption).toBe('');
    expect(readPictureWords({ exif: utf8('Exif\0\0II') })).toEqual({ caption: '', credit: '' });
    expect(
      readPictureWords({ exif: tiff(0x010e, utf8('cut short'), true).subarray(0, 24) }).caption,
    ).toBe('');
  });
});
