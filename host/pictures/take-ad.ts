import type { AdOrder, AdReading } from '#engine/placed-ads/ad-reading.ts';
import type { AdPreview } from '#engine/placed-ads/preview-ad.ts';
import { type AdMend, adPagePixels, orderedMends } from '#engine/units/ad-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { ImportedAd } from '#host/ad-contract.ts';
import { askRoom } from '#host/ask-room.ts';
import type { Failure, ImportedPicture } from '#host/contract.ts';
import type { AdToRead, IntakeNews } from '#host/intake/intake-order.ts';
import type { StartIntakeRoom } from '#host/intake/start-intake-room.ts';
import type { LoadedPressProfile } from '#host/press/load-press-profile.ts';

/** An advertiser's file as it comes in. */
export interface IncomingAd {
  readonly bytes: Uint8Array;
  /** Which page of it, from 1. */
  readonly page: number;
}

/** What taking in an ad works with. */
export interface AdRoom {
  readonly startRoom: StartIntakeRoom;
  readonly press: LoadedPressProfile;
}

/** What is to be known of an ad before it is put among the assets. */
export type TakenAd = Omit<ImportedPicture, 'asset' | 'ad'> & { readonly ad: ImportedAd };

/** A PDF begins with its name, perhaps behind a little junk. */
const HEADER_WITHIN = 1024;

/** True for bytes that say of themselves that they are a PDF. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, HEADER_WITHIN)).includes('%PDF-');
}

/**
 * Reads an advertiser's file in a room of its own. What can be mended is mended and said; what
 * stands against the ad after that refuses it.
 */
export async function takeAd(incoming: IncomingAd, room: AdRoom): Promise<TakenAd | Failure> {
  const first = await readInRoom(incoming, [], room);
  if ('code' in first) return first;
  const mends = first.mends;
  const second = mends.length === 0 ? first : await readInRoom(incoming, mends, room);
  if ('code' in second) return second;
  // Taking colour away from under the black may be needed once light has become inks.
  const further = second.mends.filter((mend) => !mends.includes(mend));
  const all = orderedMends([...mends, ...further]);
  const last = further.length === 0 ? second : await readInRoom(incoming, all, room);
  if ('code' in last) return last;
  return takenOf(last, all);
}

function takenOf(reading: AdReading, mends: readonly AdMend[]): TakenAd | Failure {
  const held = reading.findings.find(isHeld);
  if (held !== undefined) return { code: held.code, values: held.values };
  const { boxPt, findings, finest, light, page, pages } = reading;
  if (boxPt === undefined) return { code: 'ad-damaged', values: {} };
  const size = { widthPt: boxPt.width, heightPt: boxPt.height };
  const adPage = { page, ...size, fit: 'whole', mends, finest } as const;
  return { ...adPagePixels(size), caption: '', credit: '', ad: { adPage, light, findings, pages } };
}

/** How fine its pictures are depends on the slot, which is not known yet. */
function isHeld({ code, severity }: Finding): boolean {
  return severity === 'blocks press' && code !== 'pdf-picture-coarse';
}

/** The longest that an ad is read; opening the room counts. */
const LONGEST_READING_MS = 15_000;

async function readInRoom(
  incoming: IncomingAd,
  mends: readonly AdMend[],
  room: AdRoom,
): Promise<AdReading | Failure> {
  const news = await askAdRoom('ad', { ...incoming, mends }, room);
  if (news.kind === 'ad') return news.reading;
  return news.kind === 'failed' ? news.failure : { code: 'ad-damaged', values: {} };
}

/** A page of an ad as amounts of ink, from a room of its own; undefined when it cannot be had. */
export async function previewInRoom(
  incoming: IncomingAd,
  room: AdRoom,
): Promise<AdPreview | undefined> {
  const news = await askAdRoom('ad preview', { ...incoming, mends: [] }, room);
  return news.kind === 'ad preview' ? news.preview : undefined;
}

function askAdRoom(
  kind: AdToRead['kind'],
  { bytes, mends, page }: IncomingAd & { readonly mends: readonly AdMend[] },
  { press, startRoom }: AdRoom,
): Promise<IntakeNews> {
  const { inkTable, profile } = press;
  const { inkLimitPercent, standard } = profile;
  const order: AdOrder = { page, mends, scale: 1, inkTable, inkLimitPercent, standard };
  const failed = (code: string, values: Failure['values'] = {}): IntakeNews => {
    return { kind: 'failed', failure: { code, values } };
  };
  return askRoom<AdToRead, IntakeNews>(startRoom(), {
    order: { kind, bytes, order },
    hear: (news, tell) => tell(news as IntakeNews),
    longestMs: LONGEST_READING_MS,
    tooSlow: () => failed('ad-too-slow', { seconds: LONGEST_READING_MS / 1000 }),
    stopped: () => failed('ad-reader-stopped'),
  });
}
