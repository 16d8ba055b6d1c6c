import { openColourEngine } from '#engine/press/colour-engine.ts';
import { mixesOfProofTable, type ProofColours, readProofTable } from '#engine/press/proof-table.ts';
import { readLcmsWasm } from '#host/press/load-press-profile.ts';

const TABLES = new WeakMap<Uint8Array, Promise<ProofColours>>();

/** Inks, four bytes a pixel, as the sRGB of their print on a white page, three bytes a pixel. */
export async function inksAsLight(icc: Uint8Array, inks: Uint8Array): Promise<Uint8Array> {
  const known = TABLES.get(icc) ?? lightTable(icc);
  TABLES.set(icc, known);
  const lightOf = await known;
  const view = new DataView(inks.buffer, inks.byteOffset, inks.length);
  const rgb = new Uint8Array((inks.length / 4) * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    const light = lightOf(view.getUint32(from));
    rgb[to] = light >> 16;
    rgb[to + 1] = (light >> 8) & 255;
    rgb[to + 2] = light & 255;
  }
  return rgb;
}

async function lightTable(icc: Uint8Array): Promise<ProofColours> {
  const engine = await openColourEngine(await readLcmsWasm());
  const table = readProofTable(engine.rgbOf(icc, mixesOfProofTable(), 'white'));
  if (table === undefined) throw new Error('the table of a press has the wrong size');
  return table;
}
