import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { pressPdf } from '#engine/press/press-pdf.ts';
import { mmToPt } from '#engine/units/units.ts';
import { jobOf, typeLine } from './planted-job.ts';

/** pdf-lib is to place advertisers' pages; here it reads a page of ours as it reads theirs. */
describe('a pressed page in the hands of pdf-lib', () => {
  it('is one page with its boxes and its title', async () => {
    const bytes = pressPdf(jobOf([typeLine('园区周刊')]));
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(document.getPageCount()).toBe(1);
    expect(document.getTitle()).toBe('湘潭日报 园区周刊 2021-06-18 A06');
    const page = document.getPage(0);
    const { width, height } = page.getTrimBox();
    expect(width).toBeCloseTo(mmToPt(120), 2);
    expect(height).toBeCloseTo(mmToPt(85), 2);
    expect(page.getMediaBox().width).toBeGreaterThan(width);
  });

  it('can be placed on another page', async () => {
    const bytes = pressPdf(jobOf([typeLine('园区周刊')]));
    const sheet = await PDFDocument.create();
    const [placed] = await sheet.embedPdf(bytes);
    if (placed === undefined) throw new Error('nothing was embedded');
    sheet.addPage([400, 400]).drawPage(placed, { x: 10, y: 10 });
    const again = await PDFDocument.load(await sheet.save());
    expect(again.getPageCount()).toBe(1);
    expect(placed.width).toBeGreaterThan(mmToPt(120));
  });
});
