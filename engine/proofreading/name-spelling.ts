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
export function nameSpelling(
  { texts }: ProofPage,
  { book, sense }: ProofRoom,
): readonly PageFault[] {
  const signed = new Set(texts.flatMap(signedNames).map(({ words }) => words));
  const persons = texts.flatMap(namedPersons).map(({ words }) => words);
  const places = texts.flatMap((text) => [...namedPlaces(text), ...namedCompanies(text)]);
  const partners = texts.filter(({ name }) => name.endsWith('/name')).map(({ words }) => words);
  const names = new Set([...signed, ...persons, ...places.map(({ words }) => words), ...partners]);
  const whole = texts.map(({ words }) => words).join('\n');
  const near = { whole, places: pairPlaces(whole), alike: alikeBy(book.lookAlikes, sense) };
  const faults: PageFault[] = [];
  for (const usual of names) {
    for (const other of nearNames(usual, near)) {
      if (signed.has(other) && !persons.includes(other)) continue;
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

/** The texts of a page, with where each pair of characters stands in them. */
interface NearTexts {
  readonly whole: string;
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** What a character is mistaken for: by the table of names or, in longer names, by its sound. */
  readonly alike: (character: string, isLong: boolean) => readonly string[];
}

function pairPlaces(whole: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at + 1 < whole.length; at += 1) {
    const pair = whole.slice(at, at + 2);
    const known = places.get(pair);
    if (known === undefined) places.set(pair, [at]);
    else known.push(at);
  }
  return places;
}

function alikeBy(groups: readonly string[], sense: ProofRoom['sense']): NearTexts['alike'] {
  return (character, isLong) => [
    ...groups.filter((group) => group.includes(character)).flatMap((group) => [...group]),
    ...(isLong ? (sense?.alike.get(character) ?? []) : []),
  ];
}

/** What stands in the texts and differs from the name by one character alike. */
function nearNames(name: string, near: NearTexts): ReadonlySet<string> {
  const found = new Set<string>();
  for (let place = 0; place < name.length; place += 1) {
    const own = name[place] ?? '';
    for (const other of near.alike(own, name.length > 2)) {
      if (other === own) continue;
      const changed = name.slice(0, place) + other + name.slice(place + 1);
      // Nearly no pair with the other character stands anywhere.
      const from = Math.min(place, name.length - 2);
      const places = near.places.get(changed.slice(from, from + 2)) ?? [];
      if (places.some((at) => near.whole.startsWith(changed, at - from))) found.add(changed);
    }
  }
  return found;
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
