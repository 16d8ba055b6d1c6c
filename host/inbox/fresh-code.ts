import { randomInt } from 'node:crypto';

/** Without letters and figures that are taken for one another on the telephone and in print. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** How such a code looks, such as K7MQ-42XD. */
export const CODE = /^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/u;

/**
 * A new receipt number or invitation code such as K7MQ-42XD. Eight letters of 31 make 850 thousand
 * million: a guess at one of ten thousand drafts fails eighty-five million times on average.
 */
export function freshCode(taken: (code: string) => boolean): string {
  for (;;) {
    const letters = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]);
    const code = `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
    if (!taken(code)) return code;
  }
}

/** A code as people type it: small letters, no hyphen, blanks, full-width letters. */
export function readCode(typed: string): string {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/gu, '');
  return bare.length === 8 ? `${bare.slice(0, 4)}-${bare.slice(4)}` : bare;
}
