import { basename } from 'node:path';
import type { Waiver } from '#engine/model/issue-answers.ts';
import { sortFindings } from '#engine/preflight/waivers.ts';
import type { PageFacts } from '#engine/read-back/page-facts.ts';
import { RULES } from '#engine/read-back/rules.ts';
import type { Finding } from '#engine/units/finding.ts';
import { type FindingSpot, findingSpot, type PlacedPage } from './finding-place.ts';
import { findingSentence } from './finding-sentence.ts';
import type { LoadedPressProfile } from './load-press-profile.ts';
import { isUnsound, type PageReading } from './read-page-back.ts';
import {
  type MeasureWords,
  measureWords,
  type RuleWords,
  ruleWords,
  sourceWords,
} from './rule-words.ts';

/** What is told of a finished page beside it, for the print shop and for the files. */
export interface PressReport {
  readonly schemaVersion: 3;
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
  readonly rules: readonly JudgedRule[];
  readonly findings: readonly ToldFinding[];
  readonly waivers: readonly WaivedInReport[];
}

/** A rule with what it asks, and whether the page keeps it. */
export interface JudgedRule extends RuleWords {
  readonly rule: string;
  readonly outcome: Outcome;
}

/** A finding with its sentence, its place, its figures, and who asks for it. */
export interface ToldFinding extends Finding, MeasureWords {
  readonly sentence: string;
  readonly spot: FindingSpot;
  /** Empty where the sentence is its own reason. */
  readonly source: string;
}

/** A finding that somebody answers for. */
export interface WaivedInReport extends ToldFinding, Pick<Waiver, 'by' | 'at' | 'reason'> {}

type Outcome = 'kept' | 'looked at' | 'broken' | 'not judged';

/** What a report is made from besides the reading. */
export interface ReportedPage extends PlacedPage {
  /** What was found while the page was composed. */
  readonly findings: readonly Finding[];
  readonly path: string;
  readonly producer: string;
  readonly language: 'zh' | 'en';
}

/** The report on a page that was read back. */
export function pressReport(
  reading: PageReading,
  { profile }: LoadedPressProfile,
  told: ReportedPage,
): PressReport {
  const { bytes, digest, facts, ink, standard } = reading;
  const { issue, language, page } = told;
  const { open, waived } = sortFindings(issue, [...told.findings, ...reading.findings]);
  const isHeld = open.some(({ severity }) => severity === 'blocks press');
  return {
    schemaVersion: 3,
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
    rules: RULES.map((rule) => {
      return { rule, ...ruleWords(rule, profile, language), outcome: outcomeOf(rule, reading) };
    }),
    findings: gravestFirst(open).map((finding) => toldFinding(finding, told)),
    waivers: waived.map(({ finding, waiver: { by, at, reason } }) => {
      return { ...toldFinding(finding, told), by, at, reason };
    }),
  };
}

const GRAVITY: readonly Finding['severity'][] = ['blocks press', 'warns', 'informs'];

function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity));
}

function toldFinding(finding: Finding, told: ReportedPage): ToldFinding {
  const { language } = told;
  return {
    ...finding,
    sentence: findingSentence(finding, language),
    spot: findingSpot(finding, told, language),
    ...measureWords(finding, language),
    source: sourceWords(finding, language),
  };
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
