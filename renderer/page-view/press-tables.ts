import { type InkTable, readInkTable } from '#engine/press/ink-table.ts';
import { type ProofColours, readProofTable } from '#engine/press/proof-table.ts';
import type { Failure, Host } from '#host/contract.ts';

/** What a press profile says of inks, as the screen needs it. */
export interface PressTables {
  /** From inks to their colour on newsprint. */
  readonly proof: ProofColours;
  /** From photographs to ink. */
  readonly inks: InkTable;
}

/** The tables, or why there are none. */
export type TablesAnswer =
  | { readonly ok: true; readonly value: PressTables }
  | { readonly ok: false; readonly failure: Failure };

const FETCHED = new WeakMap<Host, Map<string, Promise<TablesAnswer>>>();

/** The tables of a profile; fetched once, unless they could not be had. */
export function pressTables(host: Host, profile: string): Promise<TablesAnswer> {
  const ofHost = FETCHED.get(host) ?? new Map<string, Promise<TablesAnswer>>();
  FETCHED.set(host, ofHost);
  const known = ofHost.get(profile);
  if (known !== undefined) return known;
  const fetched = fetchTables(host, profile).then((answer) => {
    if (!answer.ok) ofHost.delete(profile);
    return answer;
  });
  ofHost.set(profile, fetched);
  return fetched;
}

async function fetchTables(host: Host, profile: string): Promise<TablesAnswer> {
  const [proofBytes, inkBytes] = await Promise.all([
    host.proofTable({ profile }),
    host.inkTable({ profile }),
  ]);
  if (!proofBytes.ok) return proofBytes;
  if (!inkBytes.ok) return inkBytes;
  const proof = readProofTable(proofBytes.value);
  const inks = readInkTable(inkBytes.value);
  if (proof === undefined || inks === undefined) {
    return { ok: false, failure: { code: 'press-tables-damaged', values: { profile } } };
  }
  return { ok: true, value: { proof, inks } };
}
