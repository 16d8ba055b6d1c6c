import { describe, expect, it } from 'vitest';
import type { FlowRequest, FlowResult } from '#engine/compose/flow.ts';
import { flowPieces } from '#engine/compose/flow.ts';
import type { FlowFrame, FlowPiece } from '#engine/compose/flow-piece.ts';
import {
  fullColumn,
  linedParagraph,
  plainFrame,
  slab,
  stiff,
  supple,
  typedParagraph,
} from './fake-pieces.ts';

function fill(
  pieces: readonly FlowPiece[],
  frames: readonly FlowFrame[],
  closeExactly = false,
): FlowResult {
  const request: FlowRequest = { pieces, frames, closeExactly };
  return flowPieces(request);
}

/**
 * The page as text: columns parted by |, frames by ||, each piece a letter, one for each line, dots
 * for slots left empty above a line. What is overset stands behind `>`.
 */
function picture(result: FlowResult, frames: readonly FlowFrame[]): string {
  const letter = (piece: number) => String.fromCharCode(97 + piece);
  const columns = frames.map(({ columns: own }) => own.map(() => [] as string[]));
  for (const { piece, frame, column, firstSlot, lineFrom, lineTo } of result.placed) {
    const slots = columns[frame]?.[column];
    for (let line = lineFrom; slots !== undefined && line < lineTo; line++) {
      slots[firstSlot + line - lineFrom] = letter(piece);
    }
  }
  const over = result.leftovers
    .map(({ piece, lineFrom, lineTo }) => letter(piece).repeat(lineTo - lineFrom))
    .join('');
  const page = columns
    .map((own) => own.map((slots) => Array.from(slots, (mark) => mark ?? '.').join('')).join('|'))
    .join('||');
  return over === '' ? page : `${page}>${over}`;
}

function set(pieces: readonly FlowPiece[], frames: readonly FlowFrame[], close = false): string {
  return picture(fill(pieces, frames, close), frames);
}

function codes(result: FlowResult): readonly string[] {
  return result.findings.map(({ code }) => code);
}

describe('filling columns in turn', () => {
  it('runs a story through the columns of all frames of its thread', () => {
    const frames = [plainFrame([3, 3]), plainFrame([4])];
    expect(set(stiff(2, 6, 2), frames)).toBe('aab|bbb||bbcc');
  });

  it('leaves the last columns free and says how many lines', () => {
    const frames = [plainFrame([4, 4, 4])];
    const result = fill(stiff(2, 4), frames);
    expect(picture(result, frames)).toBe('aabb|bb|');
    expect(result.freeLines).toEqual([[0, 2, 4]]);
    expect(result.columnsUsed).toBe(2);
    expect(result.oversetFrom).toBeUndefined();
  });

  it('reports three overset lines when the frame is short', () => {
    const frames = [plainFrame([4])];
    const result = fill(stiff(2, 3, 2), frames);
    expect(picture(result, frames)).toBe('aabb>bcc');
    expect(result.oversetLines).toBe(3);
    expect(result.oversetFrom).toEqual({ piece: 1, line: 2 });
    expect(result.leftovers).toEqual([
      { piece: 1, lineFrom: 2, lineTo: 3 },
      { piece: 2, lineFrom: 0, lineTo: 2 },
    ]);
  });

  it('oversets everything when there is no frame', () => {
    const result = fill(stiff(2, 3), []);
    expect(result.oversetLines).toBe(5);
    expect(result.placed).toEqual([]);
  });

  it('sets nothing of nothing', () => {
    const result = fill([], [plainFrame([3, 3], true)]);
    expect(result.placed).toEqual([]);
    expect(result.freeLines).toEqual([[3, 3]]);
  });

  it('lets an empty paragraph take no line', () => {
    expect(set(stiff(2, 0, 1), [plainFrame([5])])).toBe('aac');
  });
});

