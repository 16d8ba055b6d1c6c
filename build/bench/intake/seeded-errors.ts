import type { ProofTextKind } from '#engine/proofreading/proof-text.ts';
import { PLANTED_SENTENCES } from './planted-sentences.ts';

/**
 * An error planted in clean text. `[wrong=>right]` in the words stands for what is wrong and what
 * should stand there; the second half may be empty, and so may the first, where something lacks.
 */
export interface SeededError {
  readonly rule: string;
  readonly kind: ProofTextKind;
  readonly words: string;
  /** Other texts of the same article that the rule needs. */
  readonly beside: readonly { readonly kind: ProofTextKind; readonly words: string }[];
}

/** Errors that show only beside other texts. */
const BESIDE: readonly SeededError[] = [
  ...['22', '126', '8.6', '2000'].map((figure) => ({
    rule: 'headline-figure',
    kind: 'headline' as const,
    words: `[${figure}=>318]家企业落户园区`,
    beside: [{ kind: 'paragraph' as const, words: '截至5月底，园区共引进企业318家。' }],
  })),
  ...['雨湖高新区', '韶山高新区', '湘乡经开区'].map((park) => ({
    rule: 'headline-name',
    kind: 'headline' as const,
    words: `[${park}=>湘潭经开区]优化营商环境`,
    beside: [{ kind: 'paragraph' as const, words: '湘潭经开区出台措施，帮助企业解决困难。' }],
  })),
  ...['天易中学', '九华街道', '韶山高新区'].map((name) => ({
    rule: 'caption-name',
    kind: 'caption' as const,
    words: `图为[${name}=>湘潭经开区]举行活动。`,
    beside: [{ kind: 'paragraph' as const, words: '6月15日，湘潭经开区举行开放日活动。' }],
  })),
  ...[
    ['湘谭高新区', '湘潭高新区'],
    ['照山示范区', '昭山示范区'],
    ['韵山高新区', '韶山高新区'],
    ['雨胡高新区', '雨湖高新区'],
    ['九桦街道', '九华街道'],
    ['天宜中学', '天易中学'],
  ].map(([wrong = '', right = '']) => ({
    rule: 'name-spelling',
    kind: 'paragraph' as const,
    words: `活动在[${wrong}=>${right}]举行。`,
    beside: [{ kind: 'paragraph' as const, words: `${right}召开会议。会后，${right}组织了学习。` }],
  })),
  ...[
    ['刘雷', '刘磊'],
    ['王默', '王墨'],
    ['何薇', '何蔚'],
    ['张彬', '张斌'],
    ['马鸿燕', '马鸿雁'],
    ['李灿辉', '李灿晖'],
    ['郭响铃', '郭响玲'],
  ].map(([wrong = '', right = '']) => ({
    rule: 'name-spelling',
    kind: 'paragraph' as const,
    words: `“我们很满意。”经理[${wrong}=>${right}]说。`,
    beside: [
      {
        kind: 'paragraph' as const,
        words: `招聘经理${right}表示，经理${right}在现场接待了求职者。`,
      },
    ],
  })),
  ...['华菱线缆', '金杯电工'].map((short) => ({
    rule: 'short-before-full',
    kind: 'paragraph' as const,
    words: `[湖南${short}=>湖南${short}股份有限公司]的车间一片繁忙。`,
    beside: [{ kind: 'paragraph' as const, words: `这家企业的全称为湖南${short}股份有限公司。` }],
  })),
  ...[
    '园区主要领导召集相关部门集中协调解决企业发展中遇到的困难和问题。',
    '确保各项工作准备到位、督促到位、配合到位、落实到位，为师生出行提供便利。',
    '将社区治理与高等教育有机结合，探索基层治理新模式。',
  ].map((sentence) => ({
    rule: 'repeated-sentence',
    kind: 'paragraph' as const,
    words: `会议要求，[${sentence}=>按计划推进。]`,
    beside: [{ kind: 'paragraph' as const, words: `今年以来，${sentence}` }],
  })),
  ...[
    ['园区召开会议部署安全工作[。=>]', 'headline-end-mark'],
    ['湘潭经开区优化环境[，=>]', 'headline-end-mark'],
  ].map(([words = '', rule = '']) => ({ rule, kind: 'headline' as const, words, beside: [] })),
  ...['，', '。', '、'].map((mark) => ({
    rule: 'mark-at-start',
    kind: 'paragraph' as const,
    words: `[${mark}=>]园区环境整洁，秩序良好，企业满意。`,
    beside: [],
  })),
];

/** What is planted into the running text: a stretch of it, and what is put in its place. */
interface Planting {
  readonly rule: string;
  readonly found: RegExp;
  readonly wrong: string;
}

const PLANTINGS: readonly Planting[] = [
  { rule: 'half-width-mark', found: /(?<=\p{Script=Han})，(?=\p{Script=Han})/u, wrong: ',' },
  { rule: 'doubled-mark', found: /(?<=\p{Script=Han})，(?=\p{Script=Han})/u, wrong: '，，' },
  { rule: 'unpaired-mark', found: /”/u, wrong: '' },
  { rule: 'doubled-mark', found: /、(?=\p{Script=Han})/u, wrong: '、，' },
];

/**
 * All seeded errors: the sentences, each behind a clean paragraph; those beside other texts; and
 * errors planted in the clean paragraphs themselves, among them every wrong word of the shipped
 * list whose right word stands there. Nothing is left to chance: the same list each time.
 */
export function seededErrors(
  paragraphs: readonly string[],
  confusions: Readonly<Record<string, string>>,
): readonly SeededError[] {
  const hosts = paragraphs.filter((words) => !words.includes('本报讯') && /。$/u.test(words));
  let next = 0;
  const hosted = ([rule, sentences]: readonly [string, readonly string[]]) =>
    sentences.map((sentence): SeededError => {
      next += 1;
      const host = hosts[next % hosts.length] ?? '';
      return { rule, kind: 'paragraph', words: host + sentence, beside: [] };
    });
  return [
    ...Object.entries(PLANTED_SENTENCES).flatMap(hosted),
    ...BESIDE,
    ...hosts.flatMap((words) => PLANTINGS.flatMap((planting) => planted(words, planting))),
    ...Object.entries(confusions).flatMap(([wrong, right]) => {
      const host = hosts.find((words) => words.includes(right));
      const found = new RegExp(right, 'u');
      return host === undefined ? [] : planted(host, { rule: 'confused-word', found, wrong });
    }),
  ];
}

function planted(words: string, { rule, found, wrong }: Planting): readonly SeededError[] {
  const place = found.exec(words);
  if (place === null) return [];
  const end = place.index + place[0].length;
  const marked = `${words.slice(0, place.index)}[${wrong}=>${place[0]}]${words.slice(end)}`;
  return [{ rule, kind: 'paragraph', words: marked, beside: [] }];
}

/** The words with the error, where it stands, and the words without it. */
export function readSeed(words: string): {
  readonly wrong: string;
  readonly clean: string;
  readonly start: number;
  readonly end: number;
} {
  const found = /\[([^=\]]*)=>([^\]]*)\]/u.exec(words);
  if (found === null) return { wrong: words, clean: words, start: 0, end: 0 };
  const [marked, wrong = '', right = ''] = found;
  const before = words.slice(0, found.index);
  const after = words.slice(found.index + marked.length);
  return {
    wrong: before + wrong + after,
    clean: before + right + after,
    start: found.index,
    end: found.index + wrong.length,
  };
}
