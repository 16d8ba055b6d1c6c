import { openColourEngine } from '#engine/press/colour-engine.ts';
import {
  greatestInkPercent,
  type InkTable,
  inkTableBytes,
  keepsPaperWhite,
  readInkTable,
} from '#engine/press/ink-table.ts';
import { profileFault } from '#engine/press/output-intent.ts';
import type { Answer, Failure } from '#host/contract.ts';
import {
  type LoadedPressProfile,
  loadPressProfile,
  readLcmsWasm,
} from '#host/press/load-press-profile.ts';
import {
  addOwnProfile,
  changeOwnProfile,
  isOwnProfile,
  readParcel,
  removeOwnProfile,
  settingsOf,
  writeParcel,
} from '#host/press/own-profiles.ts';
import { profileFigures } from '#host/press/profile-figures.ts';
import type {
  ChangeProfileRequest,
  CopyProfileRequest,
  ProfileList,
  ProfileSettings,
  ProfileSheet,
  TakeInProfileRequest,
} from '#host/profile-contract.ts';
import { failed, succeeded } from './answers.ts';
import type { BackRoomNews } from './back-room-work.ts';
import type { DeskCalls } from './desk-host.ts';
import { type DeskPlaces, USUAL_PROFILE } from './desk-places.ts';
import { findProfile } from './press-calls.ts';
import { readProfileList } from './profile-list.ts';
import type { StartBackRoom } from './start-back-room.ts';

/** The calls that have to do with press profiles. */
export type ProfileCalls = Pick<
  DeskCalls,
  | 'listProfiles'
  | 'readProfile'
  | 'takeInProfile'
  | 'changeProfile'
  | 'copyProfile'
  | 'deleteProfile'
  | 'exportProfile'
>;

/** The calls over the shipped profiles and those of the newsroom. */
export function profileCalls(
  { profilesFolder }: DeskPlaces,
  startBackRoom: StartBackRoom,
): ProfileCalls {
  const parts = { profilesFolder, startBackRoom };
  return {
    listProfiles: async () => succeeded(await readProfileList(profilesFolder)),
    readProfile: async ({ profile }) => sheetOf(profile, profilesFolder),
    takeInProfile: (request) => takeIn(request, parts),
    changeProfile: (request) => change(request, profilesFolder),
    copyProfile: (request) => copy(request, parts),
    deleteProfile: ({ profile }) => remove(profile, profilesFolder),
    async exportProfile({ profile }) {
      const loaded = await load(profile, profilesFolder);
      if (!loaded.ok) return loaded;
      const { icc, profile: file } = loaded.value;
      return succeeded(writeParcel({ settings: settingsOf(file), icc }));
    },
  };
}

interface ProfileParts {
  readonly profilesFolder: string;
  readonly startBackRoom: StartBackRoom;
}

async function load(id: string, folder: string): Promise<Answer<LoadedPressProfile>> {
  const path = await findProfile(folder, id);
  return path.ok ? loadPressProfile(path.value) : path;
}

async function sheetOf(id: string, folder: string): Promise<Answer<ProfileSheet>> {
  const path = await findProfile(folder, id);
  if (!path.ok) return path;
  const loaded = await loadPressProfile(path.value);
  if (!loaded.ok) return loaded;
  const { icc, inkTable, profile } = loaded.value;
  const figures = profileFigures(await openColourEngine(await readLcmsWasm()), icc, inkTable);
  return succeeded({
    id,
    isOwn: isOwnProfile(path.value),
    settings: settingsOf(profile),
    figures,
  });
}

/** A profile of an .icc file is like the usual one, but for what the file says. */
async function takeIn(
  { name, bytes }: TakeInProfileRequest,
  parts: ProfileParts,
): Promise<Answer<ProfileSheet>> {
  const parcel = readParcel(bytes);
  if (parcel === 'damaged') return failed({ code: 'profile-file-damaged', values: { name } });
  const icc = parcel?.icc ?? bytes;
  const fault = profileFault(icc);
  if (fault !== undefined) return failed({ code: fault, values: { icc: name } });
  const news = await readInRoom(icc, parts.startBackRoom);
  const table = news?.kind === 'profiled' ? readInkTable(news.table) : undefined;
  if (news?.kind !== 'profiled' || table === undefined) {
    return failed({ code: 'icc-broken', values: { icc: name } });
  }
  if (!keepsPaperWhite(table)) return failed({ code: 'icc-tints-paper', values: { icc: name } });
  const settings = parcel?.settings ?? (await settingsFor(news.name, table, parts));
  const tooLow = limitFailure(settings, table);
  if (tooLow !== undefined) return failed(tooLow);
  return written(async () => {
    const made = { icc, table: news.table };
    const id = await addOwnProfile(settings, made, parts.profilesFolder);
    return sheetOf(id, parts.profilesFolder);
  });
}

