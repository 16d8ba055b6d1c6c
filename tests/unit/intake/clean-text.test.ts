import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLEANINGS, cleaningCount, cleanPastedText } from '#engine/intake/clean-text.ts';
import type { Paragraph } from '#engine/model/issue.ts';
import { paragraphText } from '#engine/model/story-text.ts';
import { sampleIssue } from '#tests/unit/model/sample-issue.ts';

const SEED = readFileSync(
  new URL('../../fixtures/park-supplement-page.txt', import.meta.url),
  'utf8',
);

/** The lines of the seed from the first that begins with these words. */
function seedLines(beginning: string, count: number): string {
  const lines = SEED.split(/\r?\n/).filter((line) => line.trim() !== '');
  const first = lines.findIndex((line) => line.startsWith(beginning));
  expect(first).toBeGreaterThan(-1);
  return lines.slice(first, first + count).join('\n\n');
}

const cleaned = (pasted: string) => cleanPastedText(pasted).paragraphs.map(paragraphText);
const runsOf = (paragraph: Paragraph | undefined) =>
  paragraph?.runs.map(({ role, text }) => [role, text.slice(0, 14)]);

describe('what correspondents send', () => {
  it('becomes the lead of the sample: brackets, lead-in and the broken paragraph', () => {
    const story = sampleIssue().articles.lead?.story;
    const { paragraphs, changes } = cleanPastedText(seedLines('本报讯(通讯员 王墨)', 7));
    expect(paragraphs.map(paragraphText)).toEqual(
      story?.paragraphs.map(paragraphText).map((text) => expect.stringContaining(text.slice(-12))),
    );
    expect(runsOf(paragraphs[0])).toEqual([
      ['leadIn', '本报讯'],
      ['byline', '（通讯员 王墨）'],
      ['plain', '质胜于华，行胜于言，党史学习'],
    ]);
    expect(changes.joinedParagraphs).toBe(1);
    expect(changes.marks).toBe(6);
  });

  it('keeps the blank between two names', () => {
    const { paragraphs } = cleanPastedText(seedLines('本报讯(通讯员 郭响玲 周海康)', 1));
    expect(runsOf(paragraphs[0])?.[1]).toEqual(['byline', '（通讯员 郭响玲 周海康）']);
  });

  it('keeps the credit of a photograph as it is, in full-width brackets', () => {
    expect(cleaned(seedLines('先进制造业是韶山', 1))[0]).toMatch(/车间。（李灿晖 摄）$/);
  });

  it('turns the colon of a hotline, and leaves the number', () => {
    expect(cleaned('招商热线:0731-55556789')).toEqual(['招商热线：0731-55556789']);
  });

  it('keeps the blank that parts the lines of a headline', () => {
    expect(cleaned('雨湖高新区:认识再提升 责任再压实')).toEqual([
      '雨湖高新区：认识再提升 责任再压实',
    ]);
  });

  it('loses no character of the seed but blanks and tags, and tells every place', () => {
    const { paragraphs, changes } = cleanPastedText(SEED);
    const bare = (text: string) => text.replace(/\s/g, '').normalize('NFKC');
    expect(bare(paragraphs.map(paragraphText).join(''))).toBe(bare(SEED).replace(/<\/?p>/g, ''));
    expect(cleaningCount(changes)).toBe(CLEANINGS.reduce((sum, one) => sum + changes[one], 0));
    expect(changes.leadIns).toBe(11);
  });

  it('is not changed by cleaning it a second time', () => {
    const once = cleaned(SEED).join('\n');
    const twice = cleanPastedText(once);
    expect(twice.paragraphs.map(paragraphText).join('\n')).toBe(once);
    expect(cleaningCount(twice.changes)).toBe(twice.changes.leadIns);
  });
});

describe('cleaning', () => {
  it('takes manual indents and blank paragraphs away', () => {
    const { paragraphs, changes } = cleanPastedText('　　园区动态。\n\n\t企业服务。\n');
    expect(paragraphs.map(paragraphText)).toEqual(['园区动态。', '企业服务。']);
    expect(changes).toMatchObject({ indents: 2, emptyParagraphs: 1 });
  });

  it('takes double and stray blanks out of sentences', () => {
    expect(cleaned('近日 ，园区  召开会议。')).toEqual(['近日，园区召开会议。']);
    expect(cleaned('安装 Windows  11 系统。')).toEqual(['安装 Windows 11 系统。']);
  });

  it('takes soft returns out, and keeps Latin words apart', () => {
    expect(cleaned('园区\v动态')).toEqual(['园区动态']);
    expect(cleaned('New\vYork')).toEqual(['New York']);
  });

  it('turns half-width marks beside Chinese only', () => {
    expect(cleaned('园区(一期),占地3,000亩,约50%.')).toEqual([
      '园区（一期），占地3,000亩，约50%。',
    ]);
    expect(cleaned('时间8:30,地点.')).toEqual(['时间8:30，地点。']);
    expect(cleaned('(2021年)')).toEqual(['（2021年）']);
  });

  it('opens and closes straight quotes in turn, and leaves apostrophes', () => {
    expect(cleaned(`他说"园区很好",又说'不错'。`)).toEqual(['他说“园区很好”，又说‘不错’。']);
    expect(cleaned("品牌 Wendy's 入驻园区。")[0]).toContain("Wendy's");
  });

  it('writes dashes and ellipses as the newsroom does', () => {
    expect(cleaned('园区--企业...')).toEqual(['园区——企业……']);
  });

  it('does not join a crosshead to the paragraph below it', () => {
    expect(cleaned('优化服务\n园区动态。')).toEqual(['优化服务', '园区动态。']);
  });

  it('leaves clean words alone', () => {
    const words = '本报记者 陈旭东 摄影报道';
    expect(cleaned(words)).toEqual([words]);
    expect(cleaningCount(cleanPastedText('园区动态').changes)).toBe(0);
    expect(cleanPastedText('').paragraphs).toHaveLength(1);
  });
});
