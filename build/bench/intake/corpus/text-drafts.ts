import {
  articleKey,
  correspondents,
  type DraftCase,
  headLines,
  keyOf,
  storyLines,
  textCase,
  usual,
} from './draft-case.ts';
import { type Story, storyAt } from './story.ts';

/** Drafts that come as text: pasted, mailed, from chat programs. */
export function textDrafts(): readonly DraftCase[] {
  return [
    ...plainDrafts(),
    ...signedDrafts(),
    ...senderLines(),
    ...labelledDrafts(),
    ...mailedDrafts(),
    ...webDrafts(),
    ...tornDrafts(),
  ];
}

function usualLines(story: Story): readonly string[] {
  return [...headLines(story), ...storyLines(story, usual(story).opening)];
}

function spaced(lines: readonly string[]): string {
  return lines.join('\n\n');
}

function plainDrafts(): readonly DraftCase[] {
  const [first, second, third, fourth] = [storyAt(0), storyAt(1), storyAt(2), storyAt(3)];
  const [deck, feature, slogan] = [storyAt(4), storyAt(8), storyAt(6)];
  const halfWidth = (text: string) =>
    text.replace(/[（），：；？！]/gu, (mark) => '(),:;?!'['（），：；？！'.indexOf(mark)] ?? mark);
  return [
    textCase('headline and story', spaced(usualLines(first)), keyOf([usual(first).key])),
    textCase(
      'paragraphs indented by hand',
      usualLines(second).map((line, index) => (index > 0 ? `　　${line}` : line)),
      keyOf([usual(second).key]),
    ),
    textCase(
      'half-width marks',
      halfWidth(usualLines(third).join('\n')),
      keyOf([usual(third).key]),
    ),
    textCase(
      'straight quotes',
      usualLines(second).join('\n').replace(/[“”]/gu, '"'),
      keyOf([usual(second).key]),
    ),
    textCase('deck behind dashes', spaced(usualLines(deck)), keyOf([usual(deck).key])),
    textCase('kicker on a line of its own', spaced(usualLines(slogan)), keyOf([usual(slogan).key])),
    textCase('crossheads and a deck', usualLines(feature), keyOf([usual(feature).key])),
    textCase(
      'blanks between words',
      usualLines(fourth).map((line, index) =>
        index > 0 ? line.replace(/，/gu, '， ') : `  ${line}`,
      ),
      keyOf([usual(fourth).key]),
    ),
  ];
}

function signedDrafts(): readonly DraftCase[] {
  const [first, second, third, fourth] = [storyAt(0), storyAt(1), storyAt(2), storyAt(3)];
  return [
    textCase(
      'byline below the headline',
      [...headLines(fourth), `通讯员 ${fourth.names[0]}`, '', ...fourth.paragraphs],
      keyOf([articleKey(fourth, { bylineAbove: `通讯员 ${fourth.names[0]}` })]),
    ),
    textCase(
      'byline at the end',
      [...headLines(first), ...first.paragraphs, `（通讯员 ${first.names[0]} 供稿）`],
      keyOf([articleKey(first, { bylineBelow: `（通讯员 ${first.names[0]} 供稿）` })]),
    ),
    textCase(
      'house and name at the end',
      [...headLines(first), ...first.paragraphs, `湘潭高新区 ${first.names[0]}`],
      keyOf([articleKey(first, { bylineBelow: `湘潭高新区 ${first.names[0]}` })]),
    ),
    textCase(
      'byline behind the last sentence',
      [
        ...headLines(second),
        second.paragraphs[0] ?? '',
        `${second.paragraphs[1]}${correspondents(second)}`,
      ],
      keyOf([
        articleKey(second, {
          paragraphs: [
            second.paragraphs[0] ?? '',
            `${second.paragraphs[1]}${correspondents(second)}`,
          ],
        }),
      ]),
    ),
    textCase(
      'reporter and correspondent run on',
      [
        ...headLines(third),
        `本报讯 记者李灿晖 通讯员李赛报道：${third.paragraphs[0]}`,
        ...third.paragraphs.slice(1),
      ],
      keyOf([
        articleKey(third, {
          names: ['李灿晖', '李赛'],
          leadIn: '本报讯',
          byline: ' 记者李灿晖 通讯员李赛报道：',
        }),
      ]),
    ),
  ];
}

