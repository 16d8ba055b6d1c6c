import type { Failure } from '#host/contract.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { createStore, type Store } from '#renderer/desk-state/store.ts';

/** A refused ad that could be placed as a picture, for an editor to decide. */
export interface RasterQuestion {
  /** Name of the file. */
  readonly name: string;
  readonly refusal: Failure;
  /** It is being turned into a picture. */
  readonly isDrawing: boolean;
  /** Answers the question; while it is being drawn, `false` stops that. */
  answer(isWanted: boolean): void;
}

/** The question that is open, if one is. */
export interface RasterAsking {
  readonly question: RasterQuestion | undefined;
}

const ASKING = new WeakMap<OpenDesk, Store<RasterAsking>>();

/** The questions of a desk, one after the other. */
export function rasterAsking(desk: OpenDesk): Store<RasterAsking> {
  const known = ASKING.get(desk);
  if (known !== undefined) return known;
  const made = createStore<RasterAsking>({ question: undefined });
  ASKING.set(desk, made);
  return made;
}

/**
 * Asks whether a refused ad shall become a picture. The signal that comes back with yes is raised
 * when the editor stops the drawing; `done` takes the question off the screen.
 */
export async function askForPicture(
  desk: OpenDesk,
  { name, refusal }: Pick<RasterQuestion, 'name' | 'refusal'>,
): Promise<{ readonly stop: AbortSignal; done(): void } | undefined> {
  const asking = rasterAsking(desk);
  const done = () => asking.change({ question: undefined });
  const isWanted = await new Promise<boolean>((answer) => {
    asking.change({ question: { name, refusal, isDrawing: false, answer } });
  });
  if (!isWanted) {
    done();
    return undefined;
  }
  const stopping = new AbortController();
  const answer = (isStillWanted: boolean) => {
    if (!isStillWanted) stopping.abort();
  };
  asking.change({ question: { name, refusal, isDrawing: true, answer } });
  return { stop: stopping.signal, done };
}
