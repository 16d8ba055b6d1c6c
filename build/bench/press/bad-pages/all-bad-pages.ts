import { putTogether, takeApart } from '#build/bench/press/loose-pdf.ts';
import type { BadPage } from './bad-page.ts';
import {
  BOX_FAULTS,
  INTENT_FAULTS,
  METADATA_FAULTS,
  OBJECT_FAULTS,
  STRUCTURE_FAULTS,
} from './file-faults.ts';
import {
  COLOUR_FAULTS,
  FONT_FAULTS,
  INK_FAULTS,
  LINE_FAULTS,
  OPERATOR_FAULTS,
  PICTURE_FAULTS,
  TRANSPARENCY_FAULTS,
  TYPE_FAULTS,
} from './paint-faults.ts';

/** All ways to spoil a good page. */
export const BAD_PAGES: readonly BadPage[] = [
  ...STRUCTURE_FAULTS,
  ...METADATA_FAULTS,
  ...INTENT_FAULTS,
  ...BOX_FAULTS,
  ...FONT_FAULTS,
  ...TYPE_FAULTS,
  ...LINE_FAULTS,
  ...COLOUR_FAULTS,
  ...PICTURE_FAULTS,
  ...OBJECT_FAULTS,
  ...TRANSPARENCY_FAULTS,
  ...INK_FAULTS,
  ...OPERATOR_FAULTS,
];

/** The good page with one thing spoilt. */
export function spoilt(good: Uint8Array, { spoil, spoilBytes }: BadPage): Uint8Array {
  const pdf = takeApart(good);
  spoil(pdf);
  const bytes = putTogether(pdf);
  return spoilBytes === undefined ? bytes : spoilBytes(bytes);
}
