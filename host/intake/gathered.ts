import type {
  RawEnvelope,
  RawMatter,
  RawParagraph,
  RawPart,
  RawPicture,
} from '#engine/intake/raw-matter.ts';
import type { Failure } from '#host/contract.ts';

/** What was read of a draft. */
export interface Reading {
  readonly matter: RawMatter;
  /** What was left out, and why. */
  readonly notes: readonly Failure[];
  /** The files of `matter.pictures`, in the same order. */
  readonly pictures: readonly PictureFile[];
}

/** The file of a picture, as it came. */
export interface PictureFile {
  readonly suffix: string;
  readonly bytes: Uint8Array;
}

/** A picture with its file. */
export interface TakenPart {
  readonly picture: RawPicture;
  readonly file: PictureFile;
}

/** The part of a matter that one file gives. */
export interface FilePart {
  readonly parts: readonly RawPart[];
  readonly envelope: RawEnvelope;
  readonly notes: readonly Failure[];
  readonly pictures: readonly TakenPart[];
}

/** An envelope without a word. */
export const NO_ENVELOPE: RawEnvelope = {
  subject: '',
  sender: '',
  address: '',
  sentAt: undefined,
};

/** A paragraph of which nothing is known but its words. */
export function plainParagraph(text: string): RawParagraph {
  return {
    kind: 'paragraph',
    text,
    bold: false,
    centred: false,
    sizePt: undefined,
    level: undefined,
    label: undefined,
  };
}

/** Files one behind the other; what the outer envelope leaves open the first inner one says. */
export function joined(outer: RawEnvelope, files: readonly FilePart[]): FilePart {
  const envelopes = [outer, ...files.map((file) => file.envelope)];
  const first = (pick: (envelope: RawEnvelope) => string) =>
    envelopes.map(pick).find((word) => word !== '') ?? '';
  return {
    parts: files.flatMap((file) => file.parts),
    envelope: {
      subject: first(({ subject }) => subject),
      sender: first(({ sender }) => sender),
      address: first(({ address }) => address),
      sentAt: envelopes.map(({ sentAt }) => sentAt).find((at) => at !== undefined),
    },
    notes: files.flatMap((file) => file.notes),
    pictures: files.flatMap((file) => file.pictures),
  };
}

/** The whole draft; trouble that occurs many times is told once. */
export function readingOf({ parts, envelope, notes, pictures }: FilePart): Reading {
  const told = new Map(notes.map((note) => [JSON.stringify(note), note]));
  return {
    matter: { parts, envelope, pictures: pictures.map(({ picture }) => picture) },
    notes: [...told.values()],
    pictures: pictures.map(({ file }) => file),
  };
}

/** Takes rows one by one; those that stand together, of the same number of cells, are a table. */
export class PartList {
  readonly parts: RawPart[] = [];
  #rows: (readonly string[])[] = [];

  push(part: RawPart): void {
    this.#rows = [];
    this.parts.push(part);
  }

  row(row: readonly string[]): void {
    if (this.#rows[0]?.length !== row.length) {
      this.#rows = [];
      this.parts.push({ kind: 'table', rows: this.#rows });
    }
    this.#rows.push(row);
  }
}
