import { assetShownAs } from '#engine/display/shown-asset.ts';
import { platesBehind } from '#engine/press/plates-behind.ts';
import type { Failure, Host, PictureRequest } from '#host/contract.ts';
import { keepPlates } from './given-plates.ts';

/** Narrower copies are made down to this many pixels, each half of the one before. */
const NARROWEST_PX = 400;
/** What could not be had is not asked for again with every keystroke. */
const PAUSE_MS = 5000;

/** A photograph in several widths, the widest first: shrinking 4,000 pixels a tile is slow. */
type Widths = readonly ImageBitmap[];

/** Photographs of the open issue, decoded once. */
export class PictureShelf {
  private readonly host: Host;
  private readonly session: string;
  private readonly widths = new Map<string, Widths>();
  /** On the way, or not to be had. */
  private readonly sent = new Map<string, Promise<Failure | undefined>>();

  constructor(host: Host, session: string) {
    this.host = host;
    this.session = session;
  }

  /** The narrowest copy that is wide enough. */
  picture(asset: string, widthPx: number): ImageBitmap | undefined {
    const widths = this.widths.get(asset);
    return widths?.findLast(({ width }) => width >= widthPx) ?? widths?.[0];
  }

  has(asset: string): boolean {
    return this.widths.has(asset);
  }

  fetch(asset: string): Promise<Failure | undefined> {
    const sent = this.sent.get(asset) ?? this.fetchOnce(asset);
    this.sent.set(asset, sent);
    return sent;
  }

  private async fetchOnce(asset: string): Promise<Failure | undefined> {
    const decoded = await decode(this.host, { session: this.session, ...assetShownAs(asset) });
    if ('failure' in decoded) {
      setTimeout(() => this.sent.delete(asset), PAUSE_MS);
      return decoded.failure;
    }
    this.widths.set(asset, decoded.value);
    return undefined;
  }
}

type Decoded = { readonly value: Widths } | { readonly failure: Failure };

async function decode(host: Host, request: PictureRequest): Promise<Decoded> {
  const { asset } = request;
  const answer = await host.pictureFile(request);
  if (!answer.ok) return answer;
  try {
    const whole = await createImageBitmap(new Blob([answer.value.slice()]));
    const widths = await narrowed(whole);
    const plates = platesBehind(answer.value);
    if (plates !== undefined) keepPlates(widths, await asAmounts(plates));
    return { value: widths };
  } catch {
    return { failure: { code: 'picture-refused', values: { asset } } };
  }
}

/** Amounts of ink are no colours: nothing is to be made of them on the way. */
function asAmounts(plates: Uint8Array): Promise<ImageBitmap> {
  const asTheyAre = { colorSpaceConversion: 'none', premultiplyAlpha: 'none' } as const;
  return createImageBitmap(new Blob([plates.slice()]), asTheyAre);
}

async function narrowed(whole: ImageBitmap): Promise<Widths> {
  const widths = [whole];
  for (let last = whole; last.width / 2 >= NARROWEST_PX; ) {
    const resizeWidth = Math.round(last.width / 2);
    last = await createImageBitmap(last, { resizeWidth, resizeQuality: 'high' });
    widths.push(last);
  }
  return widths;
}
