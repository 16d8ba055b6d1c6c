import type { LoosePdf } from '#build/bench/press/loose-pdf.ts';

/** One way to spoil a good page, and the rule that has to catch it. */
export interface BadPage {
  /** What is wrong, in words. */
  readonly name: string;
  readonly rule: string;
  /** The standard that the good page was pressed to. */
  readonly standard: 'x4' | 'x1a';
  /** `warns` where the fault may be printed and is only to be looked at. */
  readonly severity: 'blocks press' | 'warns';
  readonly spoil: (pdf: LoosePdf) => void;
  /** Done to the bytes after the file was put together. */
  readonly spoilBytes: ((bytes: Buffer) => Buffer) | undefined;
}

/** A page spoilt in one of its objects. */
export function bad(name: string, rule: string, spoil: BadPage['spoil']): BadPage {
  return { name, rule, standard: 'x4', severity: 'blocks press', spoil, spoilBytes: undefined };
}

/** The same for a page to PDF/X-1a:2003. */
export function badX1a(name: string, rule: string, spoil: BadPage['spoil']): BadPage {
  return { ...bad(name, rule, spoil), standard: 'x1a' };
}

/** A page with something that is only to be looked at. */
export function doubtful(name: string, rule: string, spoil: BadPage['spoil']): BadPage {
  return { ...bad(name, rule, spoil), severity: 'warns' };
}

/** A file spoilt in its bytes. */
export function badBytes(
  name: string,
  rule: string,
  spoilBytes: (bytes: Buffer) => Buffer,
): BadPage {
  return { ...bad(name, rule, () => undefined), spoilBytes };
}
