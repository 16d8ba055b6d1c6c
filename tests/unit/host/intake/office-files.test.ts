import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyRepairs } from '#engine/intake/apply-repairs.ts';
import type { RawPart } from '#engine/intake/raw-matter.ts';
import { readDraft as understand } from '#engine/intake/read-draft.ts';
import { type IncomingFile, readDraft } from '#host/intake/read-draft.ts';
import { photograph, zipOf } from './draft-files.ts';

/** Reads a file; the fixtures were written by LibreOffice from one draft. */
async function matterOf(file: IncomingFile) {
  const draft = await readDraft(file);
  if (!draft.ok) throw new Error(draft.failure.code);
  return draft.reading.matter;
}

const fixture = (name: string) => ({ name, bytes: readFileSync(`tests/fixtures/drafts/${name}`) });
const rtf = (words: string) => ({ name: 'a.rtf', bytes: Buffer.from(words, 'latin1') });

function textOf(parts: readonly RawPart[]): readonly string[] {
  return parts.flatMap((part) => (part.kind === 'paragraph' ? [part.text] : []));
}

describe.each(['draft.odt', 'draft.rtf', 'draft.docx'])('%s', (name) => {
  test('keeps words and looks, and leaves out what was deleted', async () => {
    const { parts } = await matterOf(fixture(name));
    const written = parts.filter((part) => part.kind !== 'paragraph' || part.text.trim() !== '');
    expect(written.map((part) => (part.kind === 'paragraph' ? part.text : part.kind))).toEqual([
      '湘乡经开区把考场搬进车间',
      '通讯员 樊洛',
      '6月15日，湘乡经开区组织120名工人在车间里参加技能考试，合格率为92%。',
      '以考促学',
      '考试分三项：',
      '理论考试；',
      '实际操作；',
      '图为考试现场。',
      'table',
      '“用自己的机床考，\n心里不慌。”考生说。',
      '据湘乡经开区统计。',
    ]);
    expect(written[0]).toMatchObject({ bold: true, centred: true, sizePt: 22 });
    expect(written[1]).toMatchObject({ bold: false, centred: true });
    expect(written[3]).toMatchObject({ level: 2 });
    expect(written[5]).toMatchObject({ label: '1.' });
    expect(written[6]).toMatchObject({ label: '2.' });
    expect(written[8]).toMatchObject({
      rows: [
        ['工种', '人数'],
        ['焊工', '80'],
      ],
    });
    expect(written[10]).toMatchObject({ label: '[1]' });
  });

  test('becomes a story with its headline, crosshead and caption', async () => {
    const copy = applyRepairs(understand(await matterOf(fixture(name)), '2021-06-18'));
    expect(copy.find(({ kind }) => kind === 'article')).toMatchObject({
      headline: '湘乡经开区把考场搬进车间',
    });
    expect(copy.find(({ kind }) => kind === 'picture')).toMatchObject({
      caption: '图为考试现场。',
    });
  });
});

test('a .doc of the same draft keeps its words', async () => {
  const { parts } = await matterOf(fixture('draft.doc'));
  expect(textOf(parts)).toContain('湘乡经开区把考场搬进车间');
  expect(textOf(parts).join('')).not.toContain('删去');
});

test.each(['partners.xlsx', 'partners.ods'])(
  '%s becomes the cells of the partner grid',
  async (name) => {
    const copy = applyRepairs(understand(await matterOf(fixture(name)), '2021-06-18'));
    const cells = copy.flatMap((piece) => (piece.kind === 'partnerGrid' ? piece.cells : []));
    expect(
      cells.map((cell) => [cell.name, cell.latinName, cell.slogan, cell.label, cell.number]),
    ).toEqual([
      ['湘潭高新区', 'XIANG TAN HIGH-TECH ZONE', '智慧·新时代·速度·新未来', '', ''],
      ['雨湖高新区', '', '长潭腹地　产业新城', '招商热线', '0731-55556789'],
      [
        '天易经开区',
        'TIANYI DEMONSTRATION ZONE IN XIANGTAN',
        '创新服务基地　生态工业新区',
        '招商热线',
        '0731-57572222',
      ],
    ]);
  },
);

describe('rich text', () => {
  test('reads GBK by the charset of the font, Unicode without stand-ins', async () => {
    const words =
      '{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Arial;}}' +
      "\\f0 \\'cf\\'e6\\'cc\\'b6\\par\\f1\\uc2\\u28248??\\u-10179 ??\\u-8704 ??caf\\'e9\\par}";
    const { parts } = await matterOf(rtf(words));
    expect(textOf(parts)[0]).toBe('湘潭');
    expect(textOf(parts)[1]).toBe('湘😀café');
  });

  test('leaves out fields, headers, hidden and deleted words', async () => {
    const words =
      '{\\rtf1 {\\header top}{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt shown}}' +
      '{\\v hidden}{\\deleted gone}{\\*\\unknown odd} end\\par}';
    expect(textOf((await matterOf(rtf(words))).parts)).toEqual(['shown end']);
  });

  test('takes out a picture, and reads a torn file as far as it goes', async () => {
    const hex = (await photograph()).toString('hex');
    const matter = await matterOf(rtf(`{\\rtf1 a\\par{\\pict\\jpegblip ${hex}}b\\par c`));
    expect(textOf(matter.parts)).toEqual(['a', 'b', 'c']);
    expect(matter.pictures).toHaveLength(1);
  });
});

test('a locked OpenDocument file is refused as locked', async () => {
  const bytes = zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': 'x',
    'META-INF/manifest.xml': '<manifest:encryption-data/>',
  });
  const draft = await readDraft({ name: 'a.odt', bytes });
  expect(draft.ok ? 'read' : draft.failure.code).toBe('draft-locked');
});
