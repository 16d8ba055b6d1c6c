import { expect, test } from 'vitest';
import { fillerSchema } from '#engine/model/filler.ts';
import { houseFillerSchema, parseFillerStock } from '#engine/model/house-filler.ts';
import { parseIssue } from '#engine/model/issue-schema.ts';
import { openSlot } from '#engine/model/new-issue.ts';
import { area, articleBlock, issueOf, pictureBlock } from '#tests/unit/compose/test-page.ts';
import { SHIPPED_STOCK } from '#tests/unit/fillers/shipped-stock.ts';

const MARK = { name: '节约用水', label: 'publicService' } as const;

test('an issue with fillers is read as it is written, one without means the same as before', () => {
  const blocks = [
    articleBlock('a', area(0, 0, 10, 5), { filler: { ...MARK, until: '2021-12-31', host: 'b' } }),
    { ...pictureBlock('p', area(0, 6, 10, 5), 0), filler: MARK },
    pictureBlock('q', area(0, 12, 10, 5), 0),
  ];
  const pictures = [openSlot('p'), openSlot('q')];
  const issue = issueOf({ blocks, articles: { a: '天地' }, pictures });
  const read = parseIssue(JSON.parse(JSON.stringify(issue)));
  expect(read).toEqual({ ok: true, value: issue });
  expect(read.ok && read.value.pages[0]?.blocks[2]).not.toHaveProperty('filler');
});

test('a drawing is made of whole steps with their numbers', () => {
  const drawn = (path: string) => ({
    ...MARK,
    drawn: { headline: '', lines: [], ornament: { width: 1, height: 1, strokes: [{ path }] } },
  });
  expect(fillerSchema.safeParse(drawn('M 0 0 L 1.5 -2 C 0 0 1 1 2 2 Z')).success).toBe(true);
  for (const path of ['L 0 0', 'M 0', 'M 0 0 L 1', 'M 0 0 Q 1 1 2 2', 'M 0 0 L 1e9 2', 'M0 0']) {
    expect(fillerSchema.safeParse(drawn(path)).success, path).toBe(false);
  }
});

test('a filler of the stock keeps at least one paragraph, and a notice shows something', () => {
  const entry = { id: 'one', name: '一', label: 'none' };
  const text = { ...entry, kind: 'text', headline: '题', paragraphs: ['文'] };
  expect(houseFillerSchema.safeParse(text).success).toBe(true);
  expect(houseFillerSchema.safeParse({ ...text, least: 2 }).success).toBe(false);
  const notice = { ...entry, kind: 'notice', headline: '', lines: [] };
  expect(houseFillerSchema.safeParse(notice).success).toBe(false);
  expect(houseFillerSchema.safeParse({ ...text, id: '../one' }).success).toBe(false);
  expect(parseFillerStock({ schemaVersion: 2, fillers: [] }).ok).toBe(false);
});

test('shipped fillers have names of their own and no number but those of the issue', () => {
  const ids = SHIPPED_STOCK.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const words = SHIPPED_STOCK.flatMap((filler) => {
    if (filler.kind === 'picture') return [];
    return [filler.headline, ...(filler.kind === 'text' ? filler.paragraphs : filler.lines)];
  });
  expect(words.filter((line) => /\d{3,}/u.test(line))).toEqual([]);
  expect(SHIPPED_STOCK.every(({ until }) => until === undefined)).toBe(true);
});
