import type { Finding } from '#engine/units/finding.ts';
import { checkBoxes } from './check-boxes.ts';
import { checkFile } from './check-file.ts';
import { checkInk, type InkFigures, inkFigures } from './check-ink.ts';
import { checkMetadata } from './check-metadata.ts';
import { checkLayers, checkTransparency } from './check-objects.ts';
import { checkOutputIntent } from './check-output-intent.ts';
import { fault } from './fault.ts';
import type { ReadBackDemands } from './finished-page.ts';
import { judgeContent, type LaidPage, orUnreadable, readLaidPage } from './judge-content.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';

/** What reading a finished page back found. */
export interface ReadBack {
  readonly findings: readonly Finding[];
  /** Undefined when the file could not be read so far. */
  readonly ink: InkFigures | undefined;
  readonly facts: PageFacts | undefined;
}

/**
 * Reads a finished file back, independently of what wrote it, and judges it by the rules of
 * docs/press-rules.md. Every file gets an answer: one that cannot be read is a finding.
 */
export function readBack(bytes: Uint8Array, demands: ReadBackDemands): ReadBack {
  return orUnreadable<ReadBack>(
    () => judge(readLaidPage(bytes), demands),
    // Whatever the damage is, the page is not delivered.
    (reason) => {
      const finding = fault('X-XREF', 'pdf-unreadable', { reason });
      return { findings: [finding], ink: undefined, facts: undefined };
    },
  );
}

function judge(read: LaidPage, demands: ReadBackDemands): ReadBack {
  const { page, picture, laid } = read;
  const ink = inkFigures(page, laid.raster);
  const findings = [
    ...checkFile(page, demands),
    ...checkMetadata(page, demands),
    ...checkOutputIntent(page, demands),
    ...checkBoxes(page, demands),
    ...judgeContent(read, demands),
    ...checkLayers(page, demands),
    ...checkTransparency(page, demands),
    ...checkInk(ink, demands),
  ];
  return { findings, ink, facts: pageFacts(page, picture) };
}
