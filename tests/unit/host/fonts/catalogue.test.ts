import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bundledFaces, type CatalogueFace, fallbackFaces } from '#host/fonts/catalogue.ts';

const faces = bundledFaces();

describe('the bundled faces', () => {
  test('are eight weights of Song, nine of Hei and three of Kai', () => {
    const ids = faces.map((face) => face.id);
    expect(ids.filter((id) => id.startsWith('song-'))).toHaveLength(8);
    expect(ids.filter((id) => id.startsWith('hei-'))).toHaveLength(9);
    expect(ids.filter((id) => id.startsWith('kai-'))).toEqual(['kai-300', 'kai-500', 'kai-700']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('are all there', () => {
    expect(faces.filter((face) => !existsSync(face.file))).toEqual([]);
  });
});

describe('a character a face lacks', () => {
  test('is looked for in Song first when the face is Kai', () => {
    expect(fallbackFaces(faces, 'kai-500')).toEqual(['song-500', 'hei-500']);
  });

  test('is looked for in the nearest weight', () => {
    expect(fallbackFaces(faces, 'song-900')).toEqual(['hei-900', 'kai-700']);
    expect(fallbackFaces(faces, 'hei-100')).toEqual(['song-200', 'kai-300']);
  });

  test('is looked for in Kai first when the face is a FangSong of the newsroom', () => {
    const own: CatalogueFace = {
      id: 'FZFSJW--GB1-0',
      style: 'fang',
      weight: 400,
      name: '方正仿宋简体',
      isBundled: false,
      faceIndex: 0,
      file: 'FZFSJW.TTF',
    };
    expect(fallbackFaces([...faces, own], own.id)).toEqual(['kai-300', 'song-400', 'hei-400']);
  });
});
