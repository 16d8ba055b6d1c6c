/**
 * A print shop's demands on a page (印厂规范), read from templates/press-profiles/. The composed
 * page is centred on the trimmed size, which may be larger than the page by the cut-off of the
 * press (390 × 540 on 390 × 545).
 */
export interface PressProfile {
  readonly id: string;
  /** Name in the newsroom's language. */
  readonly name: string;
  /** PDF/X-4, or PDF/X-1a:2003 for old raster image processors. */
  readonly standard: 'x4' | 'x1a';
  readonly trim: { readonly widthMm: number; readonly heightMm: number };
  /** Printed excess beyond the trim on every side; coldset pages have none. */
  readonly bleedMm: number;
  /** Paper outside the trim on every side, for marks and slug; 0 leaves no marks area. */
  readonly slugMm: number;
  readonly marks: MarksChoice;
  /** Total ink coverage allowed, percent. */
  readonly inkLimitPercent: number;
  /** Pixels per inch of pictures at printed size. */
  readonly pictureTargetPpi: number;
  /** How finely pictures are packed, 1 to 100 on libjpeg's scale. */
  readonly pictureQuality: number;
  readonly outputCondition: OutputCondition;
}

/** Which marks are set outside the trim. */
export interface MarksChoice {
  readonly crop: boolean;
  readonly slug: boolean;
  readonly controlStrip: boolean;
}

/** The printing condition, as the output intent names it. */
export interface OutputCondition {
  /** Name in the characterisation registry, such as `CGATS TR 002`. */
  readonly identifier: string;
  readonly registryName: string;
  /** What the condition is, for people. */
  readonly description: string;
}
