import { createHash } from 'node:crypto';
import type { DisplayList } from '#engine/display/display-list.ts';
import type { LoadedPressProfile } from '#host/press/load-press-profile.ts';

/**
 * What a page looks like on the plate, as 64 hexadecimal digits: its display list, which names its
 * pictures by their content, and the demands of the print shop. The time of pressing is no part.
 */
export function pageDigest(list: DisplayList, { profile, icc }: LoadedPressProfile): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify(list));
  hash.update(JSON.stringify(profile));
  hash.update(icc);
  return hash.digest('hex');
}
