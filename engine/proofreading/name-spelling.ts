import { placesOf } from './confused-words.ts';
import { namedCompanies, namedPersons, namedPlaces, signedNames } from './names-in-text.ts';
import type { ProofPage } from './page-rule.ts';
import type { PageFault } from './proof-mark.ts';
import type { ProofText } from './proof-text.ts';
import type { ProofRoom } from './text-rule.ts';

/**
 * One spelling per name on a page: a name that differs from another by one character, of those
 * that are mistaken for one another, is reported where it is the rarer.
 */
export function nameSpelling({ texts }: ProofPage, { book }: ProofRoom): readonly PageFault[] {
  const signed = new Set(texts.flatMap(signedNames).map(({ words }) => words));
  const persons = texts.flatMap(namedPersons).map(({ words }) => words);
  const places = texts.flatMap((text) => [...namedPlaces(text), ...namedCompanies(text)]);
  const partners = texts.filter(({ name }) => name.endsWith('/name')).map(({ words }) => words);
  const names = new Set([...signed, ...persons, ...places.map(({ words }) => words), ...partners]);
  const whole = texts.map(({ words }) => words).join('\n');
  const faults: PageFault[] = [];
  for (const usual of names) {
    for (const other of misspellings(usual, book.lookAlikes)) {
      // One long search first: nearly no misspelling stands anywhere.
      if (!whole.includes(other) || (signed.has(other) && !persons.includes(other))) continue;
      const [often, seldom] = [placesOf(whole, usual).length, placesOf(whole, other).length];
      if (seldom > often || (seldom === often && !signed.has(usual) && signed.has(other))) continue;
      if (seldom === often && !signed.has(usual) && names.has(other) && other < usual) continue;
      faults.push(...texts.flatMap((text) => misspelled(text, usual, other)));
    }
  }
  return faults;
}

function misspelled(text: ProofText, usual: string, other: string): readonly PageFault[] {
  return placesOf(text.words, other).map((start) => ({
    rule: 'name-spelling',
    text: text.name,
    start,
    end: start + other.length,
    values: { words: other, usual },
    fix: usual,
  }));
}

/** The name with one character mistaken for another. */
function misspellings(name: string, groups: readonly string[]): readonly string[] {
  const characters = [...name];
  return characters.flatMap((character, place) =>
    groups
      .filter((group) => group.includes(character))
      .flatMap((group) => [...group])
      .filter((other) => other !== character)
      .map((other) => characters.with(place, other).join('')),
  );
}

/** Prefixes that name a place only: 湖南 is no short name of a company. */
const LEAST_SHORT_NAME = 4;

/** A short name of a company that stands in an article before its full name. */
export function shortBeforeFull({ texts }: ProofPage): readonly PageFault[] {
  const faults: PageFault[] = [];
  for (const [, own] of Map.groupBy(
    texts.filter(({ kind, article }) => kind === 'paragraph' && article !== ''),
    ({ article }) => article,
  )) {
    own.forEach((text, number) => {
      for (const { words: full, start } of namedCompanies(text)) {
        const earlier = own.slice(0, number + 1).map((one) => (one === text ? start : Infinity));
        faults.push(...shortNames(own.slice(0, number + 1), full, earlier));
      }
    });
  }
  return faults;
}

/** The first place of a short name, each text looked at up to its limit. */
function shortNames(
  texts: readonly ProofText[],
  full: string,
  limits: readonly number[],
): readonly PageFault[] {
  if (texts.some(({ words }, place) => words.slice(0, limits[place]).includes(full))) return [];
  for (const [place, { name, words }] of texts.entries()) {
    const searched = words.slice(0, limits[place]);
    const start = searched.indexOf(full.slice(0, LEAST_SHORT_NAME));
    if (start < 0) continue;
    let length = LEAST_SHORT_NAME;
    while (length < full.length && searched[start + length] === full[length]) length += 1;
    const short = full.slice(0, length);
    const end = start + length;
    return [{ rule: 'short-before-full', text: name, start, end, values: { words: short, full } }];
  }
  return [];
}
