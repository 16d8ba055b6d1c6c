/** What a file, a mail or a paste holds before anybody has understood it. */
export interface RawMatter {
  /** In reading order. */
  readonly parts: readonly RawPart[];
  /** Pictures by the name that `RawPart` uses. */
  readonly pictures: readonly RawPicture[];
  /** What the envelope says: subject and sender of a mail, author and title of a file. */
  readonly envelope: RawEnvelope;
}

/** A paragraph, a table or a picture. */
export type RawPart = RawParagraph | RawTable | RawPictureMark;

/** One paragraph; soft returns stand in it as `\n`, tabs as `\t`. */
export interface RawParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** True when all its letters are bold. */
  readonly bold: boolean;
  readonly centred: boolean;
  /** Type size in points where the file says it. */
  readonly sizePt: number | undefined;
  /** Heading level 1 to 6 where the file says it. */
  readonly level: number | undefined;
  /** Bullet or number in front, as the reader would see it; not part of `text`. */
  readonly label: string | undefined;
}

/** A table, row by row. */
export interface RawTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly string[])[];
}

/** Where a picture stands. */
export interface RawPictureMark {
  readonly kind: 'picture';
  readonly picture: string;
}

/** A picture, with the words its file carries (IPTC, XMP). */
export interface RawPicture {
  readonly name: string;
  readonly caption: string;
  readonly credit: string;
}

/** Words on the outside of a draft; empty strings where there are none. */
export interface RawEnvelope {
  readonly subject: string;
  readonly sender: string;
  readonly address: string;
  /** ISO date and time; undefined when not said. */
  readonly sentAt: string | undefined;
}
