import type { Finding } from '#engine/units/finding.ts';

/** Reading an ad cannot go on; the finding says why. */
export class AdTrouble extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.code);
    this.finding = finding;
  }
}

/** What cannot be printed like this. */
export function refusal(code: string, values: Finding['values'] = {}): Finding {
  return { code, severity: 'blocks press', where: {}, values };
}

/** What is printed and should be looked at. */
export function caution(code: string, values: Finding['values'] = {}): Finding {
  return { code, severity: 'warns', where: {}, values };
}

/** What was done, and needs nobody. */
export function note(code: string, values: Finding['values'] = {}): Finding {
  return { code, severity: 'informs', where: {}, values };
}