function labelledDrafts(): readonly DraftCase[] {
  const [first, second] = [storyAt(7), storyAt(9)];
  return [
    textCase(
      'labels of a form',
      [
        `标题：${first.headline}`,
        `作者：${first.names[0]}`,
        `单位：${first.unit}`,
        '联系电话：0731-55556789',
        '正文：',
        ...first.paragraphs,
      ],
      keyOf([articleKey(first, { bylineAbove: `作者：${first.names[0]}` })]),
    ),
    textCase(
      'labels in brackets',
      [
        `【标题】${second.headline}`,
        '【正文】',
        usual(second).opening + second.paragraphs[0],
        second.paragraphs[1] ?? '',
      ],
      keyOf([usual(second).key]),
    ),
    textCase(
      'kicker, headline and deck by label',
      [
        '引题：真情服务企业',
        `主题：${first.headline}`,
        '副题：上门检查线路62家',
        '',
        ...storyLines(first, usual(first).opening),
      ],
      keyOf([{ ...usual(first).key, kicker: '真情服务企业', deck: '上门检查线路62家' }]),
    ),
    textCase(
      'headline in title marks',
      [`《${second.headline}》`, ...storyLines(second, usual(second).opening)],
      keyOf([usual(second).key]),
    ),
    textCase(
      'headline in square brackets',
      [`【${second.headline}】`, ...storyLines(second, usual(second).opening)],
      keyOf([usual(second).key]),
    ),
  ];
}

function senderLines(): readonly DraftCase[] {
  const [second, third, fourth] = [storyAt(9), storyAt(10), storyAt(6)];
  return [
    textCase(
      'sender in one line below',
      [
        ...headLines(third),
        ...third.paragraphs,
        `单位：${third.unit} 姓名：${third.names[0]} 电话：52688088`,
      ],
      keyOf([articleKey(third)]),
    ),
    textCase(
      'house of the writer in brackets',
      [
        ...headLines(fourth),
        ...fourth.paragraphs,
        `作者：${fourth.names[0]}`,
        `作者单位：${fourth.unit}`,
      ],
      keyOf([articleKey(fourth, { bylineBelow: `作者：${fourth.names[0]}` })]),
    ),
    textCase(
      'words and pictures by',
      [...headLines(second), '文/张斌 图/李灿晖', ...second.paragraphs],
      keyOf([articleKey(second, { bylineAbove: '文/张斌 图/李灿晖', names: ['张斌', '李灿晖'] })]),
    ),
  ];
}

function mailedDrafts(): readonly DraftCase[] {
  const [first, second, third] = [storyAt(3), storyAt(0), storyAt(7)];
  const wrap = (text: string) => text.match(/.{1,32}/gu) ?? [];
  return [
    textCase(
      'greeting and signature',
      [
        '尊敬的编辑老师：',
        '您好！现将我单位新闻稿一篇发给您，请审阅。',
        '',
        ...usualLines(first),
        '',
        '此致',
        '敬礼！',
        first.unit,
        '赵苗',
        '2021年6月11日',
      ],
      keyOf([usual(first).key]),
    ),
    textCase(
      'forwarded mail',
      [
        '-----原始邮件-----',
        '发件人：刘澜',
        '发送时间：2021年6月16日 18:20',
        '收件人：编辑部',
        '主题：投稿',
        '',
        ...usualLines(second),
        '',
        '发自我的手机',
      ],
      keyOf([usual(second).key]),
    ),
    textCase(
      'lines broken by the mail program',
      [
        ...headLines(third),
        ...storyLines(third, usual(third).opening).flatMap((text) => ['', ...wrap(text)]),
      ],
      keyOf([usual(third).key]),
    ),
    textCase(
      'broken lines with indents',
      [
        ...headLines(third),
        ...storyLines(third, usual(third).opening).flatMap((text) => wrap(`　　${text}`)),
      ],
      keyOf([usual(third).key]),
    ),
    textCase(
      'remarks on what is attached',
      [...usualLines(first), '附件：现场照片2张', '（附照片说明）', '电话：0731-57572222'],
      keyOf([usual(first).key]),
    ),
  ];
}

