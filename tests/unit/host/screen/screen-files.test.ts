import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { describeFace } from '#engine/fonts/face-description.ts';
import { fontBytesOf } from '#engine/fonts/font-bytes.ts';
import { openFontProgram } from '#engine/fonts/font-program.ts';
import { readScreenFile } from '#host/screen/screen-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'banxin-screen-files-'));
writeFileSync(join(folder, 'index.html'), '<p>版心</p>');
writeFileSync(join(folder, 'built-from.txt'), 'sources');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('answers the page for the bare address', async () => {
  const file = await readScreenFile(folder, '/');
  expect(new TextDecoder().decode(file?.bytes)).toBe('<p>版心</p>');
  expect(file?.mediaType).toBe('text/html; charset=utf-8');
});

it('has the whole face for rare characters of the screen', async () => {
  const file = await readScreenFile('', '/fonts/hei-400.ttf');
  expect(file?.mediaType).toBe('font/ttf');
  const program = openFontProgram({
    bytes: fontBytesOf(file?.bytes ?? new Uint8Array()),
    faceIndex: 0,
  });
  expect(describeFace(program)).toMatchObject({ familyName: 'Noto Sans SC', weight: 400 });
});

it.each(['/fonts/song-400.ttf', '/../index.html', '/.hidden.js', '/built-from.txt', '/away.html'])(
  'has nothing at %s',
  async (path) => {
    expect(await readScreenFile(folder, path)).toBeUndefined();
  },
);
