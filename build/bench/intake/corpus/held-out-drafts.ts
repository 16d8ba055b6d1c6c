import {
  articleKey,
  type DraftCase,
  fileCase,
  headLines,
  keyOf,
  paragraph,
  storyLines,
  textCase,
  usual,
} from './draft-case.ts';
import { type Story, storyAt } from './story.ts';

/**
 * Drafts written after the rules stood. How many of their fields were right when they were read for
 * the first time is told in docs/decisions/0019; since then rules have learnt from them.
 */
export function heldOutDrafts(): readonly DraftCase[] {
  return [
    ...senders(),
    ...bylines(),
    ...headings(),
    ...severalStories(),
    ...picturesAndPartners(),
    ...files(),
  ];
}

function withHead(story: Story, opening = usual(story).opening): readonly string[] {
  return [...headLines(story), ...storyLines(story, opening)];
}

function senders(): readonly DraftCase[] {
  const [first, second, third, fourth] = [storyAt(7), storyAt(9), storyAt(4), storyAt(6)];
  return [
    textCase(
      'house, date and person below a report',
      [
        ...headLines(first),
        '',
        ...first.paragraphs.map((text) => `    ${text}`),
        '',
        '                      湘潭经开区产业发展局',
        '                        2021年6月10日',
        '联系人:何蔚  联系电话:0731-55512300',
      ],
      keyOf([articleKey(first)]),
    ),
    textCase(
      'copied out of a chat',
      [
        '张斌 6/15 18:02:11',
        '编辑老师，稿子发您，麻烦看看',
        '张斌 6/15 18:03:40',
        ...withHead(second),
      ],
      keyOf([usual(second).key]),
    ),
    textCase(
      'informal mail',
      [
        'Hi，编辑老师：',
        '    新写了一篇稿子，见下，盼复。',
        '',
        ...withHead(third),
        '',
        '祝工作顺利！',
        '毛星',
        '雨湖高新区党政办',
        '0731-55556789',
      ],
      keyOf([usual(third).key]),
    ),
    textCase(
      'writer above the headline',
      ['通讯员：樊洛', '', ...headLines(fourth), ...fourth.paragraphs],
      keyOf([articleKey(fourth, { bylineAbove: '通讯员：樊洛' })]),
    ),
    textCase(
      'first publication declared',
      [...withHead(first), '', '说明：本稿为首发稿件，未一稿多投。', '审核：湘潭经开区党政办 王墨'],
      keyOf([usual(first).key]),
    ),
  ];
}

function bylines(): readonly DraftCase[] {
  const [second, third] = [storyAt(9), storyAt(4)];
  return [
    textCase(
      'reporter and correspondents below the headline',
      [...headLines(second), '本报记者 李灿晖 通讯员 张斌 何蔚', ...second.paragraphs],
      keyOf([
        articleKey(second, {
          bylineAbove: '本报记者 李灿晖 通讯员 张斌 何蔚',
          names: ['李灿晖', '张斌', '何蔚'],
        }),
      ]),
    ),
    textCase(
      'byline in brackets without lead-in',
      [
        ...headLines(third),
        `（记者 李灿晖 通讯员 毛星）${third.paragraphs[0]}`,
        ...third.paragraphs.slice(1),
      ],
      keyOf([
        articleKey(third, { byline: '（记者 李灿晖 通讯员 毛星）', names: ['李灿晖', '毛星'] }),
      ]),
    ),
    textCase(
      'lead-in of another paper',
      [
        ...headLines(second),
        `湘潭日报6月15日讯（通讯员 张斌）${second.paragraphs[0]}`,
        ...second.paragraphs.slice(1),
      ],
      keyOf([articleKey(second, { leadIn: '湘潭日报6月15日讯', byline: '（通讯员 张斌）' })]),
    ),
  ];
}

