import type { WrittenPart } from '#engine/page-proof/written-sheets.ts';
import type { WrittenTable } from '#engine/page-proof/written-table.ts';
import type { FindingSpot } from './finding-place.ts';
import type { JudgedRule, PressReport, ToldFinding } from './press-report.ts';

const VERDICTS: Readonly<Record<PressReport['verdict'], string>> = {
  good: '可以付印',
  waived: '可以付印，有放行的问题',
  held: '不可付印',
};

const SEVERITIES: Readonly<Record<ToldFinding['severity'], string>> = {
  'blocks press': '阻断',
  warns: '警告',
  informs: '提示',
};

const NOTHING = '—';

/** The first sheets of the report (印前检查报告): the verdict, and what it comes of. */
export function reportParts(report: PressReport): readonly WrittenPart[] {
  const { date, page, pageName, paper, supplement } = report;
  return [
    { rank: 'title', text: '印前检查报告' },
    { rank: 'head', text: `${paper}　${supplement}　${date}　${page} 版　${pageName}` },
    {
      rank: 'verdict',
      text: VERDICTS[report.verdict],
      note: countWords(report),
      isGood: report.verdict !== 'held',
    },
    { rank: 'head', text: '文件' },
    fileTable(report),
    { rank: 'head', text: `问题（${report.findings.length} 条）` },
    ...findingParts(report.findings),
    ...waiverParts(report.waivers),
  ];
}

/** Its last sheets: every rule that the finished file was judged by. */
export function ruleParts({ rules }: PressReport): readonly WrittenPart[] {
  return [{ rank: 'head', text: `成品文件查过的规则（${rules.length} 条）` }, ruleTable(rules)];
}

function countWords({ findings, waivers }: PressReport): string {
  const counts = (['blocks press', 'warns', 'informs'] as const).map((severity) => {
    const count = findings.filter((one) => one.severity === severity).length;
    return `${SEVERITIES[severity]} ${count}`;
  });
  return [...counts, `放行 ${waivers.length}`].join('　');
}

function fileTable(report: PressReport): WrittenTable {
  const { bytes, facts, file, producer, profileName, sha256, standard } = report;
  const rows = [
    ['文件名', `${file}　${Math.ceil(bytes / 1024)} KB`],
    ['sha-256', sha256],
    ['印厂规范', `${profileName}　${standard === 'x4' ? 'PDF/X-4' : 'PDF/X-1a:2003'}`],
    ['墨量', inkWords(report)],
    ...(facts === undefined ? [] : factRows(facts)),
    ['软件', producer],
  ];
  return { rank: 'table', columns: [14, 86], head: [], rows };
}

function inkWords({ ink, inkLimitPercent }: PressReport): string {
  if (ink === undefined) return '文件读不出来，没有量。';
  const { heaviestPointPercent, heaviestSquarePercent, squareAt } = ink;
  const percent = (amount: number) => amount.toFixed(1);
  return (
    `15 毫米见方最重 ${percent(heaviestSquarePercent)}%（距左 ${squareAt.x}、距上 ${squareAt.y} 毫米），` +
    `单点最重 ${percent(heaviestPointPercent)}%；限 ${inkLimitPercent}%`
  );
}

function factRows({ boxes, fonts, pictures }: NonNullable<PressReport['facts']>) {
  const sizes = [
    { name: '纸张', box: boxes.media },
    { name: '出血', box: boxes.bleed },
    { name: '成品', box: boxes.trim },
  ].flatMap(({ box, name }) => {
    if (box === undefined) return [];
    const mm = (lengthPt: number) => ((lengthPt / 72) * 25.4).toFixed(1);
    return [`${name} ${mm(box.right - box.left)}×${mm(box.top - box.bottom)}`];
  });
  const pixels = pictures.map(({ heightPx, ppi, widthPx }) => {
    return `${widthPx}×${heightPx} 像素，${ppi} ppi`;
  });
  return [
    ['尺寸（毫米）', sizes.join('　')],
    [`字体 ${fonts.length} 种`, fonts.map((name) => name.replace(/^[A-Z]{6}\+/u, '')).join('　')],
    [`图片 ${pictures.length} 张`, pixels.join('；') || NOTHING],
  ];
}

function findingParts(findings: readonly ToldFinding[]): readonly WrittenPart[] {
  if (findings.length === 0) return [{ rank: 'body', text: '没有发现问题。' }];
  const rows = findings.map((finding, place) => [
    String(place + 1),
    SEVERITIES[finding.severity],
    finding.sentence,
    spotWords(finding.spot),
    finding.measured || NOTHING,
    finding.limit || NOTHING,
    finding.source || NOTHING,
  ]);
  const head = ['号', '轻重', '问题', '位置', '实测', '限值', '依据'];
  return [{ rank: 'table', columns: [5, 8, 31, 22, 10, 11, 17], head, rows }];
}

function waiverParts(waivers: PressReport['waivers']): readonly WrittenPart[] {
  if (waivers.length === 0) return [];
  const rows = waivers.map((one, place) => [
    String(place + 1),
    one.sentence,
    spotWords(one.spot),
    [one.measured, one.limit].filter((words) => words !== '').join('，限 ') || NOTHING,
    one.source || NOTHING,
    one.by,
    one.at.replace('T', ' ').slice(0, 16),
    one.reason,
  ]);
  const head = ['号', '放行的问题', '位置', '实测', '依据', '放行人', '时间', '理由'];
  return [
    { rank: 'head', text: `放行（${waivers.length} 条）` },
    { rank: 'table', columns: [5, 24, 18, 12, 12, 10, 11, 16], head, rows },
  ];
}

/** A06 版　稿件“学史力行”　距左 21、距上 45 毫米. */
function spotWords({ block, page, xMm, yMm }: FindingSpot): string {
  const at = xMm === undefined ? '' : `距左 ${xMm}、距上 ${yMm} 毫米`;
  return [`${page} 版`, block, at].filter((words) => words !== '').join('，');
}

const OUTCOMES: Readonly<Record<JudgedRule['outcome'], string>> = {
  broken: '不合',
  'looked at': '须看',
  kept: '合格',
  'not judged': '没查成',
};

/** What is broken stands first. */
function ruleTable(rules: readonly JudgedRule[]): WrittenTable {
  const order = Object.keys(OUTCOMES);
  const sorted = rules.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  return {
    rank: 'table',
    columns: [19, 31, 18, 25, 7],
    head: ['规则', '要求', '限值', '依据', '结果'],
    rows: sorted.map(({ asks, limit, outcome, rule, source }) => {
      return [rule, asks, limit || NOTHING, source, OUTCOMES[outcome]];
    }),
  };
}
