import { readFileSync } from 'node:fs';
import { type HouseFiller, parseFillerStock } from '#engine/model/house-filler.ts';

/** The fillers that are shipped. */
export const SHIPPED_STOCK: readonly HouseFiller[] = shipped();

function shipped(): readonly HouseFiller[] {
  const file = new URL('../../../templates/fillers/house-fillers.json', import.meta.url);
  const parsed = parseFillerStock(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return parsed.value;
}

/** A filler of the shipped stock. */
export function shippedFiller(id: string): HouseFiller {
  const found = SHIPPED_STOCK.find((filler) => filler.id === id);
  if (found === undefined) throw new Error(`no filler ${id}`);
  return found;
}
