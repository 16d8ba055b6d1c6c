import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allDrafts } from '#build/bench/intake/corpus/all-drafts.ts';
import { damagedTexts, SOUND_TEXTS } from '#build/bench/intake/damaged-text.ts';
import { isRight, judgedFields } from '#build/bench/intake/draft-key.ts';
import { handMadeIssue, handMadeKey } from '#build/bench/intake/real-text.ts';
import { applyRepairs, type CleanArticle, refusedAtFirst } from '#engine/intake/apply-repairs.ts';
import { readDraft, readPastedDraft } from '#engine/intake/read-draft.ts';

const ISSUE_DATE = '2021-06-18';
const SEED = readFileSync(
  new URL('../../fixtures/park-supplement-page.txt', import.meta.url),
  'utf8',
);

const read = (text: string) => readPastedDraft(text, ISSUE_DATE);
const articles = (text: string, refused?: ReadonlySet<string>) =>
  applyRepairs(read(text), refused).filter(
    (piece): piece is CleanArticle => piece.kind === 'article',
  );
const story = ({ paragraphs }: CleanArticle) =>
  paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''));
const codes = (text: string) => read(text).findings.map(({ code }) => code);

describe('the raw text of the real page', () => {
  it('becomes the sample issue, field by field', () => {
    const issue = handMadeIssue();
    const wrong = judgedFields(readPastedDraft(SEED, issue.date), handMadeKey(issue)).filter(
      (field) => !isRight(field),
    );
    expect(wrong).toEqual([]);
  });

  const eachLine = (change: (line: string) => string) =>
    SEED.split('\n')
      .map((line) => (/<p>/.test(line) || line.trim() === '' ? line : change(line)))
      .join('\n');
  const wrapped = (width: number) =>
    eachLine((line) => (line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []).join('\n'));
  it.each([
    ['with line ends of Windows', SEED.replace(/\n/g, '\r\n')],
    ['without blank lines', SEED.replace(/\n\s*\n+/g, '\n')],
    ['with indents by hand', eachLine((line) => (line.length > 40 ? `　　${line}` : line))],
    ['with straight quotes', SEED.replace(/[“”]/gu, '"')],
    ['with half-width marks', SEED.replace(/，/gu, ',').replace(/；/gu, ';').replace(/：/gu, ':')],
    ['as paragraphs of a web page', eachLine((line) => `<p>${line}</p>`)],
    ['broken at 36 characters', wrapped(36)],
    ['broken at 40 characters', wrapped(40)],
  ])('becomes the same page %s', (_, text) => {
    const issue = handMadeIssue();
    const fields = judgedFields(readPastedDraft(text, issue.date), handMadeKey(issue));
    expect(fields.filter((field) => !isRight(field))).toEqual([]);
  });

  it('has its story merged where a column broke it', () => {
    const merged = read(SEED).repairs.filter(({ kind }) => kind === 'continuations');
    expect(merged.map(({ before }) => before.trim())).toEqual(['韶山高新区：全员动员 加强督查']);
  });
});

describe('a draft in each shape', () => {
  it.each(allDrafts().map((draft) => [draft.name, draft] as const))('%s', (_, { matter, key }) => {
    const fields = judgedFields(readDraft(matter, ISSUE_DATE), key);
    expect(fields.filter((field) => !isRight(field))).toEqual([]);
  });
});

