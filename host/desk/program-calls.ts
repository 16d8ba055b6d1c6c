import {
  compositionParts,
  readLexiconFile,
  readPaintFont,
  readShapingFont,
} from './composing-parts.ts';
import type { DeskCalls } from './desk-host.ts';
import { type DeskOpening, readDesk } from './read-desk.ts';

/** The calls that are answered without an open issue. */
export type ProgramCalls = Pick<
  DeskCalls,
  'readDesk' | 'compositionParts' | 'lexicon' | 'shapingFont' | 'paintFont'
>;

/** The calls over what the program comes with. */
export function programCalls(opening: DeskOpening): ProgramCalls {
  const { templatesFolder } = opening.places;
  return {
    readDesk: () => readDesk(opening),
    compositionParts: () => compositionParts(templatesFolder),
    lexicon: () => readLexiconFile(templatesFolder),
    shapingFont: async ({ face }) => readShapingFont(face),
    paintFont: async ({ face }) => readPaintFont(face),
  };
}
