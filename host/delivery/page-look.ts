import { createHash } from 'node:crypto';
import type { DisplayList } from '#engine/display/display-list.ts';

/**
 * What a page looks like to who signs it, as 64 hexadecimal digits: its display list, which names
 * its pictures by their content. Another print shop changes nothing in it.
 */
export function pageLook(list: DisplayList): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('hex');
}
