import { z } from 'zod';
import type { PressProfile } from '#engine/press/press-profile.ts';
import type { ProfileSettings } from '#host/profile-contract.ts';

/** A press profile as it stands in templates/press-profiles/. */
export interface PressProfileFile extends PressProfile {
  readonly schemaVersion: 1;
  /** The .icc file of the output condition, beside the profile. */
  readonly icc: string;
  /** A control strip of shapes beside the profile; leave it out for none. */
  readonly controlStrip?: string | undefined;
  readonly slugFace: string;
  /** Words in braces are filled in; see `fillPattern`. */
  readonly slugLine: string;
  readonly fileName: string;
  /** As the slug names them, such as `C M Y K`. */
  readonly plates: string;
}

const length = z.number().finite();
const positive = length.positive();
const fileInFolder = z.string().regex(/^[^/\\]+$/u);

/** What the newsroom may set. */
const SETTINGS = {
  name: z.string().min(1),
  standard: z.enum(['x4', 'x1a']),
  trim: z.strictObject({ widthMm: positive.max(2000), heightMm: positive.max(2000) }),
  bleedMm: length.min(0).max(50),
  slugMm: length.min(0).max(100),
  marks: z.strictObject({ crop: z.boolean(), slug: z.boolean(), controlStrip: z.boolean() }),
  inkLimitPercent: z.number().min(100).max(400),
  pictureTargetPpi: z.number().min(50).max(600),
  pictureQuality: z.number().int().min(30).max(100),
  outputCondition: z.strictObject({
    identifier: z.string().min(1),
    registryName: z.string(),
    description: z.string(),
  }),
  slugLine: z.string(),
  fileName: z.string().min(1),
  plates: z.string(),
};

/** Parses what the newsroom has set. */
export const PROFILE_SETTINGS: z.ZodType<ProfileSettings> = z.strictObject(SETTINGS);

/** Parses a press profile. */
export const PRESS_PROFILE: z.ZodType<PressProfileFile> = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().min(1),
  ...SETTINGS,
  icc: fileInFolder,
  controlStrip: fileInFolder.optional(),
  slugFace: z.string().min(1),
});

const amount = z.number().min(0).max(1);
const ink = z.strictObject({ c: amount, m: amount, y: amount, k: amount });
const rect = z.strictObject({ x: length, y: length, width: length, height: length });

/** Parses a control strip: a display list of filled rectangles. */
export const CONTROL_STRIP = z.strictObject({
  widthPt: positive.max(2000),
  heightPt: positive.max(100),
  items: z.array(
    z
      .strictObject({
        kind: z.literal('shape'),
        outline: z.strictObject({ kind: z.literal('rect'), rect }),
        fill: ink,
      })
      .transform((shape) => ({ ...shape, stroke: undefined })),
  ),
});
