import type { AdLight } from '#engine/placed-ads/ad-reading.ts';
import type { AdPage } from '#engine/units/ad-page.ts';
import type { Finding } from '#engine/units/finding.ts';

/** An advertiser's file as it was taken in. */
export interface ImportedAd {
  readonly adPage: AdPage;
  readonly light: AdLight;
  readonly findings: readonly Finding[];
  readonly pages: number;
}

/** Which page of an advertiser's PDF. */
export interface WantedPage {
  /** From 1; the first where nothing is said. */
  readonly page?: number;
}

/** In what form the file of a picture is wanted. */
export interface WantedFile extends WantedPage {
  /** The file as it came, for another issue, and not as a browser can show it. */
  readonly original?: boolean;
}
