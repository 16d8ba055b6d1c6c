import type {
  DraftCaption,
  DraftOrigin,
  DraftState,
  OpenedDraft,
  WatchedFolder,
} from '#engine/intake/inbox-draft.ts';
import { type Answer, BYTES_BACK, BYTES_OUT, type CallForm, VALUES } from './answer.ts';

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
};
