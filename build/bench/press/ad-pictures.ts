import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adAlone } from '#engine/placed-ads/judge-ad.ts';
import { makeAd } from '#engine/placed-ads/make-ad.ts';
import { type AdPreview, previewAd } from '#engine/placed-ads/preview-ad.ts';
import { assert } from '#engine/units/assert.ts';
import type { LoadedPressProfile } from '#host/press/load-press-profile.ts';
import type { AdCase } from './ad-files/ad-case.ts';
import { adFile } from './ad-files/ad-file.ts';
import { orderFor } from './ad-files/all-ads.ts';

/** A picture of three colours, 0 to 255 each. */
export interface ColourPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixels: Uint8Array;
}

/** The first page of a file as poppler paints it. */
export function popplerPicture(pdf: Uint8Array, ppi: number): ColourPicture {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-picture-'));
  try {
    const path = join(folder, 'ad.pdf');
    writeFileSync(path, pdf);
    const words = ['-r', String(ppi), '-cropbox', '-singlefile', path, join(folder, 'ad')];
    execFileSync('pdftoppm', words, { stdio: ['ignore', 'ignore', 'ignore'] });
    const file = readFileSync(join(folder, 'ad.ppm'));
    const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(file.toString('latin1', 0, 40));
    assert(head !== null, 'poppler writes pixels');
    const [widthPx, heightPx] = [Number(head[1]), Number(head[2])];
    return { widthPx, heightPx, pixels: file.subarray(head[0].length) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const CORNERS = 16;

/** The colours that poppler gives to the sixteen mixtures of whole inks; the rest lies between. */
function popplerCorners(): readonly (readonly number[])[] {
  const squares = Array.from({ length: CORNERS }, (_, mixture) => {
    const inks = [0, 1, 2, 3].map((ink) => (mixture >> ink) & 1);
    return `${inks.join(' ')} k ${mixture * 10} 0 10 100 re f`;
  });
  const { pixels, widthPx } = popplerPicture(adFile({ contents: squares }), 72);
  return squares.map((_, mixture) => {
    const at = (50 * widthPx + mixture * 10 + 5) * 3;
    return [...pixels.subarray(at, at + 3)];
  });
}

/** Inks in the colours that poppler gives them. */
export function shownAsPoppler(preview: AdPreview): ColourPicture {
  const corners = popplerCorners();
  const { heightPx, inks, widthPx } = preview;
  const pixels = new Uint8Array(widthPx * heightPx * 3);
  for (let pixel = 0; pixel < widthPx * heightPx; pixel += 1) {
    const colour = [0, 0, 0];
    for (let mixture = 0; mixture < CORNERS; mixture += 1) {
      let share = 1;
      for (let ink = 0; ink < 4; ink += 1) {
        const amount = (inks[pixel * 4 + ink] ?? 0) / 255;
        share *= (mixture >> ink) & 1 ? amount : 1 - amount;
      }
      if (share === 0) continue;
      for (let at = 0; at < 3; at += 1) {
        colour[at] = (colour[at] ?? 0) + share * (corners[mixture]?.[at] ?? 0);
      }
    }
    pixels.set(colour.map(Math.round), pixel * 3);
  }
  return { widthPx, heightPx, pixels };
}

/** How two pictures of one size differ. */
export interface PictureDifference {
  /** Mean over all pixels and colours, percent. */
  readonly meanPercent: number;
  /** Part of the pixels of which a colour differs by more than a third, percent. */
  readonly strayPercent: number;
}

const A_THIRD = 85;

/** Compares pictures; an edge row or column that only one of them has is left out. */
export function comparePictures(one: ColourPicture, other: ColourPicture): PictureDifference {
  const [width, height] = [
    Math.min(one.widthPx, other.widthPx),
    Math.min(one.heightPx, other.heightPx),
  ];
  let sum = 0;
  let stray = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let most = 0;
      for (let colour = 0; colour < 3; colour += 1) {
        const here = one.pixels[(y * one.widthPx + x) * 3 + colour] ?? 0;
        const there = other.pixels[(y * other.widthPx + x) * 3 + colour] ?? 0;
        sum += Math.abs(here - there);
        most = Math.max(most, Math.abs(here - there));
      }
      if (most > A_THIRD) stray += 1;
    }
  }
  const pixels = width * height;
  return { meanPercent: sum / pixels / 3 / 2.55, strayPercent: (stray / pixels) * 100 };
}

/** What the desk shows of an ad beside what poppler shows of the file as it came. */
export async function adPictures(
  ad: AdCase,
  press: LoadedPressProfile,
): Promise<{ readonly ours: ColourPicture; readonly theirs: ColourPicture }> {
  const order = { ...orderFor(press, ad.page), mends: ['spots', 'colours', 'ink'] as const };
  const bytes = await ad.make();
  const [made, preview] = [await makeAd(bytes, order), await previewAd(bytes, order)];
  assert(made.ad && made.placement && preview, `${ad.name} can be shown`);
  const ours = shownAsPoppler(preview);
  const ppi = (72 * preview.widthPx) / made.placement.widthPt;
  const original = ad.wants === 'right' ? popplerPicture(bytes, ppi) : undefined;
  const isAlike = original !== undefined && sameSize(original, ours);
  // Mends change colours, boxes and turns change the view: then poppler shows the ad as placed.
  const theirs = isAlike ? original : popplerPicture(adAlone(made.ad, made.placement, 1), ppi);
  return { ours, theirs };
}

function sameSize(one: ColourPicture, other: ColourPicture): boolean {
  const isNear = (a: number, b: number) => Math.abs(a - b) <= 1;
  return isNear(one.widthPx, other.widthPx) && isNear(one.heightPx, other.heightPx);
}