describe('levelling column ends', () => {
  it.each([
    [20, 3, '7,7,6'],
    [21, 3, '7,7,7'],
    [10, 4, '3,3,3,1'],
    [9, 4, '3,3,3,0'],
    [4, 2, '2,2'],
    [1, 3, '1,0,0'],
  ])('sets %i single lines in %i columns as %s', (lines, count, ends) => {
    const frame = plainFrame(
      Array.from({ length: count }, () => 30),
      true,
    );
    const result = fill(stiff(...Array.from({ length: lines }, () => 1)), [frame]);
    const used = result.freeLines[0]?.map((free) => 30 - free).join(',');
    expect(used).toBe(ends);
  });

  it('levels the last frame that gets text and fills the ones before it', () => {
    const frames = [
      plainFrame([3, 3], true),
      plainFrame([9, 9, 9], true),
      plainFrame([9, 9], true),
    ];
    expect(set(stiff(6, 2, 4, 2), frames)).toBe('aaa|aaa||bbc|ccc|dd|||');
  });

  it('fills every column when the text is longer than the frame', () => {
    expect(set(stiff(4, 4, 4), [plainFrame([5, 5], true)])).toBe('aaaab|bbbcc>cc');
  });

  it('keeps a headline whole and the columns as short as it allows', () => {
    const frames = [plainFrame([20, 20], true)];
    // 6 lines each would part the headline, 8 would leave it one line: it has 2 under it with 9.
    expect(set([...stiff(4), slab(3, 2), ...stiff(5)], frames)).toBe('aaaabbbcc|ccc');
  });

  it('ends columns of different heads on one line', () => {
    const frame: FlowFrame = {
      balance: true,
      columns: [
        { width: 20, slots: fullColumn(12).slots.slice(4) },
        { width: 20, slots: fullColumn(12).slots.slice(4) },
        fullColumn(12),
      ],
    };
    const result = fill(stiff(2, 2, 4, 2), [frame]);
    // 10 lines: two columns begin at line 4, the third at the top; all may end with line 6.
    expect(result.freeLines).toEqual([[6, 6, 6]]);
  });
});

describe('widows and orphans', () => {
  it('tightens a paragraph rather than leave its last line at a column top', () => {
    const frames = [plainFrame([5, 5])];
    const pieces = [linedParagraph({ lines: 6, costs: { [-1]: 5, 1: 50 } }), ...stiff(3)];
    expect(set(pieces, frames)).toBe('aaaaa|bbb');
  });

  it('loosens one when that is cheaper', () => {
    const pieces = [linedParagraph({ lines: 6, costs: { [-1]: 50, 1: 5 } }), ...stiff(3)];
    expect(set(pieces, [plainFrame([5, 5])])).toBe('aaaaa|aabbb');
  });

  it('takes the paragraph that pays least, wherever it stands before the column end', () => {
    const frames = [plainFrame([9, 9])];
    const pieces = [supple(3, 90), supple(4, 2), supple(3, 40)];
    expect(set(pieces, frames)).toBe('aaabbbccc|');
  });

  it('leaves one slot empty when no paragraph gives way', () => {
    const frames = [plainFrame([5, 5])];
    const result = fill(stiff(6, 3), frames);
    expect(picture(result, frames)).toBe('aaaa|aabbb');
    expect(result.freeLines).toEqual([[1, 0]]);
    expect(codes(result)).toEqual(['column-foot-empty']);
  });

  it('moves a first line that would stand alone at a column foot', () => {
    const frames = [plainFrame([5, 5])];
    expect(set(stiff(4, 3), frames)).toBe('aaaa|bbb');
  });

  it('never leaves two slots empty: three lines parted two and one stay, and are reported', () => {
    const frames = [plainFrame([5, 5])];
    const result = fill(stiff(3, 3), frames);
    expect(codes(result)).toHaveLength(1);
    expect(result.freeLines[0]?.[0]).toBeLessThanOrEqual(1);
  });

  it('lets a paragraph of one line stand anywhere', () => {
    const result = fill(stiff(4, 1, 1, 4), [plainFrame([5, 5])]);
    expect(result.findings).toEqual([]);
  });

  it('does not push a line out of the thread to cure a widow', () => {
    const frames = [plainFrame([5, 4])];
    const result = fill(stiff(6, 3), frames);
    expect(picture(result, frames)).toBe('aaaaa|abbb');
    expect(codes(result)).toEqual(['widow-line']);
  });

  it('leaves the overset as it is while it cures', () => {
    const frames = [plainFrame([5, 5])];
    const result = fill([supple(6), ...stiff(8)], frames);
    expect(result.oversetLines).toBe(4);
  });

  it("keeps the editor's own copyfit", () => {
    const loosened = linedParagraph({ lines: 5, costs: { 1: 10, [-1]: 1 }, looseness: 1 });
    const frames = [plainFrame([5, 5])];
    expect(set([loosened, ...stiff(3)], frames)).toBe('aaaa|aabbb');
    const impossible = linedParagraph({ lines: 5, looseness: 1 });
    expect(set([impossible], frames)).toBe('aaaaa|');
  });
});

