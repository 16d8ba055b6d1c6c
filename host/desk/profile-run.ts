import { iccName } from '#engine/press/icc-name.ts';
import { inkTableBytes } from '#engine/press/ink-table.ts';
import { makeInkTable } from '#host/press/load-press-profile.ts';
import type { BackRoomNews, ProfileWork } from './back-room-work.ts';

/** Makes the ink table of an .icc file that has come in; a broken one breaks nothing but itself. */
export async function readProfileWork({ icc }: ProfileWork): Promise<BackRoomNews> {
  try {
    const table = await makeInkTable(icc);
    return { kind: 'profiled', name: iccName(icc), table: inkTableBytes(table) };
  } catch {
    return { kind: 'failed', failure: { code: 'icc-broken', values: {} }, findings: [] };
  }
}