function headings(): readonly DraftCase[] {
  const [first, second, third] = [storyAt(1), storyAt(11), storyAt(3)];
  const long = '湘潭经开区组织党员干部深入企业车间开展政策宣讲和隐患排查为生产保驾护航';
  return [
    textCase(
      'three lines of heading',
      [
        '校企携手育人才',
        second.headline,
        '首批120名学生9月进厂',
        '',
        ...storyLines(second, usual(second).opening),
      ],
      keyOf([{ ...usual(second).key, kicker: '校企携手育人才', deck: '首批120名学生9月进厂' }]),
    ),
    textCase(
      'headline that calls out',
      ['新车间，开工啦！', ...storyLines(first, usual(first).opening)],
      keyOf([{ ...usual(first).key, headline: '新车间，开工啦！' }]),
    ),
    textCase(
      'a very long headline without lead-in',
      [long, '', ...storyAt(7).paragraphs],
      keyOf([articleKey(storyAt(7), { headline: long, names: [] })]),
    ),
    textCase(
      'halves parted by a wide blank',
      ['消防演练进园区　安全意识入人心', ...storyLines(third, usual(third).opening)],
      keyOf([{ ...usual(third).key, headline: '消防演练进园区　安全意识入人心' }]),
    ),
    textCase(
      'column and headline parted by a bar',
      [`园区快讯 | ${first.headline}`, ...storyLines(first, usual(first).opening)],
      keyOf([usual(first).key], { groups: [{ standingHead: '园区快讯', members: [0] }] }),
    ),
    textCase(
      'points with bullets',
      [
        third.headline,
        `${usual(third).opening}${third.paragraphs[0]}`,
        '演练分三步进行：',
        '●第一步，发出警报，组织员工撤离；',
        '●第二步，使用灭火器扑灭初起火灾；',
        '●第三步，清点人数，总结讲评。',
        third.paragraphs[1] ?? '',
      ],
      keyOf([
        {
          ...usual(third).key,
          paragraphs: [
            `${usual(third).opening}${third.paragraphs[0]}`,
            '演练分三步进行：',
            '第一步，发出警报，组织员工撤离；',
            '第二步，使用灭火器扑灭初起火灾；',
            '第三步，清点人数，总结讲评。',
            third.paragraphs[1] ?? '',
          ],
        },
      ]),
    ),
  ];
}

function severalStories(): readonly DraftCase[] {
  const three = [storyAt(1), storyAt(3), storyAt(9)];
  const third = storyAt(4);
  const sentence = third.paragraphs[1] ?? '';
  return [
    textCase(
      'stories by Chinese numbers',
      three.flatMap((story, index) => [
        `${'一二三'[index]}、${story.headline}`,
        `本报讯（通讯员 ${story.names[0]}）${story.paragraphs[0]}`,
        ...story.paragraphs.slice(1),
      ]),
      keyOf(three.map((story) => usual(story).key)),
    ),
    textCase(
      'stories called first and second',
      three.flatMap((story, index) => ['', `稿件${'一二三'[index]}：`, ...withHead(story)]),
      keyOf(three.map((story) => usual(story).key)),
    ),
    textCase(
      'briefs with a diamond before each headline',
      [
        '■园区动态■',
        ...[storyAt(0), storyAt(10)].flatMap((story) => [
          `◆${headLines(story)[0]}`,
          ...storyLines(story, usual(story).opening),
        ]),
      ],
      keyOf([usual(storyAt(0)).key, usual(storyAt(10)).key], {
        groups: [{ standingHead: '园区动态', members: [0, 1] }],
      }),
    ),
    textCase(
      'continued under the headline with 续',
      [
        third.headline,
        `${usual(third).opening}${third.paragraphs[0]}`,
        sentence.slice(0, 32),
        '（下转第七版）',
        '',
        `${third.headline}（续）`,
        sentence.slice(32),
        third.paragraphs[2] ?? '',
      ],
      keyOf([{ ...usual(third).key, deck: undefined }]),
    ),
    textCase(
      'wrong stops, English words and figures',
      [
        '湘潭高新区:5G+AI让工厂更聪明',
        '本报讯(通讯员 刘澜)走进湘潭高新区一家企业的车间,AGV小车来回穿梭.负责人介绍,通过"5G + AI"改造,车间用工减少30%,产能提高1.5倍.',
        '企业还引进了ERP、MES等系统,订单、物料、质量全程可查...',
      ],
      keyOf([
        {
          kicker: '湘潭高新区：',
          headline: '5G+AI让工厂更聪明',
          deck: undefined,
          names: ['刘澜'],
          leadIn: '本报讯',
          paragraphs: [
            '本报讯（通讯员 刘澜）走进湘潭高新区一家企业的车间，AGV小车来回穿梭。负责人介绍，通过“5G + AI”改造，车间用工减少30%，产能提高1.5倍。',
            '企业还引进了ERP、MES等系统，订单、物料、质量全程可查……',
          ],
        },
      ]),
    ),
  ];
}

