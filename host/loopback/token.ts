import { randomBytes, timingSafeEqual } from 'node:crypto';

/** A fresh secret for one run of the loopback desk: 256 bits, fit for an address. */
export function freshToken(): string {
  return randomBytes(32).toString('base64url');
}

/** True when the `Authorization` header carries the token; every wrong one takes equally long. */
export function carriesToken(authorization: string | undefined, token: string): boolean {
  const given = Buffer.from(authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
