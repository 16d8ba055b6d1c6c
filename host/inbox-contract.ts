import type {
  DraftCaption,
  DraftOrigin,
  DraftState,
  OpenedDraft,
  WatchedFolder,
} from '#engine/intake/inbox-draft.ts';
import {
  type Answer,
  BYTES_BACK,
  BYTES_OUT,
  type CallForm,
  type Failure,
  VALUES,
} from './answer.ts';

/** The calls of the contract that have to do with drafts; they are part of `Host`. */
export interface InboxHost {
  /** Drafts that hold all words of the search, the latest first; asked again to see what is new. */
  listDrafts(request: ListDraftsRequest): Promise<Answer<DraftList>>;
  /** A draft with all that it holds, and what was decided about it. */
  openDraft(request: DraftRequest): Promise<Answer<OpenedDraft>>;
  /** A picture of a draft as it came; for the screen a TIFF, which no browser shows, as a JPEG. */
  draftPicture(request: DraftPictureRequest): Promise<Answer<Uint8Array>>;
  /** The draft as it was received, to the byte. */
  draftFile(request: DraftRequest): Promise<Answer<Uint8Array>>;
  /** Takes in a draft (`bytes`) and answers when it is on the disk; it is read afterwards. */
  submitDraft(request: SubmitDraftRequest): Promise<Answer<DraftCaption>>;
  /** Notes what was decided about a draft. */
  markDraft(request: MarkDraftRequest): Promise<Answer<DraftCaption>>;
  /** Takes drafts from a folder from now on; from none when none is named. */
  watchFolder(request: WatchFolderRequest): Promise<Answer<WatchedFolder>>;
  /** How the correspondents' door stands. */
  doorState(request: Readonly<Record<string, never>>): Promise<Answer<DoorState>>;
  /** Opens the door or shuts it, from now on and at every start of the desk. */
  setDoor(request: SetDoorRequest): Promise<Answer<DoorState>>;
  /** Invites a unit; its code is told this once. */
  addInvitation(request: AddInvitationRequest): Promise<Answer<NewInvitation>>;
  /** Ends an invitation: its code opens nothing from now on. */
  withdrawInvitation(request: WithdrawInvitationRequest): Promise<Answer<DoorState>>;
}

/** The correspondents' door (投稿门) as the desk shows it. */
export interface DoorState {
  readonly isOpen: boolean;
  /** Address that it listens at, or would. */
  readonly address: string;
  readonly port: number;
  /** What correspondents type into their browsers; none while it is shut. */
  readonly links: readonly string[];
  /** Addresses that it may be opened at: this machine alone first, then those of the network. */
  readonly addresses: readonly string[];
  /** Invitations that hold, the oldest first. */
  readonly invitations: readonly DoorInvitation[];
  readonly limits: ShownLimits;
  /** Why it is not open although it is to be. */
  readonly trouble: Failure | undefined;
}

/** What the door takes. */
export interface ShownLimits {
  readonly pictures: number;
  readonly sendingMegabytes: number;
  readonly sendingsPerUnitADay: number;
}

/** A unit that may send drafts. */
export interface DoorInvitation {
  readonly id: string;
  readonly unit: string;
  /** ISO date and time. */
  readonly madeAt: string;
}

/** A fresh invitation with its code. */
export interface NewInvitation {
  readonly code: string;
  readonly state: DoorState;
}

/** How the door is to stand. */
export interface SetDoorRequest {
  readonly isOpen: boolean;
  /** IPv4. */
  readonly address: string;
  readonly port: number;
}

/** Whom to invite. */
export interface AddInvitationRequest {
  readonly unit: string;
}

/** Which invitation to end. */
export interface WithdrawInvitationRequest {
  readonly id: string;
}

/** Which drafts the list is to show. */
export interface ListDraftsRequest {
  /** Words apart by blanks; in any part of a draft, of one character or more. */
  readonly search?: string | undefined;
  readonly state?: DraftState | undefined;
}

/** The inbox as it stands. */
export interface DraftList {
  /** The latest five hundred of those found. */
  readonly drafts: readonly DraftCaption[];
  /** How many were found in all. */
  readonly count: number;
  readonly watched: WatchedFolder;
  /** Records of the inbox that a damaged disk has lost. */
  readonly lostRecords: number;
}

/** Names a draft by its receipt number. */
export interface DraftRequest {
  readonly receipt: string;
}

/** Names a picture as the matter of the draft does. */
export interface DraftPictureRequest extends DraftRequest {
  readonly picture: string;
  readonly isForScreen: boolean;
}

/** A draft that somebody drops or pastes. */
export interface SubmitDraftRequest {
  /** Name of the file; of a paste, what it is to be called. */
  readonly name: string;
  readonly origin: Extract<DraftOrigin, 'dropped' | 'pasted'>;
  readonly bytes: Uint8Array;
}

/** A decision; to return or spike a draft takes a reason. */
export interface MarkDraftRequest extends DraftRequest {
  readonly state: DraftState;
  readonly reason: string;
  /** Who decides. */
  readonly by: string;
}

/** The folder to watch; none ends it. */
export interface WatchFolderRequest {
  readonly folder?: string | undefined;
}

/** The form of each of these calls. */
export const INBOX_CALLS: Readonly<Record<keyof InboxHost, CallForm>> = {
  listDrafts: VALUES,
  openDraft: VALUES,
  draftPicture: BYTES_BACK,
  draftFile: BYTES_BACK,
  submitDraft: BYTES_OUT,
  markDraft: VALUES,
  watchFolder: VALUES,
  doorState: VALUES,
  setDoor: VALUES,
  addInvitation: VALUES,
  withdrawInvitation: VALUES,
};