describe('headlines and crossheads', () => {
  const crosshead = linedParagraph({ lines: 1, keep: 2 });

  it('keeps a crosshead off the column foot', () => {
    const frames = [plainFrame([5, 5])];
    expect(set([...stiff(4), crosshead, ...stiff(4)], frames)).toBe('aaaa|bcccc');
  });

  it('makes room for the second line under a crosshead when a paragraph gives way', () => {
    const frames = [plainFrame([6, 6])];
    expect(set([supple(4), crosshead, ...stiff(4)], frames)).toBe('aaabcc|cc');
  });

  it('reports a crosshead with one line under it when nothing gives way', () => {
    const result = fill([...stiff(4), crosshead, ...stiff(4)], [plainFrame([6, 6])]);
    expect(codes(result)).toContain('heading-at-column-foot');
    const finding = result.findings.find(({ code }) => code === 'heading-at-column-foot');
    expect(finding?.values).toEqual({ piece: 1, frame: 0, column: 0, under: 1, wanted: 2 });
  });

  it('moves a headline that the column foot cannot hold, and reports the hole', () => {
    const frames = [plainFrame([6, 9])];
    const result = fill([...stiff(4), slab(3, 2), ...stiff(4)], frames);
    expect(picture(result, frames)).toBe('aaaa|bbbcccc');
    expect(result.findings).toEqual([
      {
        code: 'column-foot-empty',
        severity: 'warns',
        where: {},
        values: { frame: 0, column: 0, lines: 2 },
      },
    ]);
  });

  it('fills the hole above a headline by looser paragraphs where it can', () => {
    const frames = [plainFrame([6, 9])];
    const pieces = [supple(2), supple(2), slab(3, 2), ...stiff(4)];
    expect(set(pieces, frames)).toBe('aaabbb|cccdddd');
  });

  it('keeps headline, crosshead and text together', () => {
    const frames = [plainFrame([7, 9])];
    expect(set([...stiff(3), slab(2, 2), crosshead, ...stiff(4)], frames)).toBe('aaabbcd|ddd');
    expect(set([...stiff(4), slab(2, 2), crosshead, ...stiff(4)], frames)).toBe('aaaa|bbcdddd');
  });

  it('sets a heading that ends the thread wherever it falls', () => {
    const result = fill([...stiff(4), crosshead], [plainFrame([5, 5])]);
    expect(result.findings).toEqual([]);
    expect(result.freeLines).toEqual([[0, 5]]);
  });

  it('oversets a headline that no column can hold, and everything after it', () => {
    const frames = [plainFrame([4, 4])];
    const result = fill([...stiff(2), slab(5), ...stiff(1)], frames);
    expect(picture(result, frames)).toBe('aa|>bbbbbc');
    expect(result.oversetFrom).toEqual({ piece: 1, line: 0 });
  });

  it('sets a headline only on lines that are wide enough and follow one another', () => {
    const slots = [
      { line: 0, x: 0, width: 8 },
      { line: 1, x: 0, width: 20 },
      { line: 4, x: 0, width: 20 },
      { line: 5, x: 0, width: 20 },
    ];
    const frame: FlowFrame = { balance: false, columns: [{ width: 20, slots }] };
    const wide = { ...slab(2), leastWidth: 20 };
    expect(set([wide], [frame])).toBe('..aa');
  });

  it('parts a crosshead that is longer than any column', () => {
    const long = linedParagraph({ lines: 3, keep: 2 });
    expect(set([long, ...stiff(1)], [plainFrame([2, 2])])).toBe('aa|ab');
  });

  it('parts a crosshead of more than three lines like other text', () => {
    const long = linedParagraph({ lines: 5, keep: 2 });
    expect(set([...stiff(1), long, ...stiff(4)], [plainFrame([4, 9])])).toBe('abbb|bbcccc');
  });
});

