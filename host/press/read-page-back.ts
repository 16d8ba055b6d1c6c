import type { ReadBackDemands } from '#engine/read-back/finished-page.ts';
import { type ReadBack, readBack } from '#engine/read-back/read-back.ts';
import { sha256 } from '#host/issue-folder/assets.ts';
import type { LoadedPressProfile } from './load-press-profile.ts';

/** A pressed page as it was read back, before it takes its name. */
export interface PageReading extends ReadBack {
  /** Number of the page, such as A06. */
  readonly page: string;
  readonly standard: 'x4' | 'x1a';
  readonly bytes: number;
  /** sha-256 of the file, as hexadecimal digits. */
  readonly digest: string;
}

/** Reads a finished file back and judges it by its press profile. */
export function readPageBack(
  pdf: Uint8Array,
  page: { readonly number: string; readonly standard: 'x4' | 'x1a' | undefined },
  { profile }: LoadedPressProfile,
): PageReading {
  const standard = page.standard ?? profile.standard;
  const demands: ReadBackDemands = {
    standard,
    trim: profile.trim,
    bleedMm: profile.bleedMm,
    inkLimitPercent: profile.inkLimitPercent,
    outputCondition: profile.outputCondition.identifier,
  };
  const digest = sha256(pdf);
  const { facts, findings, ink } = readBack(pdf, demands);
  const placed = findings.map((finding) => ({ ...finding, where: { page: page.number } }));
  return { findings: placed, ink, facts, page: page.number, standard, bytes: pdf.length, digest };
}

/** True when the file is so damaged that it must not leave the house whatever anybody says. */
export function isUnsound({ ink }: PageReading): boolean {
  return ink === undefined;
}
