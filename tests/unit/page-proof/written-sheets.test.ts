import { describe, expect, it } from 'vitest';
import type { DisplayItem } from '#engine/display/display-list.ts';
import { type WrittenPart, writtenSheets } from '#engine/page-proof/written-sheets.ts';
import { openFontBook } from '#host/fonts/open-font-book.ts';

const { book } = openFontBook({ faces: ['song-400', 'hei-700'] });
const STYLE = { paper: 'a4', face: 'song-400', boldFace: 'hei-700' } as const;

/** Lines of words of a sheet, as they stand in it. */
function linesOf(items: readonly DisplayItem[]): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind !== 'group') return [];
    const words = item.items.flatMap((one) => (one.kind === 'text' ? [one.run.text] : []));
    return words.length > 0 ? [words.join('')] : linesOf(item.items);
  });
}

function sheetsOf(...parts: readonly WrittenPart[]): readonly (readonly string[])[] {
  return writtenSheets(parts, STYLE, book).map(({ items }) => linesOf(items));
}

describe('a table on written sheets', () => {
  const rows = Array.from({ length: 80 }, (_, place) => [String(place + 1), '合格']);

  it('has its head again on every sheet, and every row once', () => {
    const sheets = sheetsOf({ rank: 'table', columns: [1, 3], head: ['号', '结果'], rows });
    expect(sheets.length).toBeGreaterThan(1);
    for (const sheet of sheets) expect(sheet.slice(0, 2)).toEqual(['号', '结果']);
    const numbers = sheets.flat().filter((words) => /^\d+$/u.test(words));
    expect(numbers).toEqual(rows.map(([number]) => number));
  });

  it('is never parted from its heading', () => {
    const filler = Array.from({ length: 43 }, () => ({ rank: 'body', text: '正文' }) as const);
    for (let lines = 35; lines < filler.length; lines += 1) {
      const table = { rank: 'table', columns: [1], head: ['号'], rows: [['1']] } as const;
      const sheets = sheetsOf(...filler.slice(0, lines), { rank: 'head', text: '规则' }, table);
      const heading = sheets.find((sheet) => sheet.includes('规则'));
      expect(heading).toContain('号');
    }
  });

  it('breaks its words within their column, with no mark where it may not stand', () => {
    const text =
      '这里写“招商电话”，别格写“招商热线”。（见R0031）a-name-that-is-longer-than-any-column.pdf';
    const [sheet = []] = sheetsOf({ rank: 'table', columns: [1, 5], head: [], rows: [[text, '']] });
    expect(sheet.join('')).toBe(text);
    for (const line of sheet) {
      expect(line).not.toMatch(/^[，。”）]/u);
      expect(line).not.toMatch(/[“（]$/u);
    }
    const widest = Math.max(...sheet.map((line) => line.length));
    expect(widest).toBeLessThan(22);
  });
});

describe('the verdict of a report', () => {
  it('stands white on black when the page is held', () => {
    const verdict = { rank: 'verdict', text: '不可付印', note: '阻断 1' } as const;
    const fillOf = (isGood: boolean) => {
      const [sheet] = writtenSheets([{ ...verdict, isGood }], STYLE, book);
      const [box] = sheet?.items.flatMap((one) => (one.kind === 'group' ? one.items : [])) ?? [];
      return box?.kind === 'shape' ? box.fill?.k : 'no box';
    };
    expect([fillOf(true), fillOf(false)]).toEqual([undefined, 1]);
  });
});
