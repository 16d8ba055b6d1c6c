import type { Issue } from '#engine/model/issue.ts';
import type { SignOffRole } from '#engine/model/issue-answers.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Mend } from './mend.ts';

/** The imprint with the date of the issue. */
export function rightDate(_issue: Issue, { values, where }: Finding): Mend | undefined {
  const { right = '', written = '' } = values;
  const { block } = where;
  if (block === undefined) return undefined;
  const change = { kind: 'imprint', block, from: String(written), to: String(right) } as const;
  return { code: 'mend-imprint-date', values: { written, right }, isSafe: true, change };
}

const SIGNS: Readonly<Record<string, SignOffRole>> = { 责任编辑: 'editor', 校对: 'proofreader' };

/** The imprint with the names of those who signed the page in the roles that it lacks. */
export function namedRole(issue: Issue, { values, where }: Finding): Mend | undefined {
  const { block, page } = where;
  const names = String(values.role)
    .split('、')
    .flatMap((role) => {
      const signed = Object.values(issue.signOffs).filter((one) => {
        return one.page === page && one.role === SIGNS[role];
      });
      const by = signed.at(-1)?.by.trim() ?? '';
      return by === '' ? [] : [`${role}：${by}`];
    });
  if (block === undefined || names.length === 0) return undefined;
  const words = names.join('　');
  const change = { kind: 'imprint', block, from: undefined, to: `　${words}` } as const;
  return { code: 'mend-imprint-role', values: { words }, isSafe: false, change };
}
