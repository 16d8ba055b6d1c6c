import { fontBytesOf } from '#engine/fonts/font-bytes.ts';
import { openFontProgram } from '#engine/fonts/font-program.ts';
import { addressedGlyphs } from '#engine/fonts/glyph-addressed-font.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Failure, Host } from '#host/contract.ts';
import { glyphPaths } from '#renderer/painter/glyph-path.ts';
import type { PaintFace } from '#renderer/painter/surface.ts';

/** A piece of a face that is here: a font of the browser, or outlines where it refused the font. */
interface FacePiece {
  readonly family: string | undefined;
  readonly outlineOf: (glyphId: number) => Path2D | undefined;
}

/** Glyph ids are 16-bit numbers. */
const MOST_GLYPHS = 0x10000;
const NOT_HERE = 0;
/** Asked for and not got: asking again would not help. */
const NOT_TO_BE_HAD = 255;
/** What could not be had is not asked for again with every keystroke. */
const PAUSE_MS = 5000;

/** One face for painting: the common characters at first, rare ones as they are met. */
export class FaceShelf implements PaintFace {
  private readonly host: Host;
  private readonly face: FaceId;
  private readonly pieces: FacePiece[] = [];
  /** For each glyph the number of its piece, counted from 1. */
  private readonly pieceOf = new Uint8Array(MOST_GLYPHS);
  private common: Promise<Failure | undefined> | undefined;
  private last: Promise<Failure | undefined> = Promise.resolve(undefined);
  private count = 0;

  constructor(host: Host, face: FaceId) {
    this.host = host;
    this.face = face;
  }

  /** True when the common characters are here. */
  get isHere(): boolean {
    return this.pieces.length > 0;
  }

  familyOf(glyphId: number): string | undefined {
    return this.pieces[(this.pieceOf[glyphId] ?? 0) - 1]?.family;
  }

  outlineOf(glyphId: number): Path2D | undefined {
    return this.pieces[(this.pieceOf[glyphId] ?? 0) - 1]?.outlineOf(glyphId);
  }

  /** True when the glyph has to be fetched before it can be painted. */
  lacks(glyphId: number): boolean {
    return this.pieceOf[glyphId] === NOT_HERE;
  }

  /** Fetches the common characters; once. */
  fetchCommon(): Promise<Failure | undefined> {
    this.common ??= this.fetchPiece(undefined).then((failure) => {
      if (failure !== undefined) setTimeout(() => this.tryAgain(), PAUSE_MS);
      return failure;
    });
    return this.common;
  }

  private tryAgain(): void {
    this.common = undefined;
  }

  /** Fetches rare glyphs, one piece after the other. */
  fetchRare(wanted: ReadonlySet<number>): Promise<Failure | undefined> {
    this.last = this.last.then(() => {
      const glyphs = [...wanted].filter((glyphId) => this.lacks(glyphId));
      return glyphs.length === 0 ? undefined : this.fetchPiece(glyphs);
    });
    return this.last;
  }

  private async fetchPiece(glyphs: readonly number[] | undefined): Promise<Failure | undefined> {
    const { host, face } = this;
    const answer = await host.paintFont(glyphs === undefined ? { face } : { face, glyphs });
    if (!answer.ok) {
      this.giveUp(glyphs ?? []);
      return answer.failure;
    }
    const bytes = answer.value;
    this.count += 1;
    const piece = await openPiece(`banxin-${face}-${this.count}`, bytes);
    if (piece !== undefined) this.keep(piece, addressedGlyphs(bytes));
    this.giveUp(glyphs ?? []);
    return piece === undefined ? { code: 'font-refused', values: { face } } : undefined;
  }

  private giveUp(glyphs: readonly number[]): void {
    for (const glyphId of glyphs) {
      if (this.lacks(glyphId)) this.pieceOf[glyphId] = NOT_TO_BE_HAD;
    }
  }

  private keep(piece: FacePiece, holds: (glyphId: number) => boolean): void {
    // Hundreds of rare characters in one sitting: the last piece is asked for more.
    if (this.pieces.length < NOT_TO_BE_HAD - 1) this.pieces.push(piece);
    const number = this.pieces.length;
    for (let glyphId = 0; glyphId < MOST_GLYPHS; glyphId += 1) {
      if (this.pieceOf[glyphId] === NOT_HERE && holds(glyphId)) this.pieceOf[glyphId] = number;
    }
  }
}

async function openPiece(family: string, bytes: Uint8Array): Promise<FacePiece | undefined> {
  try {
    document.fonts.add(await new FontFace(family, bytes.slice().buffer).load());
    return { family, outlineOf: () => undefined };
  } catch {
    return outlinePiece(bytes);
  }
}

function outlinePiece(bytes: Uint8Array): FacePiece | undefined {
  const program = openFontProgram({ bytes: fontBytesOf(bytes), faceIndex: 0 });
  if (program.outlines !== 'glyf') return undefined;
  return { family: undefined, outlineOf: glyphPaths(program) };
}
