import type { Language } from './language.ts';

/** Figures and names that a sentence needs. */
export type SentenceValues = Readonly<Record<string, string | number>>;

/** Every sentence of the command line: Chinese, English. `{name}` stands for a value. */
const SENTENCES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'unknown-command': [
    '没有“{command}”这个命令；“banxin help”列出全部命令。',
    'there is no command "{command}"; "banxin help" lists them all.',
  ],
  'unknown-option': ['没有 {option} 这个选项。', 'there is no option {option}.'],
  twice: ['选项 {option} 给了两次。', 'the option {option} was given twice.'],
  'no-value': ['选项 {option} 不带值。', 'the option {option} takes no value.'],
  'value-missing': ['选项 {option} 缺少值。', 'the option {option} needs a value.'],
  'our-bug': ['程序自身出错：{reason}', 'a fault of our own: {reason}'],
  'probe-not-json': ['这一行不是 JSON 对象。', 'this line is not a JSON object.'],
  'probe-text': ['缺少字符串“text”。', 'the string "text" is missing.'],
  'probe-text-long': ['“text”最长 {most} 字。', '"text" has at most {most} characters.'],
  'probe-field': ['字段“{field}”的类型不对。', 'the field "{field}" has the wrong type.'],
  'probe-measure': [
    '“measure”须为大于 0、不超过 {most} 的数（单位 em）。',
    '"measure" must be a number above 0 and up to {most} (em).',
  ],
  'probe-indent': [
    '“indent”须为 0 到 {most} 的数（单位 em）。',
    '"indent" must be a number from 0 to {most} (em).',
  ],
  'probe-indent-wide': ['“indent”须小于“measure”。', '"indent" must be less than "measure".'],
  'font-unknown': ['字库里没有字体“{face}”。', 'there is no face "{face}" in the catalogue.'],
  'font-unreadable': [
    '字体“{face}”无法读取（{file}：{reason}）。',
    'the face "{face}" cannot be read ({file}: {reason}).',
  ],
};

/** The sentence of a code; a code without one is named together with its values. */
export function sentence(language: Language, code: string, values: SentenceValues): string {
  const pair = SENTENCES[code];
  if (pair === undefined) return `${code} ${JSON.stringify(values)}`;
  return pair[language === 'zh' ? 0 : 1].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );
}
