import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Ink } from '#engine/units/ink.ts';
import { inkOperator, KNOCKOUT_STATE, OVERPRINT_STATE } from './ink.ts';

/** Texts that each glyph stands for, by face and glyph id, in order of first use. */
export type GlyphTexts = ReadonlyMap<FaceId, ReadonlyMap<number, readonly string[]>>;

/** Page content for a part of a display list, and the resources it calls for. */
export interface Content {
  readonly operators: string;
  readonly glyphTexts: GlyphTexts;
  /** Resource names of the fonts set. */
  readonly fontNames: ReadonlySet<string>;
  /** Keys of the pictures drawn. */
  readonly pictures: ReadonlySet<string>;
}

/**
 * Writes operators and remembers the graphics state, so that nothing is set twice. Everything is
 * set anew in a new writer: content written by one stands by itself between `q` and `Q`.
 */
export interface ContentWriter {
  /** Appends an operator outside text objects; closes an open text object. */
  draw(operator: string): void;
  /** Appends an operator inside a text object; opens one if need be. */
  text(operator: string): void;
  /** Sets the ink for filling or stroking. */
  setInk(ink: Ink, use: 'fill' | 'stroke'): void;
  setOverprint(overprints: boolean): void;
  /** Appends `operator` when it is not the one last given for the parameter. */
  setParameter(parameter: string, operator: string): void;
  noteGlyph(face: FaceId, glyphId: number, text: string | undefined): void;
  noteFont(name: string): void;
  notePicture(key: string): void;
  /** Takes in content written before, kept apart by `q` and `Q` in a moved coordinate space. */
  include(content: Content, translation: string): void;
  finish(): Content;
}

/** Starts with an unknown graphics state. */
export function createContentWriter(): ContentWriter {
  const operators: string[] = [];
  const glyphTexts = new Map<FaceId, Map<number, string[]>>();
  const fontNames = new Set<string>();
  const pictures = new Set<string>();
  const state = new Map<string, string>();
  let inText = false;

  function draw(operator: string): void {
    if (inText) operators.push('ET');
    inText = false;
    operators.push(operator);
  }

  // Colour and graphics state may be set inside a text object as well (ISO 32000-1, figure 9).
  function setState(parameter: string, operator: string): void {
    if (state.get(parameter) === operator) return;
    state.set(parameter, operator);
    operators.push(operator);
  }

  function textsOf(face: FaceId): Map<number, string[]> {
    const known = glyphTexts.get(face);
    if (known) return known;
    const texts = new Map<number, string[]>();
    glyphTexts.set(face, texts);
    return texts;
  }

  return {
    draw,
    text(operator) {
      if (!inText) operators.push('BT');
      inText = true;
      operators.push(operator);
    },
    setInk: (ink, use) => setState(use, inkOperator(ink, use)),
    setOverprint(overprints) {
      setState('overprint', `/${overprints ? OVERPRINT_STATE : KNOCKOUT_STATE} gs`);
    },
    setParameter: setState,
    noteGlyph: (face, glyphId, text) => addText(textsOf(face), glyphId, text),
    noteFont: (name) => fontNames.add(name),
    notePicture: (key) => pictures.add(key),
    include(content, translation) {
      draw(`q ${translation}`);
      operators.push(content.operators, 'Q');
      for (const [face, texts] of content.glyphTexts) {
        const own = textsOf(face);
        for (const [glyphId, list] of texts) {
          if (list.length === 0) addText(own, glyphId, undefined);
          for (const text of list) addText(own, glyphId, text);
        }
      }
      for (const name of content.fontNames) fontNames.add(name);
      for (const key of content.pictures) pictures.add(key);
    },
    finish() {
      if (inText) operators.push('ET');
      return { operators: operators.join('\n'), glyphTexts, fontNames, pictures };
    },
  };
}

function addText(texts: Map<number, string[]>, glyphId: number, text: string | undefined): void {
  const known = texts.get(glyphId);
  if (!known) texts.set(glyphId, text === undefined ? [] : [text]);
  else if (text !== undefined && !known.includes(text)) known.push(text);
}
