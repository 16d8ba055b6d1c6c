import type { FindingLimit, RepairPlace } from '#engine/preflight/finding-rules.ts';
import { catalogue } from './catalogue.ts';

const REPAIRS_ZH: Readonly<Record<RepairPlace, string>> = {
  words: '去“小样”改字',
  headline: '去“标题”面板',
  fit: '去“凑版”面板',
  picture: '去“图片”面板',
  partners: '去“合作园区”面板',
  ads: '去“广告”面板',
  fillers: '去“补白”面板',
  block: '去“属性”面板',
  page: '去看这一版',
  profile: '去“出片”换印厂规范',
};

const REPAIRS_EN: Readonly<Record<RepairPlace, string>> = {
  words: 'To the galley',
  headline: 'To the headline panel',
  fit: 'To the fit panel',
  picture: 'To the picture panel',
  partners: 'To the partners panel',
  ads: 'To the ads panel',
  fillers: 'To the fillers panel',
  block: 'To the properties',
  page: 'To the page',
  profile: 'To the press profile',
};

const BOUND_ZH: Readonly<Record<FindingLimit['is'], string>> = { least: '至少', most: '至多' };

const UNITS_ZH: Readonly<Record<FindingLimit['unit'], string>> = {
  pt: ' 点',
  percent: '%',
  characters: ' 字',
  lines: ' 行',
};

const UNITS_EN: Readonly<Record<FindingLimit['unit'], string>> = {
  pt: ' pt',
  percent: '%',
  characters: ' characters',
  lines: ' lines',
};

/** Names of the keys that do something to a finding. */
interface CardKeys {
  readonly mend: string;
  readonly repair: string;
  readonly waive: string;
}

/** Words of the panel of findings: mending one, and answering for one. */
export const preflightStrings = catalogue({
  zhCn: {
    group: (severity: string, count: number) => `${severity}　${count} 条`,
    source: (source: string) => `依据：${source}`,
    limit: (limit: FindingLimit) =>
      `限：${BOUND_ZH[limit.is]} ${limit.value}${UNITS_ZH[limit.unit]}`,
    way: (mend: string) => `改法：${mend}。`,
    keys: (keys: CardKeys) =>
      `↑↓ 选问题，回车看位置；${keys.mend} 改正，${keys.repair} 去修改处，${keys.waive} 放行。`,
    mendable: '可以改正',
    mend: '改正',
    repair: (place: RepairPlace) => REPAIRS_ZH[place],
    waive: '放行…',
    answer: {
      reasonLabel: '理由',
      byLabel: '放行人',
      needsBoth: '写明理由和姓名，才能放行；两样都会印在检查报告上。',
      send: '放行',
      cancel: '取消',
    },
    neverWaived: '这一条不能放行，只能改正。',
    waived: (count: number) => `已放行　${count} 条`,
    waivedBy: (by: string, at: string, reason: string) => `${by}　${at}　${reason}`,
    withdraw: '收回放行',
    steps: { waive: '放行一条问题', withdraw: '收回放行', mend: '改正一条问题' },
  },
  en: {
    group: (severity: string, count: number) => `${severity}: ${count}`,
    source: (source: string) => `Source: ${source}`,
    limit: (limit: FindingLimit) => `Limit: at ${limit.is} ${limit.value}${UNITS_EN[limit.unit]}`,
    way: (mend: string) => `Mend: ${mend}.`,
    keys: (keys: CardKeys) =>
      `Enter shows it, ${keys.mend} mends, ${keys.repair} goes to repair, ${keys.waive} waives.`,
    mendable: 'Can be mended',
    mend: 'Mend',
    repair: (place: RepairPlace) => REPAIRS_EN[place],
    waive: 'Waive…',
    answer: {
      reasonLabel: 'Reason',
      byLabel: 'Name',
      needsBoth: 'Give a reason and a name to waive it; both are printed in the report.',
      send: 'Waive',
      cancel: 'Cancel',
    },
    neverWaived: 'This one cannot be waived; it has to be mended.',
    waived: (count: number) => `Waived: ${count}`,
    waivedBy: (by: string, at: string, reason: string) => `${by}, ${at}: ${reason}`,
    withdraw: 'Withdraw',
    steps: {
      waive: 'waiving a finding',
      withdraw: 'withdrawing a waiver',
      mend: 'mending a finding',
    },
  },
});
