import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFontFolder } from '#host/fonts/font-folder.ts';
import { faceWithLicenceBits } from '#tests/unit/fonts/real-faces.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsroom-fonts-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the newsroom’s own fonts', () => {
  test('are listed by their own names and styles', () => {
    copyFileSync('tests/fixtures/fonts/cid-keyed.otf', join(folder, 'b.OTF'));
    copyFileSync('tests/fixtures/fonts/name-keyed.otf', join(folder, 'a.otf'));
    writeFileSync(join(folder, 'licence.txt'), 'not a font, and not meant to be one');
    const { faces, findings } = readFontFolder(folder);
    expect(findings).toEqual([]);
    expect(faces).toEqual([
      {
        id: 'BanxinBoxes',
        style: 'song',
        weight: 400,
        name: 'Banxin Boxes',
        isBundled: false,
        faceIndex: 0,
        file: join(folder, 'a.otf'),
      },
      {
        id: 'NotoSerifCJKsc-Regular',
        style: 'song',
        weight: 400,
        name: 'Noto Serif CJK SC',
        isBundled: false,
        faceIndex: 0,
        file: join(folder, 'b.OTF'),
      },
    ]);
  });

  test('that are damaged are told by file and reason, and stop nothing', () => {
    writeFileSync(join(folder, 'broken.ttf'), '本报讯(通讯员 王墨)质胜于华');
    copyFileSync('tests/fixtures/fonts/name-keyed.otf', join(folder, 'good.otf'));
    const { faces, findings } = readFontFolder(folder);
    expect(faces).toHaveLength(1);
    expect(findings).toEqual([
      {
        code: 'font-unreadable',
        severity: 'blocks press',
        where: {},
        values: { file: join(folder, 'broken.ttf'), reason: 'not a font' },
      },
    ]);
  });

  test('that may not be embedded are left out', () => {
    writeFileSync(join(folder, 'restricted.ttf'), faceWithLicenceBits(0x0002));
    const { faces, findings } = readFontFolder(folder);
    expect(faces).toEqual([]);
    expect(findings[0]?.code).toBe('font-embedding-forbidden');
    expect(findings[0]?.values.face).toBe('NotoSerifSC-Regular');
  });
});
