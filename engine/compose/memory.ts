/**
 * What was made from some values, kept for when the same values come again. The place that was
 * left alone longest is forgotten first, so the memory of a long day stays bounded.
 */
export class Memory<Made> {
  private readonly places = new Map<string, Remembered<Made>>();
  private readonly most: number;

  /** Remembers at most this many places. */
  constructor(most: number) {
    this.most = most;
  }

  /**
   * What stands at a place: the same object as the last time if all the values are the same (===),
   * otherwise made anew.
   */
  recall(place: string, values: readonly unknown[], make: () => Made): Made {
    const known = this.places.get(place);
    const isSame = known !== undefined && sameValues(known.values, values);
    const remembered = isSame ? known : { values, made: make() };
    this.places.delete(place);
    this.places.set(place, remembered);
    if (this.places.size > this.most) this.forgetOldest();
    return remembered.made;
  }

  private forgetOldest(): void {
    for (const place of this.places.keys()) {
      this.places.delete(place);
      return;
    }
  }
}

interface Remembered<Made> {
  readonly values: readonly unknown[];
  readonly made: Made;
}

function sameValues(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
