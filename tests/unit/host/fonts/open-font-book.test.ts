import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundledFaces } from '#host/fonts/catalogue.ts';
import { openFontBook } from '#host/fonts/open-font-book.ts';
import { openUnpacked } from '#host/fonts/unpacked-font.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'font-cache-'));
});

afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

function request(...faces: string[]): Parameters<typeof openFontBook>[0] {
  return { faces, cacheFolder: folder };
}

describe('opening faces', () => {
  test('opens those asked for, and a fallback face when it is needed', () => {
    const { book, findings } = openFontBook(request('song-400', 'hei-700'));
    expect(findings).toEqual([]);
    expect(book.opened()).toEqual(['song-400', 'hei-700']);
    const [fallback] = book.fallbacks('song-400');
    expect(book.face(fallback ?? '').hasGlyph(0x20164)).toBe(true);
    expect(book.opened()).toEqual(['song-400', 'hei-700', 'hei-400']);
  });

  test('tells of a face nobody has', () => {
    const { book, findings } = openFontBook(request('song-400', 'song-450'));
    expect(findings.map(({ code, values }) => [code, values])).toEqual([
      ['font-unknown', { face: 'song-450' }],
    ]);
    expect(book.opened()).toEqual(['song-400']);
  });

  test.each([
    ['missing', undefined, 'ENOENT'],
    ['no font', '本报讯(通讯员 王墨)质胜于华', 'not a font'],
  ])('tells file and reason when a font file is %s', (_, content, reason) => {
    const file = join(folder, 'own.ttf');
    if (content !== undefined) writeFileSync(file, content);
    const own = { style: 'song', weight: 400, name: '', isBundled: false, faceIndex: 0 } as const;
    const catalogue = [{ ...own, id: 'own', file }];
    const { findings } = openFontBook({ faces: ['own'], catalogue, cacheFolder: folder });
    expect(findings[0]).toMatchObject({
      code: 'font-unreadable',
      severity: 'blocks press',
      values: { face: 'own', file, reason },
    });
  });
});

describe('a packed Kai face', () => {
  const kai = bundledFaces().find((face) => face.id === 'kai-500')?.file ?? '';

  test('is unpacked once and read by range from then on', () => {
    const first = openUnpacked(kai, folder);
    const [cached] = readdirSync(folder);
    expect(first.read(0, 4)).toEqual(new Uint8Array([0, 1, 0, 0]));
    expect(first.length).toBeGreaterThan(16_000_000);
    first.close();
    openUnpacked(kai, folder).close();
    expect(readdirSync(folder)).toEqual([cached]);
  });

  test('is unpacked again when the copy is cut short', () => {
    openUnpacked(kai, folder).close();
    const [cached] = readdirSync(folder);
    writeFileSync(join(folder, cached ?? ''), 'cut short');
    expect(openUnpacked(kai, folder).length).toBeGreaterThan(16_000_000);
  });

  test('is read packed where nothing can be kept', () => {
    writeFileSync(join(folder, 'a-file'), '');
    const blocked = join(folder, 'a-file', 'fonts');
    const file = openUnpacked(kai, blocked);
    expect(existsSync(blocked)).toBe(false);
    expect(new TextDecoder().decode(file.read(0, 4))).toBe('wOFF');
    const { book } = openFontBook({ faces: ['kai-500'], cacheFolder: blocked });
    expect(book.face('kai-500').outline(2000).length).toBeGreaterThan(0);
  });
});
