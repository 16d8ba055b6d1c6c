import { DraftTrouble } from './draft-trouble.ts';

/*
 * What one draft may take, with everything packed in it. Correspondents send a story and a dozen
 * photographs; a bomb sends a million files or a gigabyte of blanks. Time and memory are watched
 * from outside, in intake-rooms.ts and memory-guard.ts.
 */

/** Files in all archives and mails of a draft together. */
const MOST_ENTRIES = 2000;
/** Archives within mails within archives. */
export const MOST_NESTING = 4;
/** Everything unpacked. Twice the 64 MB that a draft may weigh: words pack well, photographs
 * do not. */
export const MOST_INFLATED_BYTES = 128 * 1024 * 1024;
/** One file of words or mark-up: a book of ten million characters. */
const MOST_TEXT_BYTES = 32 * 1024 * 1024;
/** Pixels of all pictures together: twice the largest that the press takes. */
const MOST_DRAFT_PIXELS = 400_000_000;
/** Elements within elements; the deepest web page we saw has forty. */
export const MOST_DEPTH = 256;

/** What is left of it for the rest of the draft. */
export interface Allowance {
  takeEntry(): void;
  takeBytes(bytes: number): void;
  /** False when these pixels are too many. */
  takePixels(pixels: number): boolean;
}

/** The whole allowance of a new draft; its calls throw when it is used up. */
export function createAllowance(): Allowance {
  let entries = MOST_ENTRIES;
  let bytes = MOST_INFLATED_BYTES;
  let pixels = MOST_DRAFT_PIXELS;
  return {
    takeEntry() {
      entries -= 1;
      if (entries < 0) throw new DraftTrouble('draft-too-many-entries', { most: MOST_ENTRIES });
    },
    takeBytes(taken) {
      bytes -= taken;
      if (bytes < 0) throw bomb();
    },
    takePixels(taken) {
      if (taken > pixels) return false;
      pixels -= taken;
      return true;
    },
  };
}

/** The trouble with a file that unpacks to more than a draft can be. */
export function bomb(): DraftTrouble {
  return new DraftTrouble('draft-inflates', { megabytes: MOST_INFLATED_BYTES / 1024 / 1024 });
}

/** Throws for words or mark-up longer than anybody writes. */
export function checkTextLength(bytes: number): void {
  if (bytes > MOST_TEXT_BYTES) {
    throw new DraftTrouble('draft-text-too-long', { megabytes: MOST_TEXT_BYTES / 1024 / 1024 });
  }
}
