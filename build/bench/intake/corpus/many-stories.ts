import {
  articleKey,
  type DraftCase,
  headLines,
  keyOf,
  storyLines,
  textCase,
  usual,
} from './draft-case.ts';
import { type Story, storyAt } from './story.ts';

const CELLS = [
  ['合作园区', '', '', '', ''],
  ['湘潭高新区', 'XIANG TAN HIGH-TECH ZONE', '智慧·新时代·速度·新未来', '', ''],
  ['雨湖高新区', '', '长潭腹地　产业新城', '招商热线', '0731-55556789'],
  ['湖南湘乡经济开发区', 'XXJKQ', '实力园区　活力园区　魅力园区', '招商热线', '0731-56568888'],
];

/** Drafts with several stories, groups, captions and partner cells in one text. */
export function manyStories(): readonly DraftCase[] {
  return [...rows(), ...groups(), ...captions(), ...partners()];
}

function usualLines(story: Story): readonly string[] {
  return [...headLines(story), ...storyLines(story, usual(story).opening)];
}

function rows(): readonly DraftCase[] {
  const three = [storyAt(0), storyAt(3), storyAt(9)];
  const four = [storyAt(1), storyAt(3), storyAt(9), storyAt(11)];
  return [
    textCase(
      'three stories in a file',
      three.flatMap((story) => [...usualLines(story), '']),
      keyOf(three.map((story) => usual(story).key)),
    ),
    textCase(
      'stories with rules between',
      three.flatMap((story) => [...headLines(story), ...story.paragraphs, '', '—————————', '']),
      keyOf(three.map((story) => articleKey(story, { names: [] }))),
    ),
    textCase(
      'numbered stories without lead-in',
      four.flatMap((story, index) => [
        `${index + 1}. ${story.headline}`,
        ...story.paragraphs,
        `（通讯员 ${story.names.join(' ')}）`,
        '',
      ]),
      keyOf(
        four.map((story) =>
          articleKey(story, { bylineBelow: `（通讯员 ${story.names.join(' ')}）` }),
        ),
      ),
    ),
    textCase(
      'two stories by label',
      [storyAt(1), storyAt(9)].flatMap((story) => [`标题：${story.headline}`, ...story.paragraphs]),
      keyOf([storyAt(1), storyAt(9)].map((story) => articleKey(story, { names: [] }))),
    ),
  ];
}

function groups(): readonly DraftCase[] {
  const three = [storyAt(0), storyAt(10), storyAt(2)];
  const safety: readonly Story[] = [
    {
      kicker: '雨湖高新区：',
      headline: '拧紧防汛责任链',
      names: ['毛星'],
      unit: '雨湖高新区',
      paragraphs: [
        '6月15日，雨湖高新区部署防汛备汛工作，要求物资到位、人员到岗，确保园区安全度汛。',
      ],
    },
    {
      kicker: '韶山高新区：',
      headline: '夜查厂区排水口',
      names: ['赵苗'],
      unit: '韶山高新区',
      paragraphs: ['6月15日晚，韶山高新区组织人员逐一检查厂区排水口，疏通管道，备足防汛沙袋。'],
    },
  ];
  return [
    textCase(
      'briefs under a standing head',
      ['园区快讯', ...three.flatMap(usualLines)],
      keyOf(
        three.map((story) => usual(story).key),
        {
          groups: [{ standingHead: '园区快讯', members: [0, 1, 2] }],
        },
      ),
    ),
    textCase(
      'standing head in brackets before each headline',
      three.flatMap((story) => [
        `【园区动态】${headLines(story)[0]}`,
        ...storyLines(story, usual(story).opening),
      ]),
      keyOf(
        three.map((story) => usual(story).key),
        {
          groups: [{ standingHead: '园区动态', members: [0, 1, 2] }],
        },
      ),
    ),
    textCase(
      'a topic above the parks',
      ['各园区部署防汛备汛工作', '', ...safety.flatMap((story) => [...usualLines(story), ''])],
      keyOf(
        safety.map((story) => usual(story).key),
        {
          groups: [{ standingHead: '各园区部署防汛备汛工作', members: [0, 1] }],
        },
      ),
    ),
    textCase(
      'an article before a group',
      [...usualLines(storyAt(8)), '', '园区简讯', ...three.slice(0, 2).flatMap(usualLines)],
      keyOf([usual(storyAt(8)).key, ...three.slice(0, 2).map((story) => usual(story).key)], {
        groups: [{ standingHead: '园区简讯', members: [1, 2] }],
      }),
    ),
  ];
}

function captions(): readonly DraftCase[] {
  const story = storyAt(10);
  return [
    textCase(
      'captions by number',
      [
        ...usualLines(story),
        '图1：市民在绿道上骑行。（李灿晖 摄）',
        '图2：绿道旁的驿站。（周海康 摄）',
      ],
      keyOf([usual(story).key], {
        captions: [
          { caption: '市民在绿道上骑行。', credit: '（李灿晖 摄）' },
          { caption: '绿道旁的驿站。', credit: '（周海康 摄）' },
        ],
      }),
    ),
    textCase(
      'a picture without a story',
      ['6月16日，韶山高新区一家企业的工人在装配线上忙碌。李灿晖 摄'],
      keyOf([], {
        captions: [
          { caption: '6月16日，韶山高新区一家企业的工人在装配线上忙碌。', credit: '李灿晖 摄' },
        ],
      }),
    ),
    textCase(
      'caption by label between paragraphs',
      [
        ...headLines(story),
        `${usual(story).opening}${story.paragraphs[0]}`,
        '图片说明：俯瞰绿道。(李灿晖 摄)',
        story.paragraphs[1] ?? '',
      ],
      keyOf([usual(story).key], { captions: [{ caption: '俯瞰绿道。', credit: '（李灿晖 摄）' }] }),
    ),
  ];
}

function partners(): readonly DraftCase[] {
  const words = CELLS.map((cell) => {
    const [name = '', latin = '', slogan = '', label = '', number = ''] = cell;
    const hotline = number === '' ? '' : `${label}:${number}`;
    return [name, latin, slogan.replace(/　/gu, ' '), hotline]
      .filter((one) => one !== '')
      .join(' ');
  });
  const story = storyAt(1);
  return [
    textCase(
      'partner cells by tab',
      [words.slice(0, 2).join('\t'), words.slice(2).join('\t')],
      keyOf([], { cells: CELLS }),
    ),
    textCase(
      'partner cells in tags below a story',
      [...usualLines(story), '', words.map((word) => `<p>${word}</p>`).join('\t')],
      keyOf([usual(story).key], { cells: CELLS }),
    ),
    textCase('a partner on each line', words, keyOf([], { cells: CELLS })),
  ];
}