/** A table is made in a tenth of a second; what takes longer was made to take long. */
const LONGEST_MS = 20_000;

/** Read in a process of its own: the file is foreign. */
async function readInRoom(
  icc: Uint8Array,
  startBackRoom: StartBackRoom,
): Promise<BackRoomNews | undefined> {
  const room = startBackRoom();
  const told = Promise.withResolvers<BackRoomNews | undefined>();
  const clock = setTimeout(() => told.resolve(undefined), LONGEST_MS);
  room.hear((news) => told.resolve(news as BackRoomNews));
  void room.ended.then(() => told.resolve(undefined));
  room.send({ kind: 'profile', icc });
  const news = await told.promise;
  clearTimeout(clock);
  room.end();
  return news;
}

/** Limits are proposed in steps of ten, as print shops name them. */
const LIMIT_STEP = 10;

async function settingsFor(
  iccName: string,
  table: InkTable,
  { profilesFolder }: ProfileParts,
): Promise<ProfileSettings> {
  const usual = await load(USUAL_PROFILE, profilesFolder);
  if (!usual.ok) throw new Error('the usual profile lies beside the program');
  const most = greatestInkPercent(table);
  return {
    ...settingsOf(usual.value.profile),
    name: iccName || 'ICC',
    inkLimitPercent: Math.min(400, Math.ceil(most / LIMIT_STEP) * LIMIT_STEP),
    outputCondition: { identifier: 'Custom', registryName: '', description: iccName || 'Custom' },
  };
}

async function change(
  { profile, settings }: ChangeProfileRequest,
  folder: string,
): Promise<Answer<ProfileSheet>> {
  const own = await ownPath(profile, folder);
  if (!own.ok) return own;
  const loaded = await loadPressProfile(own.value);
  if (!loaded.ok) return loaded;
  const tooLow = limitFailure(settings, loaded.value.inkTable);
  if (tooLow !== undefined) return failed(tooLow);
  return written(async () => {
    await changeOwnProfile(profile, settings);
    return sheetOf(profile, folder);
  });
}

/** A limit that the pictures of the .icc file do not keep would be no limit. */
function limitFailure(
  { inkLimitPercent: limit, name: profile }: ProfileSettings,
  table: InkTable,
): Failure | undefined {
  const most = Math.ceil(greatestInkPercent(table));
  return most > limit ? { code: 'press-profile-ink', values: { profile, most, limit } } : undefined;
}

async function copy(
  { profile, name }: CopyProfileRequest,
  { profilesFolder }: ProfileParts,
): Promise<Answer<ProfileSheet>> {
  const loaded = await load(profile, profilesFolder);
  if (!loaded.ok) return loaded;
  const { icc, profile: file } = loaded.value;
  return written(async () => {
    const table = inkTableBytes(loaded.value.inkTable);
    const settings = { ...settingsOf(file), name };
    return sheetOf(await addOwnProfile(settings, { icc, table }, profilesFolder), profilesFolder);
  });
}

async function remove(profile: string, folder: string): Promise<Answer<ProfileList>> {
  const own = await ownPath(profile, folder);
  if (!own.ok) return own;
  return written(async () => {
    await removeOwnProfile(profile);
    return succeeded(await readProfileList(folder));
  });
}

async function ownPath(profile: string, folder: string): Promise<Answer<string>> {
  const path = await findProfile(folder, profile);
  if (!path.ok || isOwnProfile(path.value)) return path;
  return failed({ code: 'profile-not-own', values: { profile } });
}

async function written<Value>(write: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
  try {
    return await write();
  } catch (trouble) {
    const reason = trouble instanceof Error ? trouble.message : String(trouble);
    return failed({ code: 'profile-not-written', values: { reason } });
  }
}
