import type { Finding } from '#engine/units/finding.ts';

/**
 * One thing that is wrong with a finished page. `rule` is the rule's id in docs/press-rules.md,
 * which names its source.
 */
export function fault(rule: string, code: string, values: Finding['values'] = {}): Finding {
  return { code, severity: 'blocks press', where: {}, values: { rule, ...values } };
}

/** The same for what may be printed and should be looked at. */
export function doubt(rule: string, code: string, values: Finding['values'] = {}): Finding {
  return { code, severity: 'warns', where: {}, values: { rule, ...values } };
}
