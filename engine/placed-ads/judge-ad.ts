import { createPdfFile, latinBytes, reference } from '#engine/press/pdf-file.ts';
import { pdfNumber } from '#engine/press/pdf-syntax.ts';
import { type PressAd, writeAd } from '#engine/press/placed-ad.ts';
import { type PlacedReading, readPlaced } from '#engine/read-back/read-placed.ts';
import type { AdPlacement } from './ad-pages.ts';
import type { AdOrder } from './ad-reading.ts';

/**
 * Judges an ad at its printed size by the rules by which the finished page will be: it is pressed
 * alone on a page of its own and read back.
 */
export function judgeAd(ad: PressAd, placement: AdPlacement, order: AdOrder): PlacedReading {
  return readPlaced(adAlone(ad, placement, order.scale), {
    standard: order.standard,
    inkLimitPercent: order.inkLimitPercent,
  });
}

const DECIMALS = 6;

/** A page that holds the ad and nothing else. */
export function adAlone(ad: PressAd, placement: AdPlacement, scale: number): Uint8Array {
  const file = createPdfFile('1.6');
  const [catalog, pages, page] = [file.reserve(), file.reserve(), file.reserve()];
  const form = writeAd(file, ad);
  const number = (value: number) => pdfNumber(value, DECIMALS);
  const content = `q ${number(scale)} 0 0 ${number(scale)} 0 0 cm /Ad Do Q\n`;
  const stream = file.addStream('', latinBytes(content));
  const box = `[0 0 ${number(placement.widthPt * scale)} ${number(placement.heightPt * scale)}]`;
  file.add(
    `<</Type/Page/Parent ${reference(pages)}/MediaBox${box}/TrimBox${box}` +
      `/Resources<</XObject<</Ad ${reference(form)}>>>>/Contents ${reference(stream)}>>`,
    page,
  );
  file.add(`<</Type/Pages/Count 1/Kids[${reference(page)}]>>`, pages);
  file.add(`<</Type/Catalog/Pages ${reference(pages)}>>`, catalog);
  const info = file.add('<<>>');
  return file.finish({ root: catalog, info, id: ['00', '00'] });
}
