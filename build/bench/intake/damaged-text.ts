import { usual } from './corpus/draft-case.ts';
import { STORIES } from './corpus/story.ts';

/** A paragraph with one damage done to it, and as it was. */
export interface DamagedText {
  readonly kind: string;
  readonly clean: string;
  readonly damaged: string;
}

/** Undoes what the newsroom wants: each names places by a pattern and what is done there. */
type Damage = readonly [string, RegExp, (found: string) => string];

const DAMAGES: readonly Damage[] = [
  ['half-width comma', /，/gu, () => ','],
  ['half-width comma with a blank', /，/gu, () => ', '],
  ['half-width brackets', /（.+?）/gu, (found) => `(${found.slice(1, -1)})`],
  ['full stop as a dot', /。(?=.)/gu, () => '.'],
  ['straight quotes', /“[^“”]+”/gu, (found) => `"${found.slice(1, -1)}"`],
  ['two blanks', /(?<=\p{Script=Han})(?=\p{Script=Han}{2})/gu, () => '  '],
  ['blank in front of a mark', /[，。]/gu, (found) => ` ${found}`],
  ['indent by hand', /^/gu, () => '　　'],
  ['soft return', /(?<=，)(?=\p{Script=Han}{9})/gu, () => '\v'],
  [
    'broken at a column end',
    /(?<=.{31})(?<=\p{Script=Han})(?=\p{Script=Han}.{12})/gu,
    () => '\n\n',
  ],
  ['web blank', /^/gu, () => '&nbsp;&nbsp;'],
  ['web quotes', /“[^“”]+”/gu, (found) => `&ldquo;${found.slice(1, -1)}&rdquo;`],
  ['sign nobody sees', /(?<=\p{Script=Han})(?=\p{Script=Han})/gu, () => '\u200b'],
  ['full-width figures', /\d+/gu, (found) => wide(found)],
  ['tags of a paragraph', /^.+$/gu, (found) => `<p>${found}</p>`],
];

function wide(figures: string): string {
  return figures.replace(/\d/gu, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));
}

/** Each damage at the first, a middle and the last place that it can be done in a paragraph. */
export function damagedTexts(): readonly DamagedText[] {
  return STORIES.flatMap((story) => {
    const { opening } = usual(story);
    const paragraphs = story.paragraphs.map((text, index) => (index === 0 ? opening + text : text));
    return paragraphs.flatMap((clean) => DAMAGES.flatMap((damage) => damagesOf(clean, damage)));
  });
}

function damagesOf(clean: string, [kind, places, damage]: Damage): readonly DamagedText[] {
  const found = [...clean.matchAll(places)];
  const wanted = new Set([0, Math.floor(found.length / 2), found.length - 1]);
  return [...wanted].flatMap((place) => {
    const match = found[place];
    if (match === undefined) return [];
    const { index, 0: words } = match;
    const head = clean.slice(0, index);
    return [{ kind, clean, damaged: head + damage(words) + clean.slice(index + words.length) }];
  });
}

/** Sentences in which nothing is to be repaired, though they have marks and blanks to trip over. */
export const SOUND_TEXTS: readonly string[] = [
  '会议于上午8:30开始，比分3:2，占地3,000亩，增长12.5%。',
  '本报讯（通讯员 郭响玲 周海康）6月11日，船形山社区举行活动。',
  '热线0731-55556789全天开通，网址为https://example.org/park?id=3。',
  '企业引进 Windows 11 和 ERP 系统，运行平稳。',
  '“一企一策”“一事一议”写进了《园区服务指南》。',
  '他说：“园区常说‘马上就办’，这话不假。”',
  '1. 招商引资；2. 项目建设；3. 安全生产。',
  '园区·新时代·新速度——湘潭高新区巡礼之一……明天再续。',
  '气温在-3℃至5℃之间，A、B两区同时施工。',
  '品牌 Wendy’s 的门店开进了园区。',
  '2021年6月18日，第6期接待日共解决问题6个（含上期2个）。',
];
