import { AdTrouble, refusal } from './ad-trouble.ts';

/*
 * What one ad may take. An ad of a quarter page has some thousand operators; a bomb has streams
 * that unpack to gigabytes, or forms that call forms that call forms.
 */

const MOST_BYTES = 256 * 1024 * 1024;
const MOST_OPERATORS = 2_000_000;
const MOST_PIXELS = 60_000_000;

/** What is left for the rest of the ad; its calls throw when it is used up. */
export interface Allowance {
  takeBytes(bytes: number): void;
  /** Throws when so many bytes are more than is left, without taking them. */
  checkBytes(bytes: number): void;
  takeOperator(): void;
  takePixels(pixels: number): void;
}

/** The whole allowance of an ad. */
export function createAllowance(): Allowance {
  let bytes = MOST_BYTES;
  let operators = MOST_OPERATORS;
  let pixels = MOST_PIXELS;
  const check = (left: number) => {
    if (!(left >= 0)) throw new AdTrouble(refusal('ad-too-much'));
  };
  return {
    takeBytes(taken) {
      bytes -= taken;
      check(bytes);
    },
    checkBytes: (taken) => check(bytes - taken),
    takeOperator() {
      operators -= 1;
      check(operators);
    },
    takePixels(taken) {
      pixels -= taken;
      check(pixels);
    },
  };
}
