/** Every sentence of the screen, in the newsroom's language. */
export const zhCn = {
  product: '版心',
  opening: '正在打开本期……',
  composing: '正在排版……',
  issue: (paper: string, supplement: string, date: string) => `${paper}　${supplement}　${date}`,
  page: (number: string, name: string) => `${number}　${name}`,
  pages: '版面',
  zoom: '显示比例',
  zoomIn: '放大',
  zoomOut: '缩小',
  fitPage: '整版',
  actualSize: '实际大小',
  percent: (percent: number) => `${percent}%`,
  findings: (count: number) => (count === 0 ? '没有问题' : `${count} 条提示`),
} as const;

type Values = Readonly<Record<string, string | number>>;

/** Sentences for the failure codes of the host contract. */
const FAILURES: Readonly<Record<string, (values: Values) => string>> = {
  'door-closed': () => '与本机服务的连接断了，请重新打开窗口。',
  'our-bug': ({ call }) => `版心自身出错了（${call}），请把启动窗口里的文字交给技术人员。`,
  'bad-request': () => '界面与服务的版本不一致，请重新启动。',
  'no-such-page': ({ page }) => `本期没有第 ${Number(page) + 1} 个版面。`,
  'no-such-face': ({ face }) => `字库里没有字体“${face}”。`,
  'font-unknown': ({ face }) => `字库里没有模板要用的字体“${face}”。`,
  'font-unreadable': ({ face, file }) => `字体“${face}”的文件“${file}”读不了。`,
  'font-refused': ({ face }) => `字体“${face}”无法显示。`,
  'picture-refused': ({ asset }) => `图片文件 ${asset} 无法显示。`,
  'missing template': ({ template }) => `没有版面模板“${template}”。`,
  'missing folder': ({ path }) => `找不到“${path}”。`,
  'no issue in folder': ({ path }) => `“${path}”里没有一期报纸。`,
  'missing asset': ({ asset }) => `找不到图片文件 ${asset}。`,
  'damaged asset': ({ asset }) => `图片文件 ${asset} 已损坏。`,
  'damaged json': ({ path, line, column }) => `“${path}”第 ${line} 行第 ${column} 列有误。`,
  malformed: ({ path, problems }) => `“${path}”内容有误：${problems}`,
  'unknown version': ({ path, found }) => `“${path}”的格式版本是 ${found}，本机的版心读不了。`,
  'not allowed': ({ path }) => `没有权限读“${path}”。`,
  system: ({ path, detail }) => `读不了“${path}”：${detail}`,
};

/** What the newsroom reads when something could not be had. */
export function failureSentence(code: string, values: Values): string {
  const say = FAILURES[code];
  return say === undefined ? `出错了（${code}）。` : say(values);
}
