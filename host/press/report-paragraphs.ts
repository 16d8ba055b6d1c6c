import type { WrittenParagraph } from '#engine/page-proof/written-sheets.ts';
import type { PressReport, ToldFinding } from './press-report.ts';

const VERDICTS: Readonly<Record<PressReport['verdict'], string>> = {
  good: '可以付印：没有阻断的问题。',
  waived: '可以付印：有放行的问题，放行人见下。',
  held: '不可付印：有阻断的问题。',
};

const SEVERITIES: Readonly<Record<ToldFinding['severity'], string>> = {
  'blocks press': '阻断',
  warns: '警告',
  informs: '提示',
};

/** The report (印前检查报告) in words, for people. */
export function reportParagraphs(report: PressReport): readonly WrittenParagraph[] {
  const { date, file, page, pageName, paper, supplement } = report;
  return [
    { rank: 'title', text: '印前检查报告' },
    { rank: 'head', text: `${paper}　${supplement}　${date}　${page}　${pageName}` },
    { rank: 'head', text: VERDICTS[report.verdict] },
    ...section('文件', [
      `文件名：${file}（${Math.ceil(report.bytes / 1024)} KB）`,
      `sha-256：${report.sha256}`,
      `印厂规范：${report.profileName}　${report.standard === 'x4' ? 'PDF/X-4' : 'PDF/X-1a:2003'}`,
      `软件：${report.producer}`,
      ...inkLines(report),
    ]),
    ...section(`问题（${report.findings.length} 条）`, report.findings.map(findingLine)),
    ...section(
      `放行（${report.waivers.length} 条）`,
      report.waivers.map((one, place) => {
        const { at, by, reason } = one;
        const moment = at.replace('T', ' ').slice(0, 16);
        return `${findingLine(one, place)}\n放行人：${by}　${moment}　理由：${reason}`;
      }),
    ),
    ...factSections(report),
    ...ruleSections(report),
  ];
}

function section(head: string, lines: readonly string[]): readonly WrittenParagraph[] {
  const told = lines.length > 0 ? lines : ['无。'];
  return [
    { rank: 'head', text: head },
    ...told.map((text): WrittenParagraph => ({ rank: 'body', text })),
  ];
}

function findingLine({ sentence, severity }: ToldFinding, place: number): string {
  return `${place + 1}　${SEVERITIES[severity]}　${sentence}`;
}

function inkLines({ ink, inkLimitPercent }: PressReport): readonly string[] {
  if (ink === undefined) return ['墨量：文件读不出来，没有量。'];
  const { heaviestPointPercent, heaviestSquarePercent, squareAt } = ink;
  const percent = (amount: number) => amount.toFixed(1);
  return [
    `墨量：15 毫米见方最重 ${percent(heaviestSquarePercent)}%（距左 ${squareAt.x}、距上 ${squareAt.y} 毫米），` +
      `单点最重 ${percent(heaviestPointPercent)}%；限 ${inkLimitPercent}%`,
  ];
}

function factSections({ facts }: PressReport): readonly WrittenParagraph[] {
  if (facts === undefined) return [];
  const { boxes, fonts, pictures } = facts;
  const boxLines = [
    { name: '介质框', box: boxes.media },
    { name: '出血框', box: boxes.bleed },
    { name: '成品框', box: boxes.trim },
  ].flatMap(({ box, name }) => {
    if (box === undefined) return [];
    const mm = (lengthPt: number) => ((lengthPt / 72) * 25.4).toFixed(1);
    return [`${name}：${mm(box.right - box.left)} × ${mm(box.top - box.bottom)} 毫米`];
  });
  return [
    ...section('页面框', boxLines),
    ...section(`字体（${fonts.length} 种）`, fonts.length > 0 ? [fonts.join('、')] : []),
    ...section(
      `图片（${pictures.length} 张）`,
      pictures.map((one, place) => {
        return `${place + 1}　${one.widthPx} × ${one.heightPx} 像素，有效分辨率 ${one.ppi} ppi`;
      }),
    ),
  ];
}

const OUTCOMES = [
  { outcome: 'broken', head: '不合的规则' },
  { outcome: 'looked at', head: '须看过的规则' },
  { outcome: 'kept', head: '查过且合格的规则' },
  { outcome: 'not judged', head: '没有查成的规则' },
] as const;

function ruleSections({ rules }: PressReport): readonly WrittenParagraph[] {
  return OUTCOMES.flatMap(({ outcome, head }) => {
    const own = rules.filter((one) => one.outcome === outcome).map(({ rule }) => rule);
    if (own.length === 0) return [];
    return section(`${head}（${own.length} 条）`, [own.join('、')]);
  });
}
