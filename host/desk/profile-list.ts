import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import type { PressProfileFile } from '#host/press/press-profile-schema.ts';
import type { BrokenProfile, ProfileCaption, ProfileList } from '#host/profile-contract.ts';
import { ownProfilesFolder } from '#host/user-folders.ts';

/** The profiles that came with the program, then the newsroom's own, each by name of its file. */
export async function readProfileList(shippedFolder: string): Promise<ProfileList> {
  const [shipped, own] = await Promise.all([
    readFolder(shippedFolder),
    readFolder(ownProfilesFolder()),
  ]);
  return { profiles: [...shipped.profiles, ...own.profiles], broken: own.broken };
}

/** JSON files that are no profiles lie beside the shipped ones: what is broken there is no news. */
async function readFolder(folder: string): Promise<ProfileList> {
  const names = await readdir(folder).catch(() => []);
  const profiles: ProfileCaption[] = [];
  const broken: BrokenProfile[] = [];
  for (const name of names.filter((one) => one.endsWith('.json')).sort()) {
    const id = name.slice(0, -'.json'.length);
    const loaded = await loadPressProfile(join(folder, name));
    if (loaded.ok) profiles.push(profileCaption(id, loaded.value.profile));
    else broken.push({ id, failure: loaded.failure });
  }
  return { profiles, broken };
}

function profileCaption(id: string, profile: PressProfileFile): ProfileCaption {
  const { name, inkLimitPercent, fileName, plates } = profile;
  return { id, name, inkLimitPercent, fileName, plates };
}
