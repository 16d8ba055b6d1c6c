import type { PressAd } from '#engine/press/placed-ad.ts';
import type { AdMend, FinestOfAd } from '#engine/units/ad-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { AdLight, AdOrder, AdReading } from './ad-reading.ts';
import { judgeAd } from './judge-ad.ts';
import { type MadeAd, makeAd } from './make-ad.ts';

/** Reads an advertiser's file and judges it. Every file gets an answer; none throws. */
export async function readAd(bytes: Uint8Array, order: AdOrder): Promise<AdReading> {
  const made = await makeAd(bytes, order);
  const { ad, findings, placement } = made;
  if (ad === undefined || placement === undefined) return readingOf(made, findings, {});
  const judged = judgeAd(ad, placement, order);
  const further = judged.findings.filter(({ code }) => !TOLD_ELSEWHERE.includes(code));
  return readingOf(made, [...findings, ...further], judged.finest);
}

/** An ad made ready for the plate, or what stands against it. */
export type AdForPress =
  | { readonly ok: true; readonly ad: PressAd }
  | { readonly ok: false; readonly finding: Finding };

/**
 * Makes a page of an ad ready for the plate; one that cannot be printed at all is held. What the
 * rules of the page say of it is said when the page is read back.
 */
export async function adForPress(bytes: Uint8Array, order: AdOrder): Promise<AdForPress> {
  const made = await makeAd(bytes, order);
  const blocking = made.findings.find(({ severity }) => severity === 'blocks press');
  if (blocking !== undefined) return { ok: false, finding: blocking };
  if (made.ad === undefined) throw new Error('an ad without a form and without a finding');
  return { ok: true, ad: made.ad };
}

/** Told of every ad by `makeAd` already, in other words. */
const TOLD_ELSEWHERE = ['pdf-transparency-placed', 'pdf-transparency-forbidden'];

/** Which mend answers a finding. */
const MENDS: Readonly<Record<string, AdMend>> = {
  'ad-colours-light': 'colours',
  'ad-spot-colour': 'spots',
  'pdf-ink-square': 'ink',
  'pdf-ink-point': 'ink',
  'pdf-type-rich-black': 'colours',
  'pdf-type-several-inks': 'colours',
};

function readingOf(made: MadeAd, findings: readonly Finding[], finest: FinestOfAd): AdReading {
  const { page, pages, placement } = made;
  const mends = new Set(findings.flatMap(({ code }) => MENDS[code] ?? []));
  return {
    light: lightOf(findings),
    findings,
    pages,
    page,
    boxPt: placement && { width: placement.widthPt, height: placement.heightPt },
    mends: [...mends],
    finest,
  };
}

function lightOf(findings: readonly Finding[]): AdLight {
  if (findings.some(({ severity }) => severity === 'blocks press')) return 'red';
  return findings.some(({ severity }) => severity === 'warns') ? 'amber' : 'green';
}
