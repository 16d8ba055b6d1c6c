import type { DisplayItem, GlyphRun, GroupItem, TextItem } from '#engine/display/display-list.ts';

/**
 * An item of a display list on its way out of the worker. Copying ten thousand glyphs across would
 * cost more than composing them, so what the window has already is named by its number in the list
 * before: `kept` items did not change, the run of `moved text` only stands elsewhere.
 */
export type SentMember =
  | { readonly kind: 'kept'; readonly item: number }
  | { readonly kind: 'moved text'; readonly item: number; readonly x: number; readonly y: number }
  | {
      readonly kind: 'sent group';
      readonly id: string;
      readonly x: number;
      readonly y: number;
      readonly items: readonly SentMember[];
    }
  | { readonly kind: 'sent'; readonly item: Exclude<DisplayItem, GroupItem> };

/** Worker side: remembers the list that the window has, and sends the difference. */
export class PageSender {
  private known = new Map<DisplayItem, number>();
  private knownRuns = new Map<GlyphRun, number>();

  /** The items as they are to be sent; from now on the window has them. */
  send(items: readonly DisplayItem[]): readonly SentMember[] {
    const sent = items.map((item) => this.sentMember(item));
    this.known = numbered(items);
    this.knownRuns = new Map();
    for (const [item, number] of this.known) {
      if (item.kind === 'text') this.knownRuns.set(item.run, number);
    }
    return sent;
  }

  private sentMember(item: DisplayItem): SentMember {
    const number = this.known.get(item);
    if (number !== undefined) return { kind: 'kept', item: number };
    if (item.kind === 'group') {
      const { id, x, y } = item;
      return {
        kind: 'sent group',
        id,
        x,
        y,
        items: item.items.map((member) => this.sentMember(member)),
      };
    }
    if (item.kind === 'text') {
      const run = this.knownRuns.get(item.run);
      if (run !== undefined) return { kind: 'moved text', item: run, x: item.x, y: item.y };
    }
    return { kind: 'sent', item };
  }
}

/** Window side: puts the list together again from the one before. */
export class PageReceiver {
  private known: DisplayItem[] = [];

  receive(sent: readonly SentMember[]): readonly DisplayItem[] {
    const items = sent.map((item) => this.item(item));
    this.known = [...numbered(items).keys()];
    return items;
  }

  private item(sent: SentMember): DisplayItem {
    switch (sent.kind) {
      case 'kept':
        return this.numbered(sent.item);
      case 'moved text': {
        const { x, y } = sent;
        const before = this.numbered(sent.item) as TextItem;
        return { kind: 'text', x, y, run: before.run };
      }
      case 'sent group': {
        const { id, x, y } = sent;
        return { kind: 'group', id, x, y, items: sent.items.map((member) => this.item(member)) };
      }
      case 'sent':
        return sent.item;
    }
  }

  private numbered(number: number): DisplayItem {
    const item = this.known[number];
    if (item === undefined) throw new Error(`item ${number} of the page before is not known`);
    return item;
  }
}

/** Every item of a list with its number: depth first, each object once, as both sides count. */
function numbered(items: readonly DisplayItem[]): Map<DisplayItem, number> {
  const numbers = new Map<DisplayItem, number>();
  const walk = (members: readonly DisplayItem[]) => {
    for (const item of members) {
      if (!numbers.has(item)) numbers.set(item, numbers.size);
      if (item.kind === 'group') walk(item.items);
    }
  };
  walk(items);
  return numbers;
}
