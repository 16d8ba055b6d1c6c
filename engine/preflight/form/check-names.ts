import type { CheckedPage } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';

/** The names of paper and supplement, where a page prints them: 报眉 and 刊头. */
export function checkNames({ issue, page }: CheckedPage): readonly Finding[] {
  return page.blocks.flatMap(({ id, kind }) => {
    const lacking = [
      ...(kind === 'sectionFlag' && issue.supplement.trim() === '' ? ['刊名'] : []),
      ...(kind === 'sectionFlag' || kind === 'folioLine'
        ? issue.paper.trim() === ''
          ? ['报名']
          : []
        : []),
    ];
    return lacking.map((name): Finding => {
      return { code: 'name-missing', severity: 'warns', where: { block: id }, values: { name } };
    });
  });
}
