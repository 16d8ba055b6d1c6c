import type { CheckedPage } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';

/** Who answers for the page; each may be written in more than one way. */
const ROLES = [
  { role: '责任编辑', written: /责任编辑|责编|本版编辑/u },
  { role: '校对', written: /校对/u },
];

/** An imprint that is there has to name them; a page may leave the whole line to another one. */
export function checkImprintRoles({ page }: CheckedPage): readonly Finding[] {
  return page.blocks.flatMap((block): readonly Finding[] => {
    if (block.kind !== 'imprint') return [];
    const missing = ROLES.filter(({ written }) => !written.test(block.text));
    if (missing.length === 0) return [];
    const values = { role: missing.map(({ role }) => role).join('、') };
    const where = { block: block.id };
    return [{ code: 'imprint-without-role', severity: 'informs', where, values }];
  });
}
