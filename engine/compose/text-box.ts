import type { GroupItem } from '#engine/display/display-list.ts';
import type { SetLine } from './set-lines.ts';
import { setLines, setNaturalLine } from './set-lines.ts';
import type { StyledSpan, StyledText, Typesetter } from './typesetter.ts';

/** Short text off the body columns: captions, cells, lines of the folio. Lengths in points. */
export interface TextBoxRequest {
  readonly spans: readonly StyledSpan[];
  readonly widthPt: number;
  readonly leadingPt: number;
  readonly align: 'left' | 'centre' | 'right' | 'justify';
}

/** A short text in lines. */
export interface TextBox {
  readonly text: StyledText;
  /** One group for each line; its y is the baseline, counted from the first baseline. */
  readonly lines: readonly GroupItem[];
  readonly heightPt: number;
  /** Width of the longest line. */
  readonly widthPt: number;
}

/** Sets a short text to a width, ragged or justified. */
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
    const x = alignedX(request, line.width * em);
    const y = index * request.leadingPt;
    return {
      kind: 'group',
      id: `${name}/line:${index}`,
      x,
      y,
      items: typesetter.lineItems(text, line),
    };
  });
  const widest = Math.max(0, ...(lines?.lines ?? []).map((line) => line.width * em));
  return { text, lines: groups, heightPt: groups.length * request.leadingPt, widthPt: widest };
}

function alignedX(request: TextBoxRequest, widthPt: number): number {
  if (request.align === 'centre') return (request.widthPt - widthPt) / 2;
  return request.align === 'right' ? request.widthPt - widthPt : 0;
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
