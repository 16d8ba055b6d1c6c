import type { InkTable } from '#engine/press/ink-table.ts';
import type { AdMend, FinestOfAd } from '#engine/units/ad-page.ts';
import type { Finding } from '#engine/units/finding.ts';

/** How an ad is to be read. */
export interface AdOrder {
  /** Which page of the file, from 1. */
  readonly page: number;
  readonly mends: readonly AdMend[];
  /** Printed size over own size: 0.5 when the slot is half as wide as the ad. */
  readonly scale: number;
  /** What the shop of the issue asks for. */
  readonly inkTable: InkTable;
  readonly inkLimitPercent: number;
  readonly standard: 'x4' | 'x1a';
}

/**
 * An ad at a glance: `green` is placed as it is, `amber` is placed and should be looked at, `red`
 * cannot be printed like this.
 */
export type AdLight = 'green' | 'amber' | 'red';

/** What an advertiser's file is and what stands against it. */
export interface AdReading {
  readonly light: AdLight;
  /** Their sentences stand in templates/sentences/ads.json and read-back.json. */
  readonly findings: readonly Finding[];
  /** How many pages the file has; 0 when it cannot be read. */
  readonly pages: number;
  /** The page that was read, from 1. */
  readonly page: number;
  /**
   * Size of that page as it lies upright, in points: its TrimBox, else ArtBox, CropBox, MediaBox,
   * turned by /Rotate and enlarged by UserUnit. Undefined when there is none.
   */
  readonly boxPt: { readonly width: number; readonly height: number } | undefined;
  /** Mends that would answer findings of this reading, beyond those already chosen. */
  readonly mends: readonly AdMend[];
  /** The finest that it holds at the size that was asked for. */
  readonly finest: FinestOfAd;
}
