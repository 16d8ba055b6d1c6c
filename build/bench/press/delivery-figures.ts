import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '#build/bench/figure.ts';
import { assert } from '#engine/units/assert.ts';
import { openDeliveryQueue } from '#host/delivery/delivery-queue.ts';
import { openHotFolder } from '#host/delivery/hot-folder.ts';
import { sha256 } from '#host/issue-folder/assets.ts';
import { cutAfter } from './cut-after.ts';

const CUTS = 50;

/** A page delivered over a line that is cut at random bytes, and what lies at the shop then. */
export async function deliveryFigures(pdf: Uint8Array): Promise<readonly Figure[]> {
  const wanted = sha256(pdf);
  let whole = 0;
  let seenTooEarly = 0;
  for (let round = 0; round < CUTS; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'banxin-cut-'));
    const shop = join(folder, 'shop');
    mkdirSync(shop);
    const cutAt = Math.floor(Math.random() * pdf.length);
    let attempts = 0;
    const opened = await openDeliveryQueue({
      folder: join(folder, 'queue'),
      async openPlace() {
        attempts += 1;
        const place = await openHotFolder(shop);
        return attempts === 1 ? cutAfter(place, cutAt) : place;
      },
      now: () => new Date().toISOString(),
      async pause() {
        // The line is down: nothing may bear the page's name yet.
        if (readdirSync(shop).includes('A06.pdf')) seenTooEarly += 1;
      },
    });
    assert(opened.ok, 'a new folder is in nobody else’s hands');
    const queue = opened.value;
    const order = { id: '1', at: '', target: shop, targetName: shop, by: '', subject: '' };
    await queue.order({ ...order, override: undefined }, [
      { name: 'A06.pdf', bytes: pdf, page: undefined },
    ]);
    await queue.idle();
    await queue.shut();
    const names = readdirSync(shop);
    const isAlone = names.length === 1 && names[0] === 'A06.pdf';
    if (isAlone && sha256(readFileSync(join(shop, 'A06.pdf'))) === wanted) whole += 1;
    rmSync(folder, { recursive: true, force: true });
  }
  return [
    {
      name: 'deliveries cut at a random byte and resumed: files whole',
      value: whole,
      unit: `of ${CUTS}`,
      target: `${CUTS} of ${CUTS}`,
      samples: CUTS,
    },
    {
      name: 'half-written files seen under their final name',
      value: seenTooEarly,
      unit: '',
      target: '0',
      samples: CUTS,
    },
  ];
}
