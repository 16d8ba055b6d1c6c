import { filledPattern } from '#engine/units/filled-pattern.ts';
import { FINDING_SENTENCES } from '#host/press/finding-sentence.ts';
import type { Language } from './language.ts';

/** Figures and names that a sentence needs. */
export type SentenceValues = Readonly<Record<string, string | number>>;

/** What only the command line says: Chinese, English. `{name}` stands for a value. */
const OWN_SENTENCES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'unknown-command': [
    '没有“{command}”这个命令；“banxin help”列出全部命令。',
    'there is no command "{command}"; "banxin help" lists them all.',
  ],
  'unknown-option': ['没有 {option} 这个选项。', 'there is no option {option}.'],
  twice: ['选项 {option} 给了两次。', 'the option {option} was given twice.'],
  'no-value': ['选项 {option} 不带值。', 'the option {option} takes no value.'],
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
  'one-issue': [
    '用法：banxin {command} 本期文件夹 ……（只给一个文件夹）。',
    'usage: banxin {command} ISSUE … (one issue folder).',
  ],
  'out-missing': ['缺少 --out FILE.pdf。', '--out FILE.pdf is missing.'],
  'profile-usage': [
    '用法：banxin profile check 特性文件.icc，或 banxin profile list。',
    'usage: banxin profile check FILE.icc, or banxin profile list.',
  ],
  'profile-fit': [
    '{file}：{name}，可以用。图片最大墨量 {most}%，纸白 {paper}，单黑 {black}，图片最深处 {darkest}。',
    '{file}: {name} will do. Most ink {most} %, paper {paper}, black {black}, darkest {darkest}.',
  ],
  'profile-line': ['{id}　{name}　{path}', '{id}  {name}  {path}'],
  'profile-unknown': [
    '没有“{profile}”这个印刷标准；只有 x4 和 x1a。',
    'there is no standard "{profile}"; only x4 and x1a.',
  ],
  'ppi-wrong': ['--ppi 须为 10 到 {most} 的数。', '--ppi must be a number from 10 to {most}.'],
  'time-wrong': [
    '“{time}”不是带时区的时间，如 2021-06-18T22:30:00+08:00。',
    '"{time}" is no time with its offset, such as 2021-06-18T22:30:00+08:00.',
  ],
  'held-back': [
    '有 {count} 个不可付印的问题，没有出片（--anyway 照出）。',
    '{count} findings hold the page back; nothing was pressed (--anyway presses it).',
  ],
  pressing: ['正在出 {page} 版（{at}/{of}）……', 'pressing page {page} ({at} of {of}) …'],
  pressed: [
    '{page} 版已写入 {path}（{kilobytes} KB）',
    'page {page} is in {path} ({kilobytes} KB)',
  ],
  proofed: [
    '{page} 版样张已写入 {path}（{ppi} ppi）',
    'the proof of page {page} is in {path} ({ppi} ppi)',
  ],
  'waived-by': ['（{by}放行：{reason}）', ' (waived by {by}: {reason})'],
  'to-missing': [
    '缺少 --to：印厂的文件夹，或 sftp://用户@主机/文件夹。',
    '--to is missing: a folder of the print shop, or sftp://user@host/folder.',
  ],
  'sheet-unknown': ['--sheet 只能是 text、pdf 或 none。', '--sheet is text, pdf or none.'],
  'ready-unknown': [
    '--ready 只能是 page（每版一个）或 issue（整单一个）。',
    '--ready is page (one for each) or issue (one for the order).',
  ],
  delivered: ['已送达 {file}（sha256 {sha256}）', 'delivered {file} (sha256 {sha256})'],
  'delivery-unchanged': [
    '{page} 版没有变，印厂已有第 {version} 稿；--again 再送一次。',
    'page {page} has not changed; version {version} is there (--again sends it once more).',
  ],
  'delivery-in-line': [
    '{page} 版第 {version} 稿已在队列里，没有变，不重送。',
    'version {version} of page {page} is in line as it is.',
  ],
  'page-unsigned': [
    '{page} 版还没有签样，缺：{roles}。',
    'page {page} is not signed yet; missing: {roles}.',
  ],
  'page-changed-since-signed': [
    '{page} 版签样后又有改动，要重新签：{roles}。',
    'page {page} has changed since it was signed; missing: {roles}.',
  ],
  'held-unsigned': [
    '有 {count} 个版没有签样，没有送；请先在编辑台上签样，或用 --unsigned 写明理由破例送（记入回执）。',
    '{count} pages are not signed; nothing was sent: sign them at the desk, or use --unsigned.',
  ],
  'reason-missing': ['--unsigned 要写明理由。', '--unsigned needs a reason.'],
  'no-receipt': ['没有可出回执的传版。', 'there is no delivery to write a receipt of.'],
  'receipt-written': ['回执已写入 {path}', 'the receipt is in {path}'],
  'delivery-nothing': ['没有要送的版。', 'there is nothing to deliver.'],
  'delivery-stays': [
    '暂时送不到 {target}，已留在队列里，下次再送。',
    'the line to {target} is down; what was ordered stays in the queue.',
  ],
  'no-earlier-state': [
    '本期还没有送过印厂，没有可比较的旧稿。',
    'the issue has not been delivered yet; there is nothing to compare with.',
  ],
  'version-not-kept': [
    '这一稿没有存进“{folder}”，下次无法与它比较。',
    'this state was not kept in "{folder}"; nothing can be compared with it.',
  ],
  'inbox-usage': [
    '用法：banxin inbox serve，或 banxin inbox invite add 单位 | list | withdraw 编号。',
    'usage: banxin inbox serve, or banxin inbox invite add UNIT | list | withdraw ID.',
  ],
  'port-wrong': ['“{port}”不是端口（0 到 65535）。', '"{port}" is no port (0 to 65535).'],
  'door-open': ['投稿门已打开；按 Ctrl+C 关闭。', 'the door is open; Ctrl+C shuts it.'],
  'invitation-made': [
    '这是“{unit}”的邀请码，只显示这一次（编号 {id}）。',
    'this is the code for "{unit}"; it is shown this once (invitation {id}).',
  ],
  'invitation-ended': ['“{unit}”的邀请码已停用。', 'the code for "{unit}" is withdrawn.'],
  'proof-mark': ['样张', 'PROOF'],
  'proof-written': ['{page} 版样张已写入 {path}', 'the proof of page {page} is in {path}'],
  'paper-unknown': [
    '没有“{paper}”这种纸；只有 a3 和 a4。',
    'there is no paper "{paper}"; only a3 and a4.',
  ],
  'no-such-page': [
    '本期没有“{page}”版；有：{pages}。',
    'the issue has no page "{page}"; it has: {pages}.',
  ],
};

/** Sentences for findings and failures; the desk says the same ones. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  ...FINDING_SENTENCES,
  ...OWN_SENTENCES,
};

/** The sentence of a code; a code without one is named together with its values. */
export function sentence(language: Language, code: string, values: SentenceValues): string {
  const pair = SENTENCES[code];
  if (pair === undefined) return `${code} ${JSON.stringify(values)}`;
  const words = pair[language === 'zh' ? 0 : 1] ?? code;
  return filledPattern(words, values);
}