function webDrafts(): readonly DraftCase[] {
  const [first, second, third] = [storyAt(5), storyAt(8), storyAt(2)];
  const zeroWidth = (text: string) => text.replace(/。/gu, '。\u200b');
  return [
    textCase(
      'official account',
      [
        '点击上方蓝字关注我们',
        first.headline,
        '原创 郭响玲 微九华',
        '微九华 2021-06-15 18:00',
        ...first.paragraphs,
        '来源：九华街道',
        '编辑：王墨 | 审核：黎涛',
        '长按识别二维码关注我们',
        '阅读原文',
      ],
      keyOf([
        articleKey(first, { names: [], kicker: '九华街道：', headline: '小广场成了居民的会客厅' }),
      ]),
    ),
    textCase(
      'official account with signs nobody sees',
      ['▼', ...usualLines(second).map(zeroWidth), '- END -', '点赞、在看、分享'],
      keyOf([usual(second).key]),
    ),
    textCase(
      'web characters and tags',
      [
        headLines(third)[0] ?? '',
        ...storyLines(third, usual(third).opening).map(
          (text) =>
            `<p>&nbsp;&nbsp;${text.replace(/“/gu, '&ldquo;').replace(/”/gu, '&rdquo;')}</p>`,
        ),
      ],
      keyOf([usual(third).key]),
    ),
    textCase(
      'full-width figures',
      usualLines(first.kicker ? third : storyAt(9)).map((line) =>
        line.replace(/[\d.]+/gu, (figures) =>
          figures.replace(/[\d.]/gu, (one) =>
            String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0),
          ),
        ),
      ),
      keyOf([usual(storyAt(9)).key]),
    ),
  ];
}

function tornDrafts(): readonly DraftCase[] {
  const [first, second, third] = [storyAt(3), storyAt(4), storyAt(7)];
  const torn = (text: string) => {
    const at = text.indexOf('，', 34);
    return [text.slice(0, at + 1), text.slice(at + 1)];
  };
  return [
    textCase(
      'paragraph broken at a column end',
      spaced([
        ...headLines(first),
        ...torn(`${usual(first).opening}${first.paragraphs[0]}`),
        ...first.paragraphs.slice(1),
      ]),
      keyOf([usual(first).key]),
    ),
    textCase(
      'headline repeated above the rest',
      spaced([
        ...headLines(first),
        ...torn(`${usual(first).opening}${first.paragraphs[0]}`).flatMap((part, index) =>
          index === 0 ? [part, ...headLines(first)] : [part],
        ),
        ...first.paragraphs.slice(1),
      ]),
      keyOf([usual(first).key]),
    ),
    textCase(
      'turned to another page',
      [
        ...headLines(third),
        `${usual(third).opening}${third.paragraphs[0]}`,
        '（下转A07版）',
        '（上接A06版）',
        ...third.paragraphs.slice(1),
      ],
      keyOf([usual(third).key]),
    ),
    textCase(
      'a paragraph that stands twice',
      spaced([...usualLines(second), second.paragraphs[2] ?? '']),
      keyOf([
        {
          ...usual(second).key,
          paragraphs: [...usual(second).key.paragraphs, second.paragraphs[2] ?? ''],
        },
      ]),
    ),
    textCase(
      'soft returns within the story',
      [headLines(third)[0] ?? '', storyLines(third, usual(third).opening).join('\v')],
      keyOf([usual(third).key]),
    ),
  ];
}
