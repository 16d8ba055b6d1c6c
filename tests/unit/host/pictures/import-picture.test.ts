import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { takePicture } from '#host/pictures/import-picture.ts';
import { screenPicture } from '#host/pictures/screen-picture.ts';
import { inkTiff } from './four-inks.ts';

function plain(width = 60, height = 40) {
  return sharp({ create: { width, height, channels: 3, background: '#c83020' } });
}

const XMP = `<?xpacket begin="\ufeff"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 photoshop:Credit="园区新闻中心"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">车间里
 &amp; 流水线旁 &#x2014;</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`;

describe('a photograph that is taken in', () => {
  test('has its upright size and keeps its kind', async () => {
    const turned = await plain().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const taken = await takePicture({ name: 'a.jpg', bytes: turned });
    expect(taken).toEqual({ suffix: 'jpg', widthPx: 40, heightPx: 60, caption: '', credit: '' });
    for (const [format, suffix] of [
      ['png', 'png'],
      ['tiff', 'tif'],
      ['webp', 'webp'],
    ] as const) {
      const bytes = await plain().toFormat(format).toBuffer();
      expect(await takePicture({ name: 'a', bytes })).toMatchObject({ suffix, widthPx: 60 });
    }
  });

  test('may be in four inks or in greys', async () => {
    const inks = await plain().toColourspace('cmyk').jpeg().toBuffer();
    const greys = await plain().greyscale().jpeg().toBuffer();
    for (const bytes of [inks, greys]) {
      expect(await takePicture({ name: 'a.jpg', bytes })).toMatchObject({ suffix: 'jpg' });
    }
  });

  test('brings its caption and credit along', async () => {
    const bytes = await plain().jpeg().withXmp(XMP).toBuffer();
    expect(await takePicture({ name: 'a.jpg', bytes })).toMatchObject({
      caption: '车间里 & 流水线旁 —',
      credit: '园区新闻中心',
    });
    const exif = { IFD0: { ImageDescription: 'Opening of the park', Artist: 'Press office' } };
    const camera = await plain().jpeg().withExif(exif).toBuffer();
    expect(await takePicture({ name: 'a.jpg', bytes: camera })).toMatchObject({
      caption: 'Opening of the park',
      credit: 'Press office',
    });
  });
});

describe('a file that is no photograph for the press', () => {
  const head = (text: string) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(300)]);

  test.each([
    ['heic-picture', head('\0\0\0\x18ftypheic\0\0\0\0')],
    ['heic-picture', head('\0\0\0\x18ftypmif1\0\0\0\0')],
    ['psd-picture', head('8BPS\0\x01')],
    ['pdf-picture', head('%PDF-1.7')],
    ['eps-picture', head('%!PS-Adobe-3.0 EPSF-3.0')],
    ['svg-picture', Buffer.from('<?xml version="1.0"?><svg/>')],
    [
      'svg-picture',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"/>'),
    ],
    ['no-picture', Buffer.from('稿件')],
    ['no-picture', Buffer.alloc(0)],
  ])('is refused with a remedy: %s', async (code, bytes) => {
    expect(await takePicture({ name: '图', bytes })).toEqual({ code, values: { name: '图' } });
  });

  test('is refused by the name that raw files of cameras have', async () => {
    const bytes = await plain().tiff().toBuffer();
    expect(await takePicture({ name: 'DSC_1.NEF', bytes })).toMatchObject({ code: 'raw-picture' });
  });

  test('is refused when torn, tiny, a bomb, or with plates that no newspaper has', async () => {
    const whole = await plain(900, 600).jpeg().toBuffer();
    const torn = whole.subarray(0, whole.length / 2);
    expect(await takePicture({ name: 'a.jpg', bytes: torn })).toMatchObject({
      code: 'damaged-picture',
    });
    const tiny = await plain(15, 90).png().toBuffer();
    expect(await takePicture({ name: 'a.png', bytes: tiny })).toEqual({
      code: 'picture-too-small',
      values: { name: 'a.png', width: 15, height: 90 },
    });
    const spot = inkTiff(new Uint8Array(60 * 40 * 5), { widthPx: 60, heightPx: 40 });
    expect(await takePicture({ name: 'a.tif', bytes: spot })).toEqual({
      code: 'picture-other-plates',
      values: { name: 'a.tif' },
    });
    const bomb = await plain().png().toBuffer();
    // The width in IHDR, and the checksum left wrong: the size is looked at before the pixels.
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    const { code } = (await takePicture({ name: 'a.png', bytes: bomb })) as { code: string };
    expect(code).toMatch(/^(picture-has-too-many-pixels|no-picture|damaged-picture)$/);
  });
});

test('a TIFF reaches the screen upright and as a JPEG, anything else as it is', async () => {
  const tiff = await plain().tiff().withMetadata({ orientation: 6 }).toBuffer();
  const shown = await screenPicture('a.tif', tiff);
  expect(await sharp(shown).metadata()).toMatchObject({ format: 'jpeg', width: 40, height: 60 });
  const bytes = Uint8Array.of(1, 2);
  expect(await screenPicture('a.jpg', bytes)).toBe(bytes);
});

describe('line art that is taken in', () => {
  const SIDE = 300;

  async function lineArtOf(isBlack: (x: number, y: number) => boolean, side = SIDE) {
    const raw = Buffer.from(
      Array.from({ length: side * side }, (_, at) =>
        isBlack(at % side, Math.floor(at / side)) ? 0 : 255,
      ),
    );
    const file = sharp(raw, { raw: { width: side, height: side, channels: 1 } }).png();
    const taken = await takePicture({ name: 'a.png', bytes: await file.toBuffer() });
    return 'code' in taken ? taken.code : taken.lineArt;
  }

  const ring = (x: number, y: number) => Math.abs(Math.hypot(x - 150, y - 150) - 100) < 8;
  // Squares of seven and eight pixels, as programs scale codes.
  const square = (x: number, y: number) =>
    ((Math.floor(x / 7.5) * 3 + Math.floor(y / 7.5) * 5) & 3) > 1;

  test('is known for strokes or for squares', async () => {
    expect(await lineArtOf(ring)).toBe('strokes');
    expect(await lineArtOf(square)).toBe('squares');
    expect(await lineArtOf((x, y) => ((x * 3 + y * 5) & 3) > 1, 33)).toBe('squares');
  });

  test('is not what a photograph is, nor a drawing in colours', async () => {
    const taken = await takePicture({ name: 'a.png', bytes: await plain().png().toBuffer() });
    expect(taken).not.toHaveProperty('lineArt');
  });
});
