/** An advertiser's file and what has to become of it. */
export interface AdCase {
  readonly name: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  /**
   * `right`: it is placed as it is; `mended`: it is placed after what the mends do; otherwise the
   * code of the finding that refuses it.
   */
  readonly wants: 'right' | 'mended' | `ad-${string}` | `pdf-${string}`;
  /** Code of a finding that has to be told beside it. */
  readonly tells?: string;
  /** Page to take, where not the first. */
  readonly page?: number;
}
