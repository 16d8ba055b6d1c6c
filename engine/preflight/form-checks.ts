import type { Issue, Page } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';

/**
 * What the form of a newspaper page asks for (报纸出版形式规范): page number and date in the folio
 * line of every page, numbers without a double, editor and proof-reader named. Page one has its
 * nameplate instead of a folio line.
 */
export function checkForm(issue: Issue, page: Page): readonly Finding[] {
  return [...checkFolio(page), ...checkNumber(issue, page), ...checkImprint(page)];
}

function onPage(code: string, severity: Finding['severity'], values: Finding['values']): Finding {
  return { code, severity, where: {}, values };
}

const FIRST_PAGE = /^A?0*1$/u;

function checkFolio({ blocks, number }: Page): readonly Finding[] {
  const isThere = blocks.some(({ kind }) => kind === 'folioLine');
  if (isThere || FIRST_PAGE.test(number)) return [];
  return [onPage('folio-line-missing', 'warns', { page: number })];
}

function checkNumber({ pages }: Issue, { id, number }: Page): readonly Finding[] {
  if (number.trim() === '') return [onPage('page-number-missing', 'warns', {})];
  const isTwice = pages.some((other) => other.id !== id && other.number === number);
  return isTwice ? [onPage('page-number-twice', 'warns', { page: number })] : [];
}

/** Who answers for the page; each may be written in more than one way. */
const ROLES = [
  { role: '责任编辑', written: /责任编辑|责编|本版编辑/u },
  { role: '校对', written: /校对/u },
];

/** An imprint that is there has to name them; a page may leave the whole line to another one. */
function checkImprint({ blocks }: Page): readonly Finding[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'imprint') return [];
    return ROLES.filter(({ written }) => !written.test(block.text)).map(({ role }): Finding => {
      const where = { block: block.id };
      return { code: 'imprint-without-role', severity: 'informs', where, values: { role } };
    });
  });
}
