import sharp from 'sharp';
import type { DisplayList } from '#engine/display/display-list.ts';
import type { ProgramFontBook } from '#engine/fonts/font-book.ts';
import { pictureKey } from '#engine/press/image.ts';
import type { InkTable } from '#engine/press/ink-table.ts';
import { preparePictures, type ReadAsset } from '#host/pictures/page-pictures.ts';
import type { SeparatedPicture } from '#host/pictures/separate-picture.ts';
import { type PressAttempt, pressed } from '#host/press/press-failure.ts';
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
    demands: { ...request, pictureTargetPpi: ppi, pictureQuality: 100 },
    known: new Map(),
    finish: (picture) => pictureAddress(picture, proof),
  });
  if (!pictures.ok) return pictures;
  const svg = pageSvg(list, Math.round((list.widthPt / 72) * ppi), {
    fonts,
    proof,
    pictureAddress: (item) => pictures.value.get(pictureKey(item)),
  });
  const png = await sharp(Buffer.from(svg), { unlimited: true }).removeAlpha().png().toBuffer();
  return pressed(new Uint8Array(png));
}

/** The picture as the print shows it, packed into a `data:` address. */
async function pictureAddress(picture: SeparatedPicture, proof: SoftProof): Promise<string> {
  const { heightPx, inks, samples, widthPx } = picture;
  const rgb = proof.pixelsOf(inks === 'cmyk' ? samples : onAllPlates(samples));
  const raw = { width: widthPx, height: heightPx, channels: 3 } as const;
  const png = await sharp(rgb, { raw }).png({ compressionLevel: 1 }).toBuffer();
  return `data:image/png;base64,${png.toString('base64')}`;
}

function onAllPlates(blacks: Uint8Array): Uint8Array {
  const inks = new Uint8Array(blacks.length * 4);
  blacks.forEach((black, at) => {
    inks[at * 4 + 3] = black;
  });
  return inks;
}
