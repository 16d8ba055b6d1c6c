import { expect, it } from 'vitest';
import type { PictureItem } from '#engine/display/display-list.ts';
import { pictureKey, pictureName } from '#engine/press/image.ts';

const PICTURE: PictureItem = {
  kind: 'picture',
  picture: 'workshop',
  asset: `${'0123456789abcdef'.repeat(4)}.jpeg`,
  frame: { x: 0, y: 0, width: 1105.51181, height: 1530.70866 },
  crop: { x: 0.12345, y: 0.23456, width: 0.34567, height: 0.45678 },
  greyscale: true,
};

it('names a picture within the 127 bytes of a PDF name, and each cut of it differently', () => {
  const names = [0.1, 0.2, 0.3].map((x) =>
    pictureName(pictureKey({ ...PICTURE, crop: { ...PICTURE.crop, x } })),
  );
  expect(new Set(names).size).toBe(3);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(127);
  expect(names[0]).toMatch(/^\/picture-0123456789ab-\d+$/);
});
