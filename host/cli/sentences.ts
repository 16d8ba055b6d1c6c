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
  'one-issue': [
    '用法：banxin {command} 本期文件夹 ……（只给一个文件夹）。',
    'usage: banxin {command} ISSUE … (one issue folder).',
  ],
  'out-missing': ['缺少 --out FILE.pdf。', '--out FILE.pdf is missing.'],
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
  'page-beyond-trim': [
    '{page} 版比印厂规范的成品尺寸 {widthMm}×{heightMm} 毫米大。',
    'page {page} is larger than the trim of the press profile, {widthMm}×{heightMm} mm.',
  ],
  'picture-file-missing': [
    '{page} 版的图片文件 {asset} 不在本期文件夹里。',
    'the picture file {asset} of page {page} is not in the issue folder.',
  ],
  'picture-damaged': [
    '{page} 版的图片 {asset} 已损坏：{reason}',
    'the picture {asset} of page {page} is damaged: {reason}',
  ],
  'picture-too-large': [
    '{page} 版的图片 {asset} 太大：{reason}',
    'the picture {asset} of page {page} is too large: {reason}',
  ],
  'picture-format': [
    '{page} 版的图片 {asset} 的格式不能用：{reason}',
    'the picture {asset} of page {page} has a format we cannot use: {reason}',
  ],
  'face-not-embeddable': [
    '字体“{face}”的授权不许嵌入。',
    'the licence of the face "{face}" forbids embedding.',
  ],
  'press-profile-missing': [
    '找不到印厂规范“{profile}”。',
    'there is no press profile "{profile}".',
  ],
  'press-profile-damaged': [
    '印厂规范“{profile}”有误：{field}',
    'the press profile "{profile}" is wrong: {field}',
  ],
  'press-profile-ink': [
    '印厂规范“{profile}”限墨 {limit}%，而它的特性文件可到 {most}%。',
    'the press profile "{profile}" allows {limit} % ink, its .icc file goes up to {most} %.',
  ],
  'icc-missing': ['找不到特性文件“{icc}”。', 'there is no .icc file "{icc}".'],
  'icc-unfit': [
    '特性文件“{icc}”不能用：{reason}',
    'the .icc file "{icc}" cannot be used: {reason}',
  ],
  'control-strip-damaged': ['测控条“{strip}”有误。', 'the control strip "{strip}" is wrong.'],
  'output-folder-missing': ['没有“{path}”所在的文件夹。', 'there is no folder for "{path}".'],
  'output-not-allowed': ['没有权限写“{path}”。', 'no permission to write "{path}".'],
  'output-disk-full': [
    '磁盘已满，“{path}”没有写成，原文件未动。',
    'the disk is full; "{path}" was not written and the old file is as it was.',
  ],
  'output-failed': ['“{path}”没有写成：{reason}', '"{path}" was not written: {reason}'],
  'no-such-page': [
    '本期没有“{page}”版；有：{pages}。',
    'the issue has no page "{page}"; it has: {pages}.',
  ],
  'missing folder': ['找不到“{path}”。', 'there is no "{path}".'],
  'no issue in folder': ['“{path}”里没有 issue.json。', 'there is no issue.json in "{path}".'],
  'damaged json': [
    '“{path}”第 {line} 行第 {column} 列起不是完好的 JSON。',
    '"{path}" is damaged from line {line}, column {column}.',
  ],
  malformed: ['“{path}”的内容不合格式：{problems}。', '"{path}" is malformed: {problems}.'],
  'unknown version': [
    '“{path}”的格式版本是 {found}，本程序只认到 {newest}。',
    '"{path}" has format version {found}; this release reads up to {newest}.',
  ],
  'disk full': ['磁盘已满：“{path}”没有写成。', 'the disk is full: "{path}" was not written.'],
  'not allowed': ['没有权限：“{path}”。', 'no permission: "{path}".'],
  'open elsewhere': ['本期正由别的程序打开。', 'another program has the issue open.'],
  system: ['“{path}”出错：{detail}', 'trouble with "{path}": {detail}'],
  'missing template': ['没有版面模板“{template}”。', 'there is no page template "{template}".'],
  'missing asset': ['找不到图片文件 {asset}。', 'the picture file {asset} is missing.'],
  'damaged asset': ['图片文件 {asset} 已损坏。', 'the picture file {asset} is damaged.'],
  'log tail lost': [
    '日志末尾 {lostBytes} 字节已损坏，按之前的内容打开。',
    'the last {lostBytes} bytes of the log are lost; opened as it was before.',
  ],
  'log unreadable': [
    '日志无法读取，按 issue.json 打开。',
    'the log cannot be read; opened from issue.json.',
  ],
  'json changed outside': [
    'issue.json 被别的程序改过；以日志为准。',
    'issue.json was changed by another program; the log counts.',
  ],
  'article-unplaced': [
    '模板没有给稿件“{article}”留位置。',
    'the template has no place for the article "{article}".',
  ],
  'story-overset': [
    '正文溢出 {lines} 行、{characters} 字。',
    'the story is overset by {lines} lines, {characters} characters.',
  ],
  'story-underset': [
    '正文缺 {lines} 行、约 {characters} 字。',
    'the story is short by {lines} lines, some {characters} characters.',
  ],
  'line-break-forced': [
    '这里只能违例断行。',
    'no rule permits this line break; nothing else fits.',
  ],
  'glyph-missing': ['“{text}”哪个字体都没有。', 'no face has "{text}".'],
  'glyph-from-fallback': [
    '{wanted} 没有“{text}”，改用 {taken}。',
    '{wanted} lacks "{text}"; taken from {taken}.',
  ],
  'column-foot-empty': ['栏底空 {lines} 行。', '{lines} empty lines at a column foot.'],
  'widow-line': [
    '段末一行单独落在栏首。',
    'the last line of a paragraph stands alone at a column top.',
  ],
  'orphan-line': [
    '段首一行单独落在栏底。',
    'the first line of a paragraph stands alone at a column foot.',
  ],
  'style-unknown': [
    '模板“{template}”里没有“{name}”，已照无样式排出。',
    'the template "{template}" has no "{name}"; set without it.',
  ],
  'heading-at-column-foot': ['标题落在栏底。', 'a heading stands at a column foot.'],
  'headline-overset': ['标题超出 {excessPt} 点。', 'the headline is {excessPt} pt too long.'],
  'headline-too-wide': ['标题宽出 {excessPt} 点。', 'the headline is {excessPt} pt too wide.'],
  'headline-cuts-word': ['标题断行断开了词。', 'the headline breaks inside a word.'],
  'caption-overset': ['图说溢出 {lines} 行。', 'the caption is overset by {lines} lines.'],
  'picture-missing': ['图片还没有放。', 'the picture is not placed yet.'],
  'ad-slot-empty': ['广告位还空着。', 'the ad slot is empty.'],
  'ad-contract-ended': [
    '“{name}”的广告合同已于 {expires} 到期。',
    'the contract of "{name}" ended on {expires}.',
  ],
  'headline-empty': ['标题还没有写。', 'the headline is not written yet.'],
  'ad-cell-too-full': ['广告位高出 {heightPt} 点。', 'the ad is {heightPt} pt too high.'],
  'ad-line-too-wide': ['广告有一行太宽。', 'a line of the ad is too wide.'],
  'block-outside-type-area': ['版块伸出版心。', 'the block leaves the type area.'],
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
