import type { DisplayList } from '#engine/display/display-list.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Finding } from '#engine/units/finding.ts';

/**
 * The one door between the screen and what lies behind it. Every way in (Electron, loopback) hands
 * the renderer this interface and nothing else. Values are plain data, so they pass as JSON or by
 * structured clone; bytes travel as bytes. Expected trouble comes back as a failure, never thrown.
 */
export interface Host {
  /** Opens the issue the host was started with, or the sample when it was started without one. */
  openIssue(request: OpenIssueRequest): Promise<Answer<OpenedIssue>>;
  /** Composes one page of the open issue. */
  composePage(request: PageRequest): Promise<Answer<DisplayedPage>>;
  /** A face for painting: every glyph stands at the code point U+F0000 plus its glyph id. */
  paintFont(request: FontRequest): Promise<Answer<Uint8Array>>;
  /** The file of a picture as it lies in the assets of the open issue. */
  pictureFile(request: PictureRequest): Promise<Answer<Uint8Array>>;
}

/** `folder` names an issue folder; undefined leaves the choice to the host. */
export interface OpenIssueRequest {
  readonly folder?: string;
}

/** Which page, by its place in the issue, from 0. */
export interface PageRequest {
  readonly page: number;
}

/** Which face of the catalogue. */
export interface FontRequest {
  readonly face: FaceId;
}

/** Which asset, by its file name: sha-256 and suffix. */
export interface PictureRequest {
  readonly asset: string;
}

/** What the screen must know of an issue before it shows a page. */
export interface OpenedIssue {
  readonly paper: string;
  readonly supplement: string;
  /** ISO calendar date. */
  readonly date: string;
  readonly pages: readonly PageCaption[];
}

/** What stands on the tab of a page. */
export interface PageCaption {
  /** As printed, such as A06. */
  readonly number: string;
  readonly name: string;
}

/** A composed page with the observations made while composing it. */
export interface DisplayedPage {
  readonly list: DisplayList;
  readonly findings: readonly Finding[];
}

/** The value asked for, or why there is none. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

/** Why something could not be had; the sentence is made from the code by renderer/strings. */
export interface Failure {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Name of a call through the door. */
export type HostCall = keyof Host;

/**
 * Every call and the form of its answer. The doors are built from this list, so a call cannot be
 * added to one way in and forgotten in another.
 */
export const HOST_CALLS: Readonly<Record<HostCall, 'values' | 'bytes'>> = {
  openIssue: 'values',
  composePage: 'values',
  paintFont: 'bytes',
  pictureFile: 'bytes',
};

/** True when the word names a call of the contract. */
export function isHostCall(word: string): word is HostCall {
  return Object.hasOwn(HOST_CALLS, word);
}
