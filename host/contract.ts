import type { FaceId, FacePart } from '#engine/fonts/typeface.ts';
import type { LineArtKind } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { ImportedAd, WantedFile, WantedPage } from './ad-contract.ts';
import {
  type Answer,
  BYTES_BACK,
  BYTES_OUT,
  type CallForm,
  type Failure,
  VALUES,
} from './answer.ts';
import { DELIVERY_CALLS, type DeliveryHost } from './delivery-contract.ts';
import { FILLER_CALLS, type FillerHost, type FillerStock } from './filler-contract.ts';
import { type DoorState, INBOX_CALLS, type InboxHost } from './inbox-contract.ts';
import type { MenuEntry, MenuModel, SetMenusRequest } from './menu-model.ts';
import type { ChoosePathRequest, ChosenPath, FolderListing } from './path-contract.ts';
import {
  PROFILE_CALLS,
  type ProfileCaption,
  type ProfileHost,
  type ProfileList,
  type ProfileSettings,
  type ProfileSheet,
} from './profile-contract.ts';
import {
  type EarlierState,
  type KeptVersion,
  type ProofRequest,
  VERSION_CALLS,
  type VersionHost,
} from './version-contract.ts';

export type {
  Answer,
  CallForm,
  ChoosePathRequest,
  DoorState,
  EarlierState,
  Failure,
  FillerStock,
  FolderListing,
  KeptVersion,
  MenuEntry,
  MenuModel,
  ProfileCaption,
  ProfileList,
  ProfileSettings,
  ProfileSheet,
  ProofRequest,
  SetMenusRequest,
};

/**
 * The one door between the screen and what lies behind it. Every way in (Electron, loopback) hands
 * the renderer this interface and nothing else. Values are plain data, so they pass as JSON or by
 * structured clone; bytes travel as bytes. Expected trouble comes back as a failure, never thrown.
 */
export interface Host extends InboxHost, ProfileHost, VersionHost, DeliveryHost, FillerHost {
  /** What the start window shows. */
  readDesk(request: NoRequest): Promise<Answer<DeskState>>;
  /** A page of a template as a PNG, filled with the sample's text where it fits. */
  templatePicture(request: {
    readonly template: string;
    readonly page: number;
  }): Promise<Answer<Uint8Array>>;
  /** The first page of an issue folder as it was last saved, as a PNG. */
  issuePicture(request: FolderRequest): Promise<Answer<Uint8Array>>;
  /** Makes the folder of a new issue; open it afterwards. */
  createIssue(request: CreateIssueRequest): Promise<Answer<FolderRequest>>;

  /** Opens an issue for editing, or read-only while another desk has it; closes the one before. */
  openIssue(request: OpenIssueRequest): Promise<Answer<OpenedIssue>>;
  /** The document of the open issue as one Yjs update. */
  issueDocument(request: SessionRequest): Promise<Answer<Uint8Array>>;
  /** Takes in one Yjs update (`bytes`) and answers when it lies on the disk. */
  writeUpdate(request: UpdateRequest): Promise<Answer<Written>>;
  /** Writes issue.json anew and compacts the log. */
  saveIssue(request: SessionRequest): Promise<Answer<Written>>;
  /** Writes the document (`bytes`, one update) with all assets as an issue folder elsewhere. */
  saveCopy(request: SaveCopyRequest): Promise<Answer<FolderRequest>>;
  /** Gives the issue folder back. */
  closeIssue(request: SessionRequest): Promise<Answer<Written>>;

  /** Everything but fonts that composing takes. */
  compositionParts(request: NoRequest): Promise<Answer<CompositionParts>>;
  /** The words for breaking headlines (templates/lexicon/words.bin). */
  lexicon(request: NoRequest): Promise<Answer<Uint8Array>>;
  /** A face for shaping: the font without its outlines. */
  shapingFont(request: { readonly face: FaceId }): Promise<Answer<Uint8Array>>;
  /** A face for painting, by glyph (glyph-addressed-font.ts); without `glyphs` the common ones. */
  paintFont(request: FacePart): Promise<Answer<Uint8Array>>;
  /** From ink to light on newsprint, for the soft proof; see engine/press/proof-table.ts. */
  proofTable(request: { readonly profile: string }): Promise<Answer<Uint8Array>>;
  /** From a photograph's colours to ink, for the plates view; see engine/press/ink-table.ts. */
  inkTable(request: { readonly profile: string }): Promise<Answer<Uint8Array>>;

  /** A picture's file as a browser can show it; an advertiser's PDF as its ink lies. */
  pictureFile(request: PictureRequest): Promise<Answer<Uint8Array>>;
  /** Takes a photograph or an advertiser's PDF (`bytes`) into the assets of the open issue. */
  importPicture(request: ImportPictureRequest): Promise<Answer<ImportedPicture>>;

