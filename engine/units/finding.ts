/**
 * One observation on an issue, page, draft or press job: expected trouble travels beside the value,
 * it is not thrown. The engine carries codes and values; the sentence is made in the host or the
 * renderer, in the newsroom's language.
 */
export interface Finding {
  readonly code: string;
  readonly severity: 'blocks press' | 'warns' | 'informs';
  readonly where: FindingPlace;
  /** Figures and names that the sentence needs, such as `{ lines: 3, characters: 41 }`. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** Where it was found; each field is set as far as it is known. */
export interface FindingPlace {
  readonly page?: string;
  readonly block?: string;
  readonly text?: string;
  readonly start?: number;
  readonly end?: number;
}
