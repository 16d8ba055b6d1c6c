import type { HouseFiller, NewFiller } from '#engine/model/house-filler.ts';
import { type Answer, BYTES_BACK, BYTES_OUT, type CallForm, VALUES } from './answer.ts';

/** The calls of the contract that have to do with the stock of fillers (补白库). */
export interface FillerHost {
  /** The fillers that came with the program, then the newsroom's own. */
  listFillers(request: Readonly<Record<string, never>>): Promise<Answer<FillerStock>>;
  /** Keeps a filler of the newsroom's own; `bytes` is the file of a picture filler, else empty. */
  keepFiller(request: KeepFillerRequest): Promise<Answer<FillerStock>>;
  /** Takes a filler of the newsroom's own out of the stock; pages that show it keep it. */
  removeFiller(request: FillerRequest): Promise<Answer<FillerStock>>;
  /** The file of a picture filler, to be taken into the assets of an issue. */
  fillerFile(request: FillerRequest): Promise<Answer<Uint8Array>>;
}

/** A filler as the desk lists it. */
export interface StockedFiller {
  readonly filler: HouseFiller;
  /** One of the newsroom's own; the others came with the program. */
  readonly isOwn: boolean;
}

/** What the house has in stock. */
export interface FillerStock {
  readonly fillers: readonly StockedFiller[];
  /** Names of files among the newsroom's own that cannot be read. */
  readonly broken: readonly string[];
}

/** Names a filler of the newsroom's own. */
export interface FillerRequest {
  readonly id: string;
}

/** A new filler. */
export interface KeepFillerRequest {
  readonly filler: NewFiller;
  readonly bytes: Uint8Array;
}

/** The form of each of these calls. */
export const FILLER_CALLS: Readonly<Record<keyof FillerHost, CallForm>> = {
  listFillers: VALUES,
  keepFiller: BYTES_OUT,
  removeFiller: VALUES,
  fillerFile: BYTES_BACK,
};
