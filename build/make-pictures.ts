import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { openBenchedDesk } from './bench/desk/desk-browser.ts';
import { placeOnGrid } from './bench/desk/sample-places.ts';
import { SAMPLE_FOLDER } from './bench/sample-desk.ts';
import { HOUSE } from './build-screen.ts';

// `npm run pictures`: the pictures of the README, from the desk and the press as they are today.
/** A point is a pixel: the words can be read, and the file stays small. */
const PAGE_PPI = '72';
/** Inside the lead, whose properties show beside it. */
const IN_LEAD = { column: 22, line: 31 };
/** Fonts, photograph and page pictures are painted when there is time. */
const SETTLED_MS = 3000;

await keepPicture('docs/desk.png', await deskPicture());
await keepPicture('docs/page.png', await pagePicture());

/** The sample on the desk, its lead chosen. */
async function deskPicture(): Promise<Uint8Array> {
  const desk = await openBenchedDesk(SAMPLE_FOLDER, { unlimitedFrames: false });
  try {
    const { x, y } = await placeOnGrid(desk.page, IN_LEAD.column, IN_LEAD.line);
    await desk.page.mouse.click(x, y);
    await desk.page.waitForTimeout(SETTLED_MS);
    return await desk.page.screenshot();
  } finally {
    await desk.close();
  }
}

/** The sample as it is pressed, on white paper. */
function pagePicture(): Promise<Uint8Array> {
  const [pdf, png] = [join(HOUSE, 'out/page.pdf'), join(HOUSE, 'out/page.png')];
  const program = join(HOUSE, 'host/cli/banxin.ts');
  const proof = ['--out', pdf, '--png', png, '--ppi', PAGE_PPI];
  execFileSync(process.execPath, [program, 'press', SAMPLE_FOLDER, ...proof], { stdio: 'inherit' });
  return readFile(png);
}

async function keepPicture(name: string, picture: Uint8Array): Promise<void> {
  await sharp(picture).png({ palette: true, quality: 90, effort: 8 }).toFile(join(HOUSE, name));
  console.log(name);
}