describe('closing exactly', () => {
  it('gains lines until the last column is full', () => {
    const frames = [plainFrame([6, 6])];
    const pieces = [supple(3, 5), supple(4, 1), supple(3, 9)];
    expect(set(pieces, frames, true)).toBe('aaaabb|bbbccc');
  });

  it('saves lines until nothing is overset', () => {
    const frames = [plainFrame([4, 4])];
    expect(set([supple(5), supple(5)], frames, true)).toBe('aaaa|bbbb');
  });

  it('leaves the text as it comes when it cannot be closed', () => {
    const frames = [plainFrame([6, 6])];
    const result = fill([supple(3), ...stiff(3)], frames, true);
    expect(picture(result, frames)).toBe('aaabbb|');
    expect(result.settings.map((setting) => setting?.looseness)).toEqual([0, 0]);
  });

  it('does not loosen every line of a frame that is far from full', () => {
    const frames = [plainFrame([50], true)];
    const result = fill([supple(3), supple(3)], frames, true);
    expect(result.settings.every((setting) => setting?.looseness === 0)).toBe(true);
  });

  it('chooses the cheapest paragraphs', () => {
    const pieces = [supple(4, 30), supple(4, 10), supple(4, 20), supple(4, 40)];
    const result = fill(pieces, [plainFrame([18])], true);
    expect(result.settings.map((setting) => setting?.looseness)).toEqual([0, 1, 1, 0]);
  });
});

describe('columns of different measure', () => {
  const frames: readonly FlowFrame[] = [
    { balance: false, columns: [fullColumn(3, 9), fullColumn(3, 10)] },
  ];

  it('breaks a paragraph to the measure of the slots it stands in', () => {
    const result = fill([typedParagraph(20), typedParagraph(27)], frames);
    // 9 + 9 + 2, then 10 + 10 + 7 in the wider column.
    expect(result.settings[1]?.measures).toEqual([10]);
    expect(result.settings[1]?.broken.lines.at(-1)).toEqual({ start: 20, end: 27 });
    expect(result.oversetLines).toBe(0);
  });

  it('breaks a paragraph that goes over with the measures of both columns', () => {
    const result = fill([typedParagraph(5), typedParagraph(38)], frames);
    expect(result.settings[1]?.broken.lines).toEqual([
      { start: 0, end: 9 },
      { start: 9, end: 18 },
      { start: 18, end: 28 },
      { start: 28, end: 38 },
    ]);
    expect(result.settings[1]?.measures).toEqual([9, 9, 10]);
  });

  it('counts overset lines at the full width of the last column', () => {
    const slots = [
      { line: 0, x: 0, width: 20 },
      { line: 1, x: 12, width: 8 },
    ];
    const around: FlowFrame = { balance: false, columns: [{ width: 20, slots }] };
    const result = fill([typedParagraph(68)], [around]);
    expect(result.settings[0]?.measures).toEqual([20, 8, 20]);
    expect(result.oversetLines).toBe(2);
  });

  it('sees a change of measure far down a long paragraph', () => {
    const long: readonly FlowFrame[] = [
      { balance: false, columns: [fullColumn(40, 9), fullColumn(40, 10)] },
    ];
    const result = fill([typedParagraph(40 * 9 + 25)], long);
    expect(result.settings[0]?.broken.lines.at(-1)).toEqual({ start: 380, end: 385 });
  });
});

describe('the same thread twice', () => {
  it('is filled the same', () => {
    const pieces = [supple(6), ...stiff(3, 7), supple(5), slab(3, 2), supple(9)];
    const frames = [plainFrame([6, 6, 6]), plainFrame([9, 9], true)];
    const values = ({ placed, findings, freeLines }: FlowResult) => ({
      placed,
      findings,
      freeLines,
    });
    expect(values(fill(pieces, frames))).toEqual(values(fill(pieces, frames)));
  });
});
