import {
  articleKey,
  type DraftCase,
  fileCase,
  headLines,
  keyOf,
  paragraph,
  storyLines,
  usual,
} from './draft-case.ts';
import { type Story, storyAt } from './story.ts';

/** Drafts that come as files and mails, with what a word processor says of their lines. */
export function fileDrafts(): readonly DraftCase[] {
  return [...wordDrafts(), ...tablesAndSoftReturns(), ...pictureDrafts(), ...mails()];
}

function body(story: Story, opening = usual(story).opening) {
  return storyLines(story, opening).map((text) => {
    const isCrosshead = Object.values(story.crossheads ?? {}).includes(text);
    return paragraph(text, { sizePt: 16, bold: isCrosshead });
  });
}

function wordDrafts(): readonly DraftCase[] {
  const [deck, slogan, feature] = [storyAt(4), storyAt(6), storyAt(8)];
  const head = { centred: true, bold: true, sizePt: 22 };
  const numbered = { 1: '一、问题摆上桌面', 3: '二、答复不过夜' };
  return [
    fileCase(
      'headline large and bold, deck smaller',
      {
        parts: [
          paragraph(deck.headline, head),
          paragraph('上半年解决用工用地难题46个', { centred: true, sizePt: 16 }),
          paragraph(''),
          ...body(deck),
        ],
      },
      keyOf([{ ...usual(deck).key, deck: '上半年解决用工用地难题46个' }]),
    ),
    fileCase(
      'kicker smaller above the headline',
      {
        parts: [
          paragraph(slogan.kicker ?? '', { centred: true, sizePt: 16 }),
          paragraph(slogan.headline, head),
          ...body(slogan),
        ],
      },
      keyOf([usual(slogan).key]),
    ),
    fileCase(
      'headings of the word processor',
      {
        parts: [
          paragraph(storyAt(0).headline, { level: 1 }),
          ...body(storyAt(0)),
          paragraph(storyAt(3).headline, { level: 1 }),
          ...body(storyAt(3), ''),
        ],
      },
      keyOf([
        { ...usual(storyAt(0)).key, kicker: undefined },
        articleKey(storyAt(3), { names: [] }),
      ]),
    ),
    fileCase(
      'numbered crossheads',
      {
        parts: [
          paragraph(feature.headline, head),
          paragraph(feature.deck ?? '', { centred: true }),
          ...body({ ...feature, crossheads: numbered }),
        ],
      },
      keyOf([
        articleKey(
          { ...feature, crossheads: numbered },
          { leadIn: '本报讯', byline: '（通讯员 黎涛 王墨）' },
        ),
      ]),
    ),
  ];
}

function tablesAndSoftReturns(): readonly DraftCase[] {
  const head = { centred: true, bold: true, sizePt: 22 };
  return [
    fileCase(
      'a form in a table',
      {
        parts: [
          {
            kind: 'table',
            rows: [
              ['标题', storyAt(7).headline],
              ['作者', '何蔚'],
              ['单位', storyAt(7).unit],
              ['电话', '0731-55556789'],
            ],
          },
          ...body(storyAt(7), ''),
        ],
      },
      keyOf([articleKey(storyAt(7), { bylineAbove: '作者：何蔚' })]),
    ),
    fileCase(
      'headline in two lines by soft return',
      { parts: [paragraph('村民夜校开班\n田间地头成了课堂', head), ...body(storyAt(2))] },
      keyOf([{ ...usual(storyAt(2)).key, kicker: undefined }]),
    ),
  ];
}

function pictureDrafts(): readonly DraftCase[] {
  const story = storyAt(10);
  const parts = [
    ...headLines(story).map((text) => paragraph(text, { centred: true, bold: true })),
    ...body(story),
  ];
  return [
    fileCase(
      'a picture with a centred caption',
      {
        parts: [
          ...parts,
          { kind: 'picture', picture: 'image1.jpg' },
          paragraph('绿道穿过昭山脚下的村庄', { centred: true }),
        ],
        pictures: [{ name: 'image1.jpg', caption: '', credit: '' }],
      },
      keyOf([usual(story).key], { captions: [{ caption: '绿道穿过昭山脚下的村庄', credit: '' }] }),
    ),
    fileCase(
      'a picture that carries its words',
      {
        parts: [...parts, { kind: 'picture', picture: 'a.jpg' }],
        pictures: [{ name: 'a.jpg', caption: '市民在绿道上骑行。', credit: '李灿晖' }],
      },
      keyOf([usual(story).key], {
        captions: [{ caption: '市民在绿道上骑行。', credit: '李灿晖' }],
      }),
    ),
    fileCase(
      'captions listed for attached pictures',
      {
        parts: [
          ...parts,
          paragraph('图一：市民在绿道上骑行。李灿晖 摄'),
          paragraph('图二：绿道旁的驿站。李灿晖 摄'),
        ],
        pictures: ['1.jpg', '2.jpg'].map((name) => ({ name, caption: '', credit: '' })),
      },
      keyOf([usual(story).key], {
        captions: [
          { caption: '市民在绿道上骑行。', credit: '李灿晖 摄' },
          { caption: '绿道旁的驿站。', credit: '李灿晖 摄' },
        ],
      }),
    ),
  ];
}

function mails(): readonly DraftCase[] {
  const [first, second] = [storyAt(9), storyAt(1)];
  const envelope = { sender: '张斌', address: '', sentAt: undefined };
  return [
    fileCase(
      'headline in the subject only',
      {
        parts: [
          paragraph('编辑您好：'),
          ...body(first, ''),
          paragraph('谢谢！'),
          paragraph('张斌'),
        ],
        envelope: { ...envelope, subject: `投稿：${first.headline}` },
      },
      keyOf([articleKey(first)]),
    ),
    fileCase(
      'subject that says nothing',
      {
        parts: [...headLines(second).map((text) => paragraph(text)), ...body(second)],
        envelope: { ...envelope, subject: '新闻稿件' },
      },
      keyOf([usual(second).key]),
    ),
  ];
}
