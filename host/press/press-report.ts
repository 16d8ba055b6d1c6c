import { basename } from 'node:path';
import { RULES } from '#engine/read-back/rules.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { LoadedPressProfile } from './load-press-profile.ts';
import { isUnsound, type PageReading } from './read-page-back.ts';

/** What is told of a finished page beside it, for the print shop and for the files. */
export interface PressReport {
  readonly schemaVersion: 1;
  readonly page: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly profile: string;
  readonly standard: 'x4' | 'x1a';
  readonly inkLimitPercent: number;
  /** Left out when the file could not be read so far. */
  readonly ink?: PageReading['ink'];
  /** Every rule with its outcome; a file that cannot be read is judged by none. */
  readonly rules: readonly { readonly rule: string; readonly outcome: Outcome }[];
  readonly findings: readonly (Finding & { readonly sentence: string })[];
}

type Outcome = 'kept' | 'looked at' | 'broken' | 'not judged';

/** The report on a page that was read back; `say` makes the sentence of a finding. */
export function pressReport(
  reading: PageReading,
  { profile }: LoadedPressProfile,
  told: { readonly path: string; readonly say: (finding: Finding) => string },
): PressReport {
  const { bytes, digest, findings, ink, page, standard } = reading;
  return {
    schemaVersion: 1,
    page,
    file: basename(told.path),
    bytes,
    sha256: digest,
    profile: profile.id,
    standard,
    inkLimitPercent: profile.inkLimitPercent,
    ...(ink !== undefined && { ink }),
    rules: RULES.map((rule) => ({ rule, outcome: outcomeOf(rule, reading) })),
    findings: findings.map((finding) => ({ ...finding, sentence: told.say(finding) })),
  };
}

function outcomeOf(rule: string, reading: PageReading): Outcome {
  const own = reading.findings.filter(({ values }) => values.rule === rule);
  if (own.some(({ severity }) => severity === 'blocks press')) return 'broken';
  if (isUnsound(reading)) return 'not judged';
  return own.length > 0 ? 'looked at' : 'kept';
}

/** The name of the report beside a page: `A06.pdf` has `A06.report.json`. */
export function reportPath(path: string): string {
  return `${path.replace(/\.pdf$/iu, '')}.report.json`;
}
