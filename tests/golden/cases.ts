import { EMPTY_AD_CELL } from '#engine/model/ad-cells.ts';
import type { Article } from '#engine/model/issue.ts';
import type { TestPage } from '#tests/unit/compose/test-page.ts';
import {
  adGridBlock,
  area,
  articleBlock,
  columnsOf,
  continuation,
  group,
  headlineAbove,
  imprint,
  part,
  picture,
  pictureBlock,
  plainBlock,
} from '#tests/unit/compose/test-page.ts';
import { testArticle } from '#tests/unit/model/marked-story.ts';

const RUNNING_TEXT =
  '{leadIn:本报讯}{byline:(通讯员 王墨)}截至5月31日，全区共有“三高四新”企业28614户，增长7.8%。\n' +
  '“为何？！”他说：“《规划》、《方案》——都已出台……”引进GE和ABB等12家。\n' +
  '# 深化校企合作\n' +
  '热线0731-55512300，详见 www.example.com 。比尔·盖茨来访，1—5月完成1/3。';

function headed(id: string, words: Partial<Article>, story: string): Article {
  return { ...testArticle(id, story), ...words };
}

/** Pages whose display lists are kept as text in a folder of the same name. */
export const GOLDEN_CASES: Readonly<Record<string, TestPage>> = {
  'running-text-in-two-columns': {
    blocks: [
      articleBlock('a', area(0, 0, 27, 12), {
        columns: columnsOf(2, { balance: true, rule: true }),
      }),
    ],
    articles: { a: RUNNING_TEXT },
  },
  'story-around-a-picture-and-over-the-page': {
    blocks: [
      articleBlock('a', area(0, 0, 20, 6), {
        pictures: [{ picture: 'photo', area: area(11, 1, 9, 4), captionLines: 2, gap: 1 }],
      }),
    ],
    further: [[continuation('a', 1, area(4, 2, 14, 8))]],
    articles: { a: RUNNING_TEXT },
    pictures: [picture('photo', { caption: '数字化车间。' })],
  },
  'headlines-across-and-down': {
    blocks: [
      articleBlock('a', area(0, 0, 22, 12), {
        headline: headlineAbove(7, {
          kicker: part({ style: 'kicker', align: 'centre' }),
          headline: part({ fit: true, lines: 2 }),
          deck: part({ style: 'deck', align: 'right' }),
        }),
        tint: 'pale',
      }),
      articleBlock('b', area(24, 0, 16, 12), {
        headline: { ...headlineAbove(5), placement: 'left', headline: part({ lines: 2 }) },
        border: 'double',
      }),
    ],
    articles: {
      a: headed(
        'a',
        { kicker: '雨湖高新区：', headline: '认识再提升\n责任再压实', deck: '安全生产' },
        '天地玄黄，宇宙洪荒。',
      ),
      b: headed('b', { headline: '“百企”扶持\n12家落户' }, '日月盈昃，辰宿列张。'),
    },
  },
  'group-in-an-l-and-furniture': {
    blocks: [
      plainBlock('folioLine', area(0, 0, 40, 2)),
      group(['one', 'two'], area(0, 3, 24, 14), {
        headPlacement: 'left',
        extent: 3,
        border: 'hairline',
        cutouts: [area(14, 12, 10, 5)],
        columns: columnsOf(2, { balance: true }),
      }),
      pictureBlock('open', area(26, 3, 14, 9), 2),
      plainBlock('sectionFlag', area(26, 12, 14, 5)),
      adGridBlock(area(0, 18, 40, 10), 'double'),
      imprint('本版责编　王墨', area(0, 29, 40, 1)),
    ],
    articles: {
      one: '天地玄黄，宇宙洪荒，日月盈昃，辰宿列张。',
      two: '寒来暑往，秋收冬藏，闰余成岁，律吕调阳。',
    },
    pictures: [picture('open', { asset: undefined })],
    adGrid: {
      id: 'partners',
      rows: 1,
      columns: 2,
      mark: 'bottomRight',
      merged: [],
      cells: [
        { kind: 'title', text: '合作园区' },
        {
          ...EMPTY_AD_CELL,
          name: '湘潭高新区',
          latinName: 'XIANG TAN',
          slogan: '智慧·新时代',
          hotline: { label: '招商热线', number: '0731-55556789' },
        },
      ],
    },
  },
};