function picturesAndPartners(): readonly DraftCase[] {
  const story = storyAt(10);
  return [
    textCase(
      'caption behind a triangle, credit below',
      [...withHead(story), '▲绿道上的骑行者', '李灿晖 摄'],
      keyOf([usual(story).key], { captions: [{ caption: '绿道上的骑行者', credit: '李灿晖 摄' }] }),
    ),
    textCase(
      'captions by circled number',
      [...withHead(story), '图①为市民在绿道上骑行。', '图②为绿道旁的驿站。（李灿晖 摄）'],
      keyOf([usual(story).key], {
        captions: [
          { caption: '图①为市民在绿道上骑行。', credit: '' },
          { caption: '图②为绿道旁的驿站。', credit: '（李灿晖 摄）' },
        ],
      }),
    ),
    textCase(
      'partners in blocks of lines',
      [
        '合作园区',
        '',
        '雨湖高新区',
        '长潭腹地 产业新城',
        '招商热线:0731-55556789',
        '',
        '湖南湘潭岳塘经济开发区',
        '打造湖南商贸第一区',
        '招商电话:52688088',
      ],
      keyOf([], {
        cells: [
          ['合作园区', '', '', '', ''],
          ['雨湖高新区', '', '长潭腹地　产业新城', '招商热线', '0731-55556789'],
          ['湖南湘潭岳塘经济开发区', '', '打造湖南商贸第一区', '招商电话', '52688088'],
        ],
      }),
    ),
  ];
}

function files(): readonly DraftCase[] {
  const [feature, second] = [storyAt(8), storyAt(0)];
  return [
    fileCase(
      'three levels of headings',
      {
        parts: [
          paragraph(feature.headline, { level: 1 }),
          paragraph(feature.deck ?? '', { level: 2 }),
          ...storyLines(feature, usual(feature).opening).map((text) =>
            paragraph(text, text.length < 10 ? { level: 3 } : {}),
          ),
        ],
      },
      keyOf([usual(feature).key]),
    ),
    fileCase(
      'a table of figures within the story',
      {
        parts: [
          ...headLines(second).map((text) => paragraph(text, { bold: true })),
          paragraph(`${usual(second).opening}${second.paragraphs[0]}`),
          {
            kind: 'table',
            rows: [
              ['业务', '件数'],
              ['企业开办', '86'],
              ['企业变更', '42'],
            ],
          },
          ...second.paragraphs.slice(1).map((text) => paragraph(text)),
        ],
      },
      keyOf([
        {
          ...usual(second).key,
          paragraphs: [
            `${usual(second).opening}${second.paragraphs[0]}`,
            '业务　件数',
            '企业开办　86',
            '企业变更　42',
            ...second.paragraphs.slice(1),
          ],
        },
      ]),
    ),
    textCase(
      'web page pasted with tags',
      [
        `<h1>${headLines(second)[0]}</h1>`,
        `<p><strong>本报讯（通讯员 刘澜）</strong>${second.paragraphs[0]}</p><p>${second.paragraphs[1]}</p>`,
        `<p>${second.paragraphs[2]}<br/></p>`,
        '责任编辑：王墨',
      ],
      keyOf([usual(second).key]),
    ),
  ];
}
