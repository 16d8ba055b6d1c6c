import sharp from 'sharp';
import type { DisplayList } from '#engine/display/display-list.ts';
import type { ProgramFontBook } from '#engine/fonts/font-book.ts';
import { pictureKey } from '#engine/press/image.ts';
import type { InkTable } from '#engine/press/ink-table.ts';
import { pictureItems, preparePictures, type ReadAsset } from '#host/pictures/page-pictures.ts';
import type { SeparatedPicture } from '#host/pictures/separate-picture.ts';
import { type PressAttempt, pressed } from '#host/press/press-failure.ts';
import { inkPicture } from './ink-picture.ts';
import { pageSvg } from './page-svg.ts';
import { openSoftProof, type SoftProof } from './soft-proof.ts';

/** What a page proof (大样) is painted from: the display list that goes to press, nothing else. */
export interface PageProofRequest {
  readonly list: DisplayList;
  readonly fonts: ProgramFontBook;
  readonly readAsset: ReadAsset;
  /** The press, by which inks are shown. */
  readonly icc: Uint8Array;
  readonly inkTable: InkTable;
  readonly inkLimitPercent: number;
  readonly ppi: number;
  readonly paper: 'newsprint' | 'white';
}

/** Paints a page as a PNG picture of the trimmed page, as its print will look. */
export async function paintPageProof(request: PageProofRequest): Promise<PressAttempt<Uint8Array>> {
  const { fonts, list, ppi } = request;
  const proof = await openSoftProof(request.icc, request.paper);
  const pictures = await preparePictures(list, {
    readAsset: request.readAsset,
    // More pixels than the proof shows are of no use; quality is for packing, which is left out.
    demands: { ...request, pictureTargetPpi: ppi, pictureQuality: 100, isToned: true },
    known: new Map(),
    finish: (picture) => pictureAddress(picture, proof),
  });
  if (!pictures.ok) return pictures;
  const ads = await adAddresses(request, proof);
  const svg = pageSvg(list, Math.round((list.widthPt / 72) * ppi), {
    fonts,
    proof,
    pictureAddress: (item) => pictures.value.get(pictureKey(item)) ?? ads.get(pictureKey(item)),
  });
  const png = await sharp(Buffer.from(svg), { unlimited: true }).removeAlpha().png().toBuffer();
  return pressed(new Uint8Array(png));
}

/** The picture as the print shows it, packed into a `data:` address. */
async function pictureAddress(picture: SeparatedPicture, proof: SoftProof): Promise<string> {
  if (picture.inks === 'line art') throw new Error('tones were asked for');
  const { heightPx, inks, samples, widthPx } = picture;
  return addressOf(
    { widthPx, heightPx, inks: inks === 'cmyk' ? samples : onAllPlates(samples) },
    proof,
  );
}

async function addressOf(
  picture: Parameters<typeof inkPicture>[0],
  proof: SoftProof,
): Promise<string> {
  const png = await inkPicture(picture, proof);
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}

/** Placed ads as pictures of their ink, which are fine enough for a proof. */
async function adAddresses(
  { inkLimitPercent, inkTable, list, readAsset }: PageProofRequest,
  proof: SoftProof,
): Promise<ReadonlyMap<string, string>> {
  const addresses = new Map<string, string>();
  for (const item of pictureItems(list.items)) {
    const { adPage, asset } = item;
    const file = adPage && asset !== undefined ? await readAsset(asset) : undefined;
    if (adPage === undefined || file?.ok !== true) continue;
    const { previewAd } = await import('#engine/placed-ads/preview-ad.ts');
    const asked = { ...adPage, scale: 1, inkTable, inkLimitPercent, standard: 'x4' } as const;
    const preview = await previewAd(file.value, asked);
    if (preview) addresses.set(pictureKey(item), await addressOf(preview, proof));
  }
  return addresses;
}

function onAllPlates(blacks: Uint8Array): Uint8Array {
  const inks = new Uint8Array(blacks.length * 4);
  blacks.forEach((black, at) => {
    inks[at * 4 + 3] = black;
  });
  return inks;
}