describe('repairs', () => {
  it('undo every kind of damage', () => {
    const wrong = damagedTexts().filter(({ clean, damaged }) => {
      const [article] = articles(`湘潭经开区为企业办实事\n\n${damaged}`);
      return article === undefined || story(article).join('\n') !== clean;
    });
    expect(wrong).toEqual([]);
  });

  it.each(SOUND_TEXTS)('leave sound words alone: %s', (text) => {
    expect(articles(`湘潭经开区为企业办实事\n\n${text}`).flatMap(story)).toEqual([text]);
  });

  it('are refused one by one', () => {
    const text = '园区办实事\n\n园区(一期)开工,企业忙。';
    const [bracket] = read(text).repairs;
    expect(articles(text, new Set([bracket?.id ?? ''])).flatMap(story)).toEqual([
      '园区(一期）开工，企业忙。',
    ]);
  });

  it('give two paragraphs back where joining them is refused', () => {
    const text = `园区办实事\n\n${'园区为企业办了许多实事，'.repeat(3)}看到公交车驶入村里，\n\n村民十分欣喜。`;
    const joins = read(text).repairs.filter(({ kind }) => kind === 'joinedParagraphs');
    expect(articles(text).flatMap(story)).toHaveLength(1);
    expect(articles(text, new Set(joins.map(({ id }) => id))).flatMap(story)).toHaveLength(2);
  });

  it('leave a paragraph that stands twice until the editor agrees', () => {
    const twice = '园区为企业办了许多实事，企业十分满意。';
    const text = `园区办实事\n\n${twice}\n\n村民十分欣喜。\n\n${twice}`;
    expect(articles(text).flatMap(story)).toHaveLength(3);
    expect(articles(text, new Set()).flatMap(story)).toEqual([twice, '村民十分欣喜。']);
    expect(refusedAtFirst(read(text)).size).toBe(1);
    expect(codes(text)).toContain('draft-paragraph-twice');
  });

  it('follow a curly quote among straight ones', () => {
    const text = '园区办实事\n\n他说：“园区很好"，又说"放心”。';
    expect(articles(text).flatMap(story)).toEqual(['他说：“园区很好”，又说“放心”。']);
  });
});

describe('what is not understood', () => {
  it('stays in the story and is told', () => {
    const text = '园区办实事\n\n园区为企业办了许多实事。\n\n不知何意的一行';
    expect(articles(text).flatMap(story)).toEqual(['园区为企业办了许多实事。', '不知何意的一行']);
    expect(codes(text)).toContain('draft-line-unknown');
  });

  it('is told of a story without headline and byline', () => {
    expect(codes('园区为企业办了许多实事。')).toEqual([
      'draft-headline-missing',
      'draft-byline-missing',
    ]);
  });

  it('is nothing in an empty draft', () => {
    expect(read('').pieces).toEqual([]);
    expect(read(' \n\u3000\n').findings).toEqual([]);
  });
});

describe('words that only look like a note to the newsroom', () => {
  it.each([
    '市民可扫描二维码预约办理，不用排队。',
    '祝融号成功着陆的消息在园区传开。',
    '服务热线0731-55512300全天开通。',
  ])('stay in the story: %s', (sentence) => {
    expect(articles(`园区办实事\n\n近日，园区忙。\n\n${sentence}`).flatMap(story)).toContain(
      sentence,
    );
  });

  it('stay a headline', () => {
    const [article] = articles('来自基层的声音\n\n近日，园区干部走进车间，听取意见。');
    expect(article?.headline).toBe('来自基层的声音');
  });
});

it('knows who sent it', () => {
  const { sender } = read(
    '园区办实事\n\n近日，园区忙。\n\n单位：湘潭高新区\n姓名：刘澜\n电话：0731-55556789',
  );
  expect(sender).toEqual({
    name: '刘澜',
    unit: '湘潭高新区',
    phone: '0731-55556789',
    address: undefined,
  });
});

it('reads a draft of one endless line, and one of a thousand short ones', () => {
  const endless = '园区（一期'.repeat(4000);
  expect(articles(endless).flatMap(story).join('')).toHaveLength(endless.length);
  const names = '王墨 '.repeat(5000);
  expect(read(names).pieces).toHaveLength(1);
  const heads = read('园区动态\n'.repeat(10_000));
  expect(heads.findings.filter(({ code }) => code === 'draft-line-unknown')).toHaveLength(9999);
});

it('reads partners that a tag parts on one line as a cell each', () => {
  const parks = [
    '雨湖高新区 长潭腹地 产业新城 招商热线：0731-52379999',
    '湘乡经济开发区 实力园区 活力园区 招商热线：0731-56568888',
  ];
  const { pieces, source } = read(parks.join('<br>'));
  const [grid] = pieces;
  expect(pieces).toHaveLength(1);
  const cells = grid?.kind === 'partnerGrid' ? grid.cells : [];
  expect(cells.map(({ start, end }) => source.slice(start, end).replace('<br>', ''))).toEqual(
    parks,
  );
});
