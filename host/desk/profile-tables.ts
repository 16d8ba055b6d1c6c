import { join } from 'node:path';
import { openColourEngine } from '#engine/press/colour-engine.ts';
import { inkTableBytes } from '#engine/press/ink-table.ts';
import { mixesOfProofTable } from '#engine/press/proof-table.ts';
import type { Answer } from '#host/contract.ts';
import {
  type LoadedPressProfile,
  loadPressProfile,
  readLcmsWasm,
} from '#host/press/load-press-profile.ts';
import { failed, succeeded } from './answers.ts';
import { findProfile } from './press-calls.ts';

/** The tables by which the screen shows inks; each is made once in a run. */
export interface ProfileTables {
  proofTable(profile: string): Promise<Answer<Uint8Array>>;
  inkTable(profile: string): Promise<Answer<Uint8Array>>;
}

/** The tables of the profiles in a folder. */
export function createProfileTables(profilesFolder: string): ProfileTables {
  const profiles = new Map<string, Promise<Answer<LoadedPressProfile>>>();
  const proofs = new Map<string, Promise<Uint8Array>>();
  return {
    async proofTable(id) {
      const loaded = await kept(profiles, id, () => loadProfile(profilesFolder, id));
      if (!loaded.ok) return loaded;
      return succeeded(await kept(proofs, id, () => proofTable(loaded.value.icc)));
    },
    async inkTable(id) {
      const loaded = await kept(profiles, id, () => loadProfile(profilesFolder, id));
      return loaded.ok ? succeeded(inkTableBytes(loaded.value.inkTable)) : loaded;
    },
  };
}

function kept<Value>(shelf: Map<string, Value>, key: string, make: () => Value): Value {
  const known = shelf.get(key);
  if (known !== undefined) return known;
  const made = make();
  shelf.set(key, made);
  return made;
}

async function loadProfile(folder: string, id: string): Promise<Answer<LoadedPressProfile>> {
  const path = await findProfile(folder, id);
  if (!path.ok) return path;
  const loaded = await loadPressProfile(join(path.value));
  return loaded.ok ? loaded : failed(loaded.failure);
}

/** sRGB on newsprint for every mix of a proof table. */
async function proofTable(icc: Uint8Array): Promise<Uint8Array> {
  const engine = await openColourEngine(await readLcmsWasm());
  return engine.rgbOf(icc, mixesOfProofTable(), 'newsprint');
}
