/** A printed page number in its parts: A06 is section A, page 6, written in two digits. */
export interface PageNumber {
  readonly section: string;
  readonly count: number;
  readonly digits: number;
}

/** Reads a printed page number; undefined when it is not written as one. */
export function readPageNumber(number: string): PageNumber | undefined {
  const [, section, digits] = /^\s*([A-Za-z]*)(\d{1,3})\s*$/u.exec(number) ?? [];
  if (section === undefined || digits === undefined) return undefined;
  return { section: section.toUpperCase(), count: Number(digits), digits: digits.length };
}

/** Writes a page number as the paper does. */
export function writePageNumber({ section, count, digits }: PageNumber): string {
  return `${section}${String(count).padStart(digits, '0')}`;
}
