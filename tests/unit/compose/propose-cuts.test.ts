import { describe, expect, it } from 'vitest';
import type { CutProposal } from '#engine/compose/propose-cuts.ts';
import { proposeCuts } from '#engine/compose/propose-cuts.ts';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import { createIssueDoc } from '#engine/model/issue-doc.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { storyText } from '#engine/model/story-text.ts';
import { area, articleBlock, issueOf, testComposer } from './test-page.ts';
import { TEST_TEMPLATE } from './test-template.ts';

const LEDE = '园区昨日召开会议。';
/** A sentence that nothing protects; eight characters fill a line. */
const SPARE = '大家踊跃参加学习。';

function cutsIn(story: string): readonly CutProposal[] {
  const issue = issueOf({ blocks: [articleBlock('a', area(0, 0, 8, 2))], articles: { a: story } });
  const request = { composer: testComposer(), issue, template: TEST_TEMPLATE, block: 'block-a' };
  return [...proposeCuts(request)].filter((cut) => cut !== undefined);
}

function textsIn(story: string): readonly string[] {
  return cutsIn(story).map(({ text }) => text);
}

/** The story after a cut was carried out. */
function cutOut(story: string, index: number): string {
  const issue = issueOf({ blocks: [], articles: { a: story } });
  const doc = createIssueDoc(issue, 1);
  const cut = cutsIn(story)[index];
  if (cut === undefined) throw new Error('no such cut');
  expect(applyEdit(doc, cut.edit).ok).toBe(true);
  const article = readIssue(doc).articles.a;
  return article ? storyText(article.story) : '';
}

describe('cuts', () => {
  it('are whole sentences, the last of the story first', () => {
    const other = '现场气氛热烈。';
    const found = cutsIn(`${LEDE}\n${SPARE}${other}`);
    expect(found).toMatchObject([
      { article: 'a', paragraph: 1, start: 9, end: 16, text: other, characters: 7, lines: 1 },
      { article: 'a', paragraph: 1, start: 0, end: 9, text: SPARE, characters: 9 },
    ]);
  });

  it('are carried out by the edit they come with', () => {
    const story = `${LEDE}\n${SPARE}现场气氛热烈。`;
    expect(cutOut(story, 0)).toBe(`${LEDE}\n${SPARE}`);
    expect(cutOut(story, 1)).toBe(`${LEDE}\n现场气氛热烈。`);
  });

  it('take a paragraph along of which nothing is left', () => {
    expect(cutOut(`${LEDE}\n${SPARE}\n现场气氛热烈。`, 1)).toBe(`${LEDE}\n现场气氛热烈。`);
  });

  it('leave the lede alone, all of it when more follows', () => {
    expect(textsIn(`${LEDE}${SPARE}\n${SPARE}`)).toEqual([SPARE]);
    expect(textsIn(`${LEDE}${SPARE}`)).toEqual([SPARE]);
    expect(textsIn(LEDE)).toEqual([]);
  });

  it.each([
    ['what was said', '他说：“园区服务好，办事快。”'],
    ['what was said in other words', '大家表示，园区服务很好。'],
    ['figures', '园区帮助16家企业解决困难。'],
    ['Chinese numbers', '园区投资三亿元建设道路。'],
    ['titles', '园区书记到会讲话并作部署。'],
    ['people', '会议由习近平主持并作部署。'],
    ['words set apart', '{strong:大家踊跃参加学习。}'],
  ])('leave alone %s', (_, sentence) => {
    expect(textsIn(`${LEDE}\n${sentence}${SPARE}\n${SPARE}`)).not.toContain(
      sentence.replace(/^\{strong:(.*)\}$/u, '$1') === SPARE ? '' : sentence,
    );
    expect(textsIn(`${LEDE}\n${sentence}`)).toEqual([]);
  });

  it('leave alone the speaker of a quotation and what the next sentence refers to', () => {
    const said = '“这里服务好，办事快。”企业里的同志赞不绝口。';
    expect(textsIn(`${LEDE}\n${said}${SPARE}`)).toEqual([SPARE]);
    expect(textsIn(`${LEDE}\n${SPARE}这让大家更有信心。`)).toEqual(['这让大家更有信心。']);
  });

  it('leave a crosshead and the only sentence under it', () => {
    expect(textsIn(`${LEDE}\n# 新气象\n${SPARE}`)).toEqual([]);
    expect(textsIn(`${LEDE}\n# 新气象\n${SPARE}\n${SPARE}`)).toEqual([SPARE, SPARE]);
  });

  it('are told only where they save a line', () => {
    expect(cutsIn(`${LEDE}\n${SPARE}\n${SPARE}`).every(({ lines }) => lines > 0)).toBe(true);
    expect(textsIn(`${LEDE}\n大家踊跃参加。很好。`)).toEqual(['大家踊跃参加。']);
  });
});
