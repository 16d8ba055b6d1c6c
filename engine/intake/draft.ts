import type { Finding } from '#engine/units/finding.ts';
import type { Byline } from './bylines.ts';
import type { DateMark } from './date-words.ts';
import type { Repair } from './repair.ts';

/**
 * What a correspondent sent, understood (来稿). All words stay in `source`; the pieces are places in
 * it, and what reads otherwise on the page than it came is a repair. Every character of the source
 * but blanks stands in exactly one place of one piece.
 */
export interface Draft {
  readonly source: string;
  /** In the order of the source. */
  readonly pieces: readonly DraftPiece[];
  /** In the order of the source; only offered ones may lie around others. */
  readonly repairs: readonly Repair[];
  /** Words for days and years, with the day they mean. */
  readonly dates: readonly DateMark[];
  readonly findings: readonly Finding[];
  readonly sender: DraftSender;
}

/** From one character of the source to before another. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A part of a draft that stands by itself. */
export type DraftPiece = DraftArticle | DraftGroup | DraftPicture | DraftPartnerGrid | DraftNote;

/** One article with its headlines and story. */
export interface DraftArticle {
  readonly kind: 'article';
  readonly kicker: Stretch | undefined;
  /** Undefined when the draft has none: the editor has to write one. */
  readonly headline: Stretch | undefined;
  readonly deck: Stretch | undefined;
  readonly story: readonly DraftParagraph[];
  readonly bylines: readonly Byline[];
}

/** A paragraph of a story, or a crosshead between two. */
export interface DraftParagraph extends Stretch {
  readonly kind: 'body' | 'crosshead';
  /** The stretches that are not plain text, in order. */
  readonly roles: readonly RoleStretch[];
}

/** A stretch of a paragraph that is the lead-in or a byline. */
export interface RoleStretch extends Stretch {
  readonly role: 'leadIn' | 'byline';
}

/** Articles under one standing head. */
export interface DraftGroup {
  readonly kind: 'group';
  readonly standingHead: Stretch;
  readonly members: readonly DraftArticle[];
}

/** A picture, a caption, or both. */
export interface DraftPicture {
  readonly kind: 'picture';
  /** Name of the picture in the raw matter; undefined for a caption that waits for its picture. */
  readonly picture: string | undefined;
  /** Where the picture stands in the source; undefined as above. */
  readonly mark: Stretch | undefined;
  readonly caption: Stretch | undefined;
  readonly credit: Stretch | undefined;
  /** Words from the file of the picture, for a picture without a caption in the draft. */
  readonly fromFile: { readonly caption: string; readonly credit: string } | undefined;
}

/** Cells for the partner grid, row by row. */
export interface DraftPartnerGrid {
  readonly kind: 'partnerGrid';
  readonly columns: number;
  /** The row that names the columns, where each partner has a row of its own. */
  readonly header: Stretch | undefined;
  readonly cells: readonly DraftCell[];
}

/** One cell of the partner grid. */
export interface DraftCell extends Stretch {
  readonly kind: 'title' | 'partner';
  readonly name: Stretch | undefined;
  readonly latinName: Stretch | undefined;
  readonly slogan: Stretch | undefined;
  readonly label: Stretch | undefined;
  readonly number: Stretch | undefined;
}

/** Words to the newsroom, not for the page. */
export interface DraftNote extends Stretch {
  readonly kind: 'note';
  readonly purpose: NotePurpose;
}

/** What a note is about. */
export type NotePurpose =
  | 'greeting'
  | 'contact'
  | 'attachment'
  | 'mail'
  | 'boilerplate'
  | 'subject'
  | 'sentOn'
  | 'separator';

/** Who sent it, as far as the draft or its envelope says. */
export interface DraftSender {
  readonly name: string | undefined;
  readonly unit: string | undefined;
  readonly phone: string | undefined;
  readonly address: string | undefined;
}
