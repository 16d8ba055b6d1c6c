import type { PressProfile } from '#engine/press/press-profile.ts';
import {
  type Answer,
  BYTES_BACK,
  BYTES_OUT,
  type CallForm,
  type Failure,
  VALUES,
} from './answer.ts';

/** The calls of the contract that have to do with press profiles; they are part of `Host`. */
export interface ProfileHost {
  /** The profiles that can be pressed by, and those of the newsroom that cannot, with why. */
  listProfiles(request: Readonly<Record<string, never>>): Promise<Answer<ProfileList>>;
  /** A profile with all that may be set in it, and how it prints. */
  readProfile(request: ProfileRequest): Promise<Answer<ProfileSheet>>;
  /** Makes a profile of the newsroom's own of a print shop's .icc file, or of an exported one. */
  takeInProfile(request: TakeInProfileRequest): Promise<Answer<ProfileSheet>>;
  /** Changes a profile of the newsroom's own. */
  changeProfile(request: ChangeProfileRequest): Promise<Answer<ProfileSheet>>;
  /** Makes a profile of the newsroom's own that is like another one. */
  copyProfile(request: CopyProfileRequest): Promise<Answer<ProfileSheet>>;
  /** Takes a profile of the newsroom's own away. */
  deleteProfile(request: ProfileRequest): Promise<Answer<ProfileList>>;
  /** A profile as one file, to be handed on and taken in elsewhere. */
  exportProfile(request: ProfileRequest): Promise<Answer<Uint8Array>>;
}

/** A press profile as the press dialog offers it. */
export interface ProfileCaption extends Pick<PressProfile, 'id' | 'name' | 'inkLimitPercent'> {
  /** How files are named; see engine/press/page-names.ts. */
  readonly fileName: string;
  /** As the names of files have them, such as `C M Y K`. */
  readonly plates: string;
}

/** The profiles of this machine. */
export interface ProfileList {
  readonly profiles: readonly ProfileCaption[];
  /** Of the newsroom's own, and damaged. */
  readonly broken: readonly BrokenProfile[];
}

/** A profile that cannot be pressed by. */
export interface BrokenProfile {
  readonly id: string;
  readonly failure: Failure;
}

/** Names a profile. */
export interface ProfileRequest {
  readonly profile: string;
}

/** A file from a print shop or from colleagues. */
export interface TakeInProfileRequest {
  /** Name of the file. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What may be set in a profile; the rest follows from its .icc file. */
export interface ProfileSettings extends Omit<PressProfile, 'id'> {
  readonly slugLine: string;
  readonly fileName: string;
  readonly plates: string;
}

/** New settings. */
export interface ChangeProfileRequest extends ProfileRequest {
  readonly settings: ProfileSettings;
}

/** Under which name the copy is to be. */
export interface CopyProfileRequest extends ProfileRequest {
  readonly name: string;
}

/** A profile with all that is known of it. */
export interface ProfileSheet {
  readonly id: string;
  /** One of the newsroom's own; the others came with the program. */
  readonly isOwn: boolean;
  readonly settings: ProfileSettings;
  readonly figures: ProfileFigures;
}

/** How a press prints by its .icc file. */
export interface ProfileFigures {
  /** What the .icc file calls itself. */
  readonly iccName: string;
  /** The most ink that a picture gets, percent. */
  readonly mostInkPercent: number;
  readonly paper: PrintedColour;
  /** Black ink alone. */
  readonly black: PrintedColour;
  /** The darkest mix that a picture gets. */
  readonly darkest: PrintedColour;
}

/** A colour as it measures (L*, a*, b* on D50) and as the screen shows it, `#rrggbb`. */
export interface PrintedColour {
  readonly lab: readonly number[];
  readonly screen: string;
}

/** The form of each of these calls. */
export const PROFILE_CALLS: Readonly<Record<keyof ProfileHost, CallForm>> = {
  listProfiles: VALUES,
  readProfile: VALUES,
  takeInProfile: BYTES_OUT,
  changeProfile: VALUES,
  copyProfile: VALUES,
  deleteProfile: VALUES,
  exportProfile: BYTES_BACK,
};