  /** Begins to press pages of the open issue, in a process of its own. */
  startPress(request: PressRequest): Promise<Answer<PressJob>>;
  /** How far the job is; ask again until it is over. */
  pressProgress(request: PressJob): Promise<Answer<PressProgress>>;
  /** Ends the job; nothing of it is delivered. */
  cancelPress(request: PressJob): Promise<Answer<PressProgress>>;

  /** Asks for a folder or file in the system's own dialog; `path` is undefined when put away. */
  choosePath(request: ChoosePathRequest): Promise<Answer<ChosenPath>>;
  /** What lies in a folder, the issues folder when none is named; for a dialog of our own. */
  listFolder(request: { readonly path?: string | undefined }): Promise<Answer<FolderListing>>;
  /** Shows a file in the system's file manager. */
  showInFolder(request: { readonly path: string }): Promise<Answer<NoAnswer>>;
  /** Sets the native menus of the window; without effect where there are none. */
  setMenus(request: SetMenusRequest): Promise<Answer<NoAnswer>>;
}

/** A call that asks for nothing in particular. */
export type NoRequest = Readonly<Record<string, never>>;

/** An answer that says only that it went well. */
export type NoAnswer = Readonly<Record<string, never>>;

/** What the shell (Electron) tells the window of its own accord. */
export type ShellOrder =
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'open folder'; readonly folder: string };

/** The Electron bridge, `window.banxin`; absent in a browser. */
export interface ShellBridge extends Host {
  /** Calls the listener with every order of the shell; answers how to stop. */
  onShellOrder(listener: (order: ShellOrder) => void): () => void;
}

/** What the start window shows. */
export interface DeskState {
  /** Version of the program. */
  readonly version: string;
  readonly templates: readonly TemplateCaption[];
  /** Latest first. */
  readonly recent: readonly RecentIssue[];
  /** Folder that a new issue is put in unless another is chosen. */
  readonly issuesFolder: string;
  /** The folder the program was started with; the start window is passed over. */
  readonly startFolder: string | undefined;
  /** True where `choosePath` opens the system's own dialogs. */
  readonly hasDialogs: boolean;
  readonly profiles: readonly ProfileCaption[];
}

/** A template as the start window offers it. */
export interface TemplateCaption {
  readonly id: string;
  readonly name: string;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Characters across and body lines down the type area. */
  readonly columns: number;
  readonly lines: number;
  /** The planned pages: number as printed, such as A06, and name. */
  readonly pages: readonly { readonly number: string; readonly name: string }[];
}

/** An issue folder that was open on this machine. */
export interface RecentIssue {
  readonly folder: string;
  readonly paper: string;
  readonly supplement: string;
  /** ISO calendar date of the issue. */
  readonly date: string;
  /** ISO date and time. */
  readonly openedAt: string;
  /** False when the folder is not there at present. */
  readonly isThere: boolean;
}

/** Names an issue folder. */
export interface FolderRequest {
  readonly folder: string;
}

/** What a new issue is made from. */
export interface CreateIssueRequest {
  readonly template: string;
  /** Parent folder; the issue's own is made in it and named after supplement and date. */
  readonly parent: string;
  readonly paper: string;
  readonly supplement: string;
  /** ISO calendar date. */
  readonly date: string;
  /** Issue folder whose partner grid is taken over. */
  readonly partnersFrom?: string | undefined;
}

/** `sample` opens a copy of the sample in the issues folder. */
export interface OpenIssueRequest {
  readonly folder?: string | undefined;
  readonly sample?: boolean | undefined;
  /** Take the folder from a desk on another computer that no longer answers. */
  readonly takeOver?: boolean | undefined;
}

/** What the screen must know of an issue beside its document. */
export interface OpenedIssue {
  /** Names this opening; a later one closes it, and its writes are refused from then on. */
  readonly session: string;
  readonly folder: string;
  /** Who else has the issue open; undefined when it may be edited here. */
  readonly heldBy: IssueHolder | undefined;
  /** What was noticed on opening, such as recovered edits or a lost tail of the log. */
  readonly findings: readonly Finding[];
}

/** A desk that has an issue open. */
export interface IssueHolder {
  readonly computer: string;
  readonly user: string;
  /** ISO date and time. */
  readonly since: string;
}

/** Names the opening that `openIssue` answered. */
export interface SessionRequest {
  readonly session: string;
}

/** One Yjs update. */
export interface UpdateRequest extends SessionRequest {
  readonly bytes: Uint8Array;
}

/** Where to put a copy. */
export interface SaveCopyRequest extends SessionRequest {
  readonly folder: string;
  readonly bytes: Uint8Array;
}

