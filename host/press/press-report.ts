import { basename } from 'node:path';
import type { Issue, Page } from '#engine/model/issue.ts';
import type { Waiver } from '#engine/model/issue-answers.ts';
import { findingRule } from '#engine/preflight/finding-rules.ts';
import { sortFindings } from '#engine/preflight/waivers.ts';
import type { PageFacts } from '#engine/read-back/page-facts.ts';
import { RULES } from '#engine/read-back/rules.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { LoadedPressProfile } from './load-press-profile.ts';
import { isUnsound, type PageReading } from './read-page-back.ts';

/** What is told of a finished page beside it, for the print shop and for the files. */
export interface PressReport {
  readonly schemaVersion: 2;
  readonly paper: string;
  readonly supplement: string;
  readonly date: string;
  readonly page: string;
  readonly pageName: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Name and version of the program. */
  readonly producer: string;
  readonly profile: string;
  readonly profileName: string;
  readonly standard: 'x4' | 'x1a';
  readonly inkLimitPercent: number;
  /** Nothing stands against printing, something is answered for, or something holds the page. */
  readonly verdict: 'good' | 'waived' | 'held';
  /** Left out when the file could not be read so far. */
  readonly ink?: PageReading['ink'];
  readonly facts?: PageFacts;
  /** Every rule with its outcome; a file that cannot be read is judged by none. */
  readonly rules: readonly { readonly rule: string; readonly outcome: Outcome }[];
  readonly findings: readonly ToldFinding[];
  readonly waivers: readonly WaivedInReport[];
}

/** A finding with its sentence, and who asks for it. */
export interface ToldFinding extends Finding {
  readonly sentence: string;
  readonly source?: string;
}

/** A finding that somebody answers for. */
export interface WaivedInReport extends ToldFinding, Pick<Waiver, 'by' | 'at' | 'reason'> {}

type Outcome = 'kept' | 'looked at' | 'broken' | 'not judged';

/** What a report is made from besides the reading. */
export interface ReportedPage {
  readonly issue: Issue;
  readonly page: Page;
  /** What was found while the page was composed. */
  readonly findings: readonly Finding[];
  readonly path: string;
  readonly producer: string;
  readonly say: (finding: Finding) => string;
}

/** The report on a page that was read back; `say` makes the sentence of a finding. */
export function pressReport(
  reading: PageReading,
  { profile }: LoadedPressProfile,
  told: ReportedPage,
): PressReport {
  const { bytes, digest, facts, ink, standard } = reading;
  const { issue, page, say } = told;
  const { open, waived } = sortFindings(issue, [...told.findings, ...reading.findings]);
  const isHeld = open.some(({ severity }) => severity === 'blocks press');
  return {
    schemaVersion: 2,
    paper: issue.paper,
    supplement: issue.supplement,
    date: issue.date,
    page: page.number,
    pageName: page.name,
    file: basename(told.path),
    bytes,
    sha256: digest,
    producer: told.producer,
    profile: profile.id,
    profileName: profile.name,
    standard,
    inkLimitPercent: profile.inkLimitPercent,
    verdict: isHeld ? 'held' : waived.length > 0 ? 'waived' : 'good',
    ...(ink !== undefined && { ink }),
    ...(facts !== undefined && { facts }),
    rules: RULES.map((rule) => ({ rule, outcome: outcomeOf(rule, reading) })),
    findings: open.map((finding) => toldFinding(finding, say)),
    waivers: waived.map(({ finding, waiver: { by, at, reason } }) => {
      return { ...toldFinding(finding, say), by, at, reason };
    }),
  };
}

function toldFinding(finding: Finding, say: ReportedPage['say']): ToldFinding {
  const { source } = findingRule(finding.code);
  return { ...finding, sentence: say(finding), ...(source !== undefined && { source }) };
}

function outcomeOf(rule: string, reading: PageReading): Outcome {
  const own = reading.findings.filter(({ values }) => values.rule === rule);
  if (own.some(({ severity }) => severity === 'blocks press')) return 'broken';
  if (isUnsound(reading)) return 'not judged';
  return own.length > 0 ? 'looked at' : 'kept';
}

/** The name of the report beside a page: `A06.pdf` has `A06.report.json`. */
export function reportPath(path: string, suffix: 'json' | 'pdf' = 'json'): string {
  return `${path.replace(/\.pdf$/iu, '')}.report.${suffix}`;
}
