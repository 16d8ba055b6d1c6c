import { describe, expect, it } from 'vitest';
import type { DisplayItem, GlyphRun, GroupItem } from '#engine/display/display-list.ts';
import { K_ONLY } from '#engine/units/ink.ts';
import { PageReceiver, PageSender } from '#renderer/composing/sent-page.ts';

describe('a page on its way out of the worker', () => {
  it('arrives as it was sent', () => {
    const { page, throughTheDoor } = desk();
    const items = page('学史力行', '把群众事办好');
    expect(throughTheDoor(items)).toEqual(items);
  });

  it('keeps the identity of what did not change', () => {
    const { page, throughTheDoor } = desk();
    const before = page('学史力行', '把群众事办好');
    const first = throughTheDoor(before);
    const [lead, rail] = before;
    const second = throughTheDoor([withLine(lead, line('学史')), rail as GroupItem]);
    expect(second[1]).toBe(first[1]);
    expect(second[0]).not.toBe(first[0]);
    expect(runsOf(second[0])).toEqual(['学史力行', '学史']);
    expect(itemAt(second[0], 0)).toBe(itemAt(first[0], 0));
  });

  it('names a run that only moved instead of repeating its glyphs', () => {
    const sender = new PageSender();
    const receiver = new PageReceiver();
    const [lead] = desk().page('学史力行', '园区动态');
    const first = receiver.receive(copied(sender.send([lead as GroupItem])));
    const moved = { ...(lead as GroupItem), items: movedDown(lead) };
    const sent = sender.send([moved]);
    expect(JSON.stringify(sent)).not.toContain('glyphs');
    const second = receiver.receive(copied(sent));
    expect(second).toEqual([moved]);
    expect(runAt(second[0])).toBe(runAt(first[0]));
  });

  it('stays in step over a hundred changes of a page', () => {
    const { throughTheDoor } = desk();
    let items: readonly GroupItem[] = [];
    for (let round = 0; round < 100; round += 1) {
      items = nextPage(items, round);
      expect(throughTheDoor(items)).toEqual(items);
    }
  });

  it('keeps count when one object stands on the page twice', () => {
    const { throughTheDoor } = desk();
    const twice = line('合作园区');
    const first = [group('a', [twice, twice]), group('b', [line('简讯')])];
    const second = [group('b', [line('补白')]), first[0] as GroupItem];
    expect(throughTheDoor(first)).toEqual(first);
    expect(throughTheDoor(second)).toEqual(second);
  });
});

/** A sender and a receiver with a structured clone between them, as between worker and window. */
function desk() {
  const sender = new PageSender();
  const receiver = new PageReceiver();
  return {
    throughTheDoor: (items: readonly DisplayItem[]) => receiver.receive(copied(sender.send(items))),
    page: (...texts: readonly string[]) => texts.map((text) => group(text, [line(text)])),
  };
}

function copied<Value>(value: Value): Value {
  return structuredClone(value);
}

/** Adds, moves, changes and drops lines by a fixed pattern. */
function nextPage(items: readonly GroupItem[], round: number): readonly GroupItem[] {
  const kept = items.filter((_, place) => (place + round) % 5 !== 0);
  const changed = kept.map((item, place) =>
    (place + round) % 3 === 0 ? withLine(item, line(`第${round}行`)) : item,
  );
  const moved = changed.map((item, place) =>
    (place + round) % 4 === 0 ? { ...item, items: movedDown(item) } : item,
  );
  return [...moved, group(`块${round}`, [line(`新${round}`), line('同一行')])];
}

function line(text: string): DisplayItem {
  const run: GlyphRun = {
    face: 'song-400',
    sizePt: 10,
    vertical: false,
    horizontalScale: 1,
    ink: K_ONLY,
    text,
    source: { text: 'article:lead/story:0', start: 0 },
    glyphs: [{ id: 7, x: 0, y: 0, boxStart: 0, advance: 10, start: 0, end: 1, turn: 0 }],
  };
  return { kind: 'text', x: 0, y: 10, run };
}

function group(id: string, items: readonly DisplayItem[]): GroupItem {
  return { kind: 'group', id, x: 5, y: 5, items };
}

function withLine(item: DisplayItem | undefined, added: DisplayItem): GroupItem {
  const before = item as GroupItem;
  return { ...before, items: [...before.items, added] };
}

function movedDown(item: DisplayItem | undefined): readonly DisplayItem[] {
  return (item as GroupItem).items.map((member) =>
    member.kind === 'text' ? { ...member, y: member.y + 12.5 } : member,
  );
}

function itemAt(item: DisplayItem | undefined, place: number): DisplayItem | undefined {
  return (item as GroupItem).items[place];
}

function runAt(item: DisplayItem | undefined): GlyphRun | undefined {
  const first = itemAt(item, 0);
  return first?.kind === 'text' ? first.run : undefined;
}

function runsOf(item: DisplayItem | undefined): readonly string[] {
  return (item as GroupItem).items.flatMap((member) =>
    member.kind === 'text' ? [member.run.text] : [],
  );
}
