import type { ProofMark, ProofSeverity } from '#engine/proofreading/proof-mark.ts';
import rules from '#templates/proofreading/rules.json' with { type: 'json' };
import { catalogue } from './catalogue.ts';

const RULES = new Map(rules.map((rule) => [rule.id, rule]));

/** Words of proofreading: panel, score, and what the rules say. */
export const proofStrings = catalogue({
  zhCn: {
    ruleName: (id: string): string => RULES.get(id)?.name[0] ?? id,
    reason: (mark: ProofMark): string => reasonOf(mark, 0),
    source: (id: string): string => standardOf(id),
    severity: (severity: ProofSeverity): string =>
      ({ wrong: '差错', doubtful: '存疑', hint: '提示' })[severity],
    count: (word: string, count: number) => `${word} ${count}`,
    group: (word: string, count: number) => `${word}　${count} 处`,
    rate: (rate: string) => `差错率 ${rate}/万`,
    scoreOf: (errors: string, characters: number) =>
      `计 ${errors} 个差错，按版面折合 ${characters} 字`,
    passes: '合格：不超过万分之三',
    fails: '不合格：超过万分之三',
    reading: '正在校对……',
    nothing: '没有发现问题。',
    nothingHint: '字词、标点、数字、日期、名称和电话都查过了。',
    ofPartners: (count: number) => `合作园区的热线、广告标记另有 ${count} 处，在“问题”里改 ›`,
    next: '下一处',
    previous: '上一处',
    mend: (fix: string) => (fix === '' ? '删去' : `改为“${fix}”`),
    dismiss: '忽略…',
    answer: {
      reasonLabel: '理由',
      byLabel: '经手人',
      needsBoth: '写明理由和经手人，才能忽略。',
      send: '忽略',
      cancel: '取消',
    },
    otherPlace: '另一处',
    list: '校对问题',
    dismissed: (count: number) => `已忽略　${count} 处`,
    dismissedBy: (by: string, at: string, reason: string) => `${by}　${at}　${reason}`,
    restore: '恢复',
    lists: '本社词表',
    listNames: { words: '错词表', titles: '称谓表' },
    listHints: {
      words: '每行：错词，正词，说明',
      titles: '每行：姓名，职务，起始日，截止日',
    },
    load: '载入…',
    unload: '撤下',
    loaded: (entries: number) => `${entries} 条`,
    notLoaded: '未载入',
    listProblem: (line: number, why: string) => `第 ${line} 行没有读入：${why}`,
    listTooLong: '文件超过 1 MB，没有载入。',
    listProblems: {
      'one field': '只有一栏，栏与栏之间用逗号或制表符隔开',
      'same word': '错词与正词相同',
      'empty field': '有一栏是空的',
      'not a date': '日期应写成 2021-06-18',
      'dates reversed': '起始日晚于截止日',
    },
    steps: {
      mend: (words: string) => `改正“${words}”`,
      dismiss: (words: string) => `忽略“${words}”`,
      restore: (words: string) => `恢复“${words}”`,
    },
  },
  en: {
    ruleName: (id: string): string => RULES.get(id)?.name[1] ?? id,
    reason: (mark: ProofMark): string => reasonOf(mark, 1),
    source: (id: string): string => standardOf(id),
    severity: (severity: ProofSeverity): string =>
      ({ wrong: 'Errors', doubtful: 'Doubtful', hint: 'Hints' })[severity],
    count: (word: string, count: number) => `${word} ${count}`,
    group: (word: string, count: number) => `${word}  ${count}`,
    rate: (rate: string) => `${rate} errors in 10,000`,
    scoreOf: (errors: string, characters: number) =>
      `${errors} errors in ${characters} characters by area`,
    passes: 'Passes: at most three in ten thousand',
    fails: 'Fails: more than three in ten thousand',
    reading: 'Proofreading…',
    nothing: 'Nothing found.',
    nothingHint: 'Words, marks, figures, dates, names and phones have been checked.',
    ofPartners: (count: number) => `${count} more on partners, among the findings ›`,
    next: 'Next',
    previous: 'Previous',
    mend: (fix: string) => (fix === '' ? 'Take out' : `Make it “${fix}”`),
    dismiss: 'Let stand…',
    answer: {
      reasonLabel: 'Reason',
      byLabel: 'Name',
      needsBoth: 'Give a reason and a name to let it stand.',
      send: 'Let stand',
      cancel: 'Cancel',
    },
    otherPlace: 'Other place',
    list: 'Proofreading',
    dismissed: (count: number) => `Let stand  ${count}`,
    dismissedBy: (by: string, at: string, reason: string) => `${by}, ${at}: ${reason}`,
    restore: 'Restore',
    lists: "Newsroom's lists",
    listNames: { words: 'Words', titles: 'Titles' },
    listHints: {
      words: 'A line: wrong word, right word, note',
      titles: 'A line: name, title, first day, last day',
    },
    load: 'Load…',
    unload: 'Take off',
    loaded: (entries: number) => `${entries} entries`,
    notLoaded: 'Not loaded',
    listProblem: (line: number, why: string) => `Line ${line} was passed over: ${why}`,
    listTooLong: 'The file is larger than 1 MB; it was not loaded.',
    listProblems: {
      'one field': 'only one field; fields are parted by commas or tabs',
      'same word': 'wrong and right word are the same',
      'empty field': 'a field is empty',
      'not a date': 'a date is written 2021-06-18',
      'dates reversed': 'the first day is after the last',
    },
    steps: {
      mend: (words: string) => `correcting “${words}”`,
      dismiss: (words: string) => `letting “${words}” stand`,
      restore: (words: string) => `restoring “${words}”`,
    },
  },
});

function reasonOf({ rule, values }: ProofMark, language: 0 | 1): string {
  const pattern = RULES.get(rule)?.reason[language] ?? rule;
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')).trim();
}

/** The clause of the standard a rule goes by; empty for rules and lists of the house. */
function standardOf(id: string): string {
  const source = RULES.get(id)?.source ?? 'house';
  return source === 'house' || source === 'list' ? '' : source;
}
