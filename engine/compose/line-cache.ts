import type { GroupItem, PlacedGlyph, TextItem } from '#engine/display/display-list.ts';
import type { SetLine } from './set-lines.ts';
import type { StoryParagraph } from './story-paragraph.ts';
import type { Typesetter } from './typesetter.ts';

/** Lines remembered by their place in the text: some twenty pages. */
const MOST_LINES = 2_500;

/**
 * Display groups of set lines. A line that looks as before keeps its glyph runs, even when its
 * paragraph was broken anew, and its group as well if it stands where it stood.
 */
export class LineCache {
  private readonly latest = new Map<string, KnownLine>();
  private readonly typesetter: Typesetter;

  constructor(typesetter: Typesetter) {
    this.typesetter = typesetter;
  }

  /** The line with its start on the baseline at (x, y), in block coordinates. */
  groupOf(paragraph: StoryParagraph, line: SetLine, x: number, y: number): GroupItem {
    const id = `${paragraph.source}:${line.start}`;
    const known = this.latest.get(id);
    const isSameLine = known?.line === line;
    if (isSameLine && known.group.x === x && known.group.y === y) return known.group;
    const items = isSameLine ? known.group.items : this.itemsOf(paragraph, line, known?.group);
    const before = known?.group;
    const stays =
      before !== undefined && before.items === items && before.x === x && before.y === y;
    const group: GroupItem = stays ? before : { kind: 'group', id, x, y, items };
    if (this.latest.size >= MOST_LINES) this.latest.clear();
    this.latest.set(id, { line, group });
    return group;
  }

  private itemsOf(
    paragraph: StoryParagraph,
    line: SetLine,
    before: GroupItem | undefined,
  ): GroupItem['items'] {
    const items = this.typesetter.lineItems(paragraph.text, line);
    return before !== undefined && looksAs(items, before.items) ? before.items : items;
  }
}

interface KnownLine {
  readonly line: SetLine;
  readonly group: GroupItem;
}

function looksAs(items: readonly TextItem[], before: GroupItem['items']): boolean {
  if (items.length !== before.length) return false;
  return items.every((item, index) => {
    const other = before[index];
    return other?.kind === 'text' && isSameItem(item, other);
  });
}

function isSameItem(a: TextItem, b: TextItem): boolean {
  const [own, other] = [a.run, b.run];
  const isSameText = own.text === other.text && own.source?.text === other.source?.text;
  const isSameLook = own.face === other.face && own.ink === other.ink;
  if (!isSameText || !isSameLook || a.x !== b.x || a.y !== b.y) return false;
  if (own.source?.start !== other.source?.start || own.sizePt !== other.sizePt) return false;
  if (own.vertical !== other.vertical || own.horizontalScale !== other.horizontalScale)
    return false;
  if (own.glyphs.length !== other.glyphs.length) return false;
  return own.glyphs.every((glyph, index) => isSameGlyph(glyph, other.glyphs[index]));
}

function isSameGlyph(a: PlacedGlyph, b: PlacedGlyph | undefined): boolean {
  if (b === undefined || a.id !== b.id || a.x !== b.x || a.y !== b.y) return false;
  if (a.boxStart !== b.boxStart || a.advance !== b.advance || a.turn !== b.turn) return false;
  return a.start === b.start && a.end === b.end;
}
