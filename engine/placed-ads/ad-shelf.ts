import { packStream } from '#engine/press/pack.ts';
import { latinBytes } from '#engine/press/pdf-file.ts';
import type { AdPart } from '#engine/press/placed-ad.ts';

/** Text of an object, with the place of another part wherever it refers to one. */
export type Words = readonly (string | number)[];

/** Parts of the ad that is being made, numbered in order of first use. */
export interface AdShelf {
  reserve(): number;
  put(place: number, body: Words, bytes?: Uint8Array): number;
  add(body: Words, bytes?: Uint8Array): number;
  finish(): readonly AdPart[];
}

/** An empty shelf. */
export function createAdShelf(): AdShelf {
  const parts: (AdPart | undefined)[] = [];
  const shelf: AdShelf = {
    reserve: () => parts.push(undefined) - 1,
    put(place, body, bytes) {
      parts[place] = { body, bytes };
      return place;
    },
    add: (body, bytes) => shelf.put(shelf.reserve(), body, bytes),
    finish: () => parts.map((part) => part ?? { body: ['null'], bytes: undefined }),
  };
  return shelf;
}

/** Categories of resources that content calls for by name. */
export type Category = 'Font' | 'XObject' | 'ExtGState' | 'Pattern' | 'Shading';

const LETTERS: Readonly<Record<Category, string>> = {
  Font: 'F',
  XObject: 'X',
  ExtGState: 'G',
  Pattern: 'P',
  Shading: 'S',
};

/** Resources of one stream of content. */
export interface AdResources {
  /** Name for a part, the same for the same part. */
  name(category: Category, place: number): string;
  dictionary(): Words;
}

/** No resources yet. */
export function createAdResources(): AdResources {
  const shelves = new Map<Category, Map<number, string>>();
  return {
    name(category, place) {
      const names = shelves.get(category) ?? new Map<number, string>();
      shelves.set(category, names);
      const name = names.get(place) ?? `${LETTERS[category]}${names.size}`;
      names.set(place, name);
      return `/${name}`;
    },
    dictionary() {
      const words: (string | number)[] = ['<<'];
      for (const [category, names] of shelves) {
        words.push(`/${category}<<`);
        for (const [place, name] of names) words.push(`/${name} `, place);
        words.push('>>');
      }
      return [...words, '>>'];
    },
  };
}

/** Content as a packed stream. */
export function packedContent(lines: readonly string[]): Uint8Array {
  return packStream(latinBytes(lines.join('\n')));
}
