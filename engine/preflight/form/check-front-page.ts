import { type CheckedPage, told } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { isFrontPage } from './front-page.ts';

/** What 报纸出版形式规范 wants printed on page one, each as papers write it. */
const WANTED = [
  { item: '国内统一刊号', written: /CN\s?\d{2}[-—－]\d{4}/u },
  { item: '总期号', written: /第\s*\d+\s*期|总期号/u },
  { item: '今日版数', written: /\d+\s*版/u },
  { item: '主管主办单位', written: /主[管办]/u },
  { item: '出版单位', written: /出版/u },
  { item: '社址', written: /社址|地址/u },
  { item: '印刷单位', written: /印刷|承印|印\s*[：:]/u },
  { item: '定价', written: /定价|零售|售价|赠阅/u },
] as const;

/**
 * What page one has to say of the paper. The desk sets no nameplate of its own, so that all of it
 * stands in imprints. A supplement may number its pages from 1; its front has another name in its
 * flag, and need not say this again.
 */
export function checkFrontPage({ issue, page }: CheckedPage): readonly Finding[] {
  if (!isFrontPage(page.number)) return [];
  const hasFlag = page.blocks.some(({ kind }) => kind === 'sectionFlag');
  if (hasFlag && issue.supplement !== issue.paper) return [];
  const imprints = page.blocks.filter((block) => block.kind === 'imprint');
  const text = imprints.map((block) => block.text).join('\n');
  const missing = WANTED.filter(({ written }) => !written.test(text)).map(({ item }) => item);
  if (missing.length === 0) return [];
  const block = imprints[0]?.id;
  const finding = told('front-page-lacks', 'warns', { items: missing.join('、') });
  return [block === undefined ? finding : { ...finding, where: { block } }];
}