/** What was written lies on the disk. */
export interface Written {
  /** ISO date and time. */
  readonly at: string;
}

/** Everything but fonts that composing takes. */
export interface CompositionParts {
  readonly templates: readonly PageTemplate[];
  readonly faces: readonly FaceCaption[];
  /** The newsroom's own words for headlines (templates/lexicon/newsroom.json), unparsed. */
  readonly newsroomWords: unknown;
}

/** A face of the catalogue. */
export interface FaceCaption {
  readonly id: FaceId;
  /** Family name as the face itself states it. */
  readonly name: string;
  readonly weight: number;
  /** Faces to try, in order, for a character that this one lacks. */
  readonly fallbacks: readonly FaceId[];
}

/** Which asset, by its file name: sha-256 and suffix. */
export interface PictureRequest extends SessionRequest, WantedFile {
  readonly asset: string;
  /** Another issue folder that has the picture, where two issues are compared. */
  readonly folder?: string | undefined;
}

/** A photograph to take in. */
export interface ImportPictureRequest extends SessionRequest, WantedPage {
  /** File name as it came, for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A photograph in the assets. */
export interface ImportedPicture {
  readonly asset: string;
  /** Upright size. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Caption and the photographer's bare name, found in the file (XMP, IPTC or EXIF). */
  readonly caption: string;
  readonly credit: string;
  /** For a file of black and white and nothing between; left out of all others. */
  readonly lineArt?: LineArtKind;
  /** For an advertiser's PDF file: how it is placed, and what there is to say of it. */
  readonly ad?: ImportedAd;
}

/** Which pages to press, for whom, and where to. */
export interface PressRequest extends SessionRequest {
  /** By place in the issue, from 0. */
  readonly pages: readonly number[];
  readonly profile: string;
  /** Folder for the PDF files; made when it is not there. */
  readonly folder: string;
  /** Press although findings block it, as a proof that is no plate and is named as one. */
  readonly inSpiteOfFindings: boolean;
  /** Lay the report of preflight beside each page, as PDF and JSON. */
  readonly hasReport: boolean;
}

/** Names a press job. */
export interface PressJob {
  readonly job: string;
}

/** How far a press job is. */
export interface PressProgress {
  readonly state: 'running' | 'delivered' | 'blocked' | 'cancelled' | 'failed';
  readonly pagesDone: number;
  readonly pagesAll: number;
  /** Files delivered, by full path. */
  readonly files: readonly PressedPage[];
  /** What preflight noticed; `blocked` has findings that block press. */
  readonly findings: readonly Finding[];
  readonly failure: Failure | undefined;
}

/** A delivered file. */
export interface PressedPage {
  readonly page: string;
  readonly path: string;
  readonly bytes: number;
}

/** Name of a call through the door. */
export type HostCall = keyof Host;

/**
 * Every call and its form. The doors are built from this list, so a call cannot be added to one way
 * in and forgotten in another.
 */
export const HOST_CALLS: Readonly<Record<HostCall, CallForm>> = {
  readDesk: VALUES,
  templatePicture: BYTES_BACK,
  issuePicture: BYTES_BACK,
  createIssue: VALUES,
  openIssue: VALUES,
  issueDocument: BYTES_BACK,
  writeUpdate: BYTES_OUT,
  saveIssue: VALUES,
  saveCopy: BYTES_OUT,
  closeIssue: VALUES,
  compositionParts: VALUES,
  lexicon: BYTES_BACK,
  shapingFont: BYTES_BACK,
  paintFont: BYTES_BACK,
  proofTable: BYTES_BACK,
  inkTable: BYTES_BACK,
  pictureFile: BYTES_BACK,
  importPicture: BYTES_OUT,
  startPress: VALUES,
  pressProgress: VALUES,
  cancelPress: VALUES,
  choosePath: VALUES,
  listFolder: VALUES,
  showInFolder: VALUES,
  setMenus: VALUES,
  ...INBOX_CALLS,
  ...PROFILE_CALLS,
  ...VERSION_CALLS,
  ...DELIVERY_CALLS,
  ...FILLER_CALLS,
};

const MEGABYTE = 1024 * 1024;
/** A photograph, a draft, and the file of a filler. */
const LARGE_CALLS: readonly HostCall[] = ['importPicture', 'submitDraft', 'keepFiller'];

/** The most that the field `bytes` of a request may hold: a photograph, a draft, or an issue. */
export function mostBytes(call: HostCall): number {
  return LARGE_CALLS.includes(call) ? 64 * MEGABYTE : 16 * MEGABYTE;
}

/** True when the word names a call of the contract. */
export function isHostCall(word: string): word is HostCall {
  return Object.hasOwn(HOST_CALLS, word);
}
