import { randomInt } from 'node:crypto';

/** Without letters and figures that are taken for one another on the telephone and in print. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/**
 * A new receipt number such as K7MQ-42XD. Eight letters of 31 make 850 thousand million: a guess
 * at one of ten thousand drafts fails eighty-five million times on average.
 */
export function freshReceipt(taken: (receipt: string) => boolean): string {
  for (;;) {
    const letters = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]);
    const receipt = `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
    if (!taken(receipt)) return receipt;
  }
}
