import type { GroupItem, TextItem } from '#engine/display/display-list.ts';
import type { SetLine } from './set-lines.ts';
import { setLines, setNaturalLine } from './set-lines.ts';
import type { StyledSpan, StyledText, Typesetter } from './typesetter.ts';

/** Short text off the body columns: captions, cells, lines of the folio. Lengths in points. */
export interface TextBoxRequest {
  readonly spans: readonly StyledSpan[];
  readonly widthPt: number;
  readonly leadingPt: number;
  readonly align: 'centre' | 'justify';
}

/** A short text in lines. */
export interface TextBox {
  readonly text: StyledText;
  /** One group for each line; its y is the baseline, counted from the first baseline. */
  readonly lines: readonly GroupItem[];
}

/** Sets a short text to a width, centred or justified. */
export function setTextBox(typesetter: Typesetter, request: TextBoxRequest, name: string): TextBox {
  const text = typesetter.readText(request.spans);
  const em = text.sizePt * text.horizontalScale;
  const lines = setLines(text.prepared, {
    measures: [request.widthPt / em],
    indent: 0,
    looseness: 0,
    justify: request.align === 'justify',
  });
  const groups = (lines?.lines ?? []).map((line, index): GroupItem => {
    const x = request.align === 'centre' ? (request.widthPt - line.width * em) / 2 : 0;
    const y = index * request.leadingPt;
    return {
      kind: 'group',
      id: `${name}/line:${index}`,
      x,
      y,
      items: typesetter.lineItems(text, line),
    };
  });
  return { text, lines: groups };
}

/** A text on one line at its natural length, in points. */
export interface NaturalText {
  readonly text: StyledText;
  readonly line: SetLine;
  /** Length along the line, down the column in vertical text. */
  readonly widthPt: number;
}

/** Sets a text on one line, whatever its length. */
export function setOneLine(text: StyledText): NaturalText {
  const line = setNaturalLine(text.prepared, 0);
  // The width of glyphs does not change the length of a column.
  const emPt = text.sizePt * (text.vertical ? 1 : text.horizontalScale);
  return { text, line, widthPt: line.width * emPt };
}

/** A text on one line, as glyph runs. */
export interface Label {
  readonly text: StyledText;
  readonly items: readonly TextItem[];
  /** As with a natural text. */
  readonly widthPt: number;
}

/** Sets a text on one line and makes its glyph runs. */
export function setLabel(typesetter: Typesetter, text: StyledText): Label {
  const { line, widthPt } = setOneLine(text);
  return { text, items: typesetter.lineItems(text, line), widthPt };
}
