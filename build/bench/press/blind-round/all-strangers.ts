import type { BadPage } from '#build/bench/press/bad-pages/bad-page.ts';
import {
  STRANGE_BOXES,
  STRANGE_FILES,
  STRANGE_INTENTS,
  STRANGE_METADATA,
  STRANGE_TREES,
} from './strangers-file.ts';
import {
  STRANGE_ACTIONS,
  STRANGE_FONTS,
  STRANGE_LAYERS,
  STRANGE_OPERATORS,
} from './strangers-objects.ts';
import {
  STRANGE_COLOURS,
  STRANGE_INK,
  STRANGE_PICTURES,
  STRANGE_TRANSPARENCY,
} from './strangers-paint.ts';
import { STRANGE_LINES, STRANGE_TYPE } from './strangers-type.ts';

/** Spoilt pages by somebody who had not seen the checks. */
export const STRANGE_PAGES: readonly BadPage[] = [
  ...STRANGE_BOXES,
  ...STRANGE_TREES,
  ...STRANGE_INTENTS,
  ...STRANGE_METADATA,
  ...STRANGE_FILES,
  ...STRANGE_COLOURS,
  ...STRANGE_TYPE,
  ...STRANGE_LINES,
  ...STRANGE_INK,
  ...STRANGE_PICTURES,
  ...STRANGE_TRANSPARENCY,
  ...STRANGE_FONTS,
  ...STRANGE_LAYERS,
  ...STRANGE_ACTIONS,
  ...STRANGE_OPERATORS,
];
