import { describe, expect, it } from 'vitest';
import { applyEdit } from '#engine/model/edits/apply-edit.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import type { Block, Issue } from '#engine/model/issue.ts';
import { createIssueDoc } from '#engine/model/issue-doc.ts';
import { openSlot } from '#engine/model/new-issue.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { type MakeUpPlace, makeUpPlace } from '#renderer/make-up/make-up-place.ts';
import { rectOf } from '#renderer/make-up/page-geometry.ts';
import { type PhotographTarget, targetAt } from '#renderer/pictures/picture-target.ts';
import { placing } from '#renderer/pictures/place-photograph.ts';
import { deskWithCommands } from '#tests/unit/renderer/commands/desk-with-commands.ts';

const PHOTOGRAPH = {
  asset: `${'a'.repeat(64)}.jpg`,
  widthPx: 3000,
  heightPx: 2000,
  caption: '车间一角',
  credit: '（李灿晖 摄）',
};

const place = sampleDesk();
const blockOf = (kind: Block['kind']) => {
  const found = place.page.blocks.find((block) => block.kind === kind);
  if (found === undefined) throw new Error(`the sample has no ${kind}`);
  return found;
};

function sampleDesk(): MakeUpPlace {
  const found = makeUpPlace(deskWithCommands().desk);
  if (found === undefined) throw new Error('the sample has no page');
  return found;
}

/** Lets the photograph go over a point of a block, by shares of its sides. */
function letGo(block: Block, across: number, down: number): PhotographTarget | undefined {
  const { x, y, width, height } = rectOf(place.geometry, block.area);
  const point = { x: x + across * width, y: y + down * height };
  return targetAt(place, openSlot('new'), point);
}

function done(target: PhotographTarget | undefined, photograph = PHOTOGRAPH): Issue {
  const made = target && placing(place.issue, photograph, target);
  if (made === undefined) throw new Error('it was not placed');
  return afterEdit(place.issue, made.edit);
}

function afterEdit(issue: Issue, edit: Edit): Issue {
  const doc = createIssueDoc(issue, 1);
  const result = applyEdit(doc, edit);
  if (!result.ok) throw new Error(result.failure);
  return readIssue(doc);
}

describe('a photograph that is let go', () => {
  it('takes the place of a picture, whose own words stay', () => {
    const block = blockOf('picture');
    const id = block.kind === 'picture' ? block.picture : '';
    const before = place.issue.pictures[id];
    const after = done(letGo(block, 0.5, 0.4)).pictures[id];
    expect(after?.asset).toBe(PHOTOGRAPH.asset);
    expect(after?.caption).toBe(before?.caption);
    expect(before?.caption).not.toBe('');
  });

  it('keeps the crop of a photograph of the same shape, and no other', () => {
    const block = blockOf('picture');
    const id = block.kind === 'picture' ? block.picture : '';
    const former = place.issue.pictures[id];
    if (former === undefined) throw new Error('no picture');
    const cropped = {
      ...former,
      focus: { x: 0.2, y: 0.3 },
      zoom: 2,
      widthPx: 1501,
      heightPx: 1000,
    };
    const issue = { ...place.issue, pictures: { ...place.issue.pictures, [id]: cropped } };
    const target = letGo(block, 0.5, 0.4);
    const crop = (photograph: typeof PHOTOGRAPH) => {
      const made = target && placing(issue, photograph, target);
      const picture = made && afterEdit(issue, made.edit).pictures[id];
      return picture && { focus: picture.focus, zoom: picture.zoom };
    };
    expect(crop(PHOTOGRAPH)).toEqual({ focus: { x: 0.2, y: 0.3 }, zoom: 2 });
    expect(crop({ ...PHOTOGRAPH, widthPx: 2000, heightPx: 3000 })).toEqual({
      focus: { x: 0.5, y: 0.5 },
      zoom: 1,
    });
  });

  it('is set into a story with room for its caption, and the story runs around it', () => {
    const block = blockOf('article');
    const issue = done(letGo(block, 0.6, 0.6));
    const after = issue.pages[0]?.blocks.find(({ id }) => id === block.id);
    const inset = after?.kind === 'article' ? after.pictures.at(-1) : undefined;
    expect(issue.pictures[inset?.picture ?? '']?.caption).toBe('车间一角');
    expect(inset?.captionLines).toBeGreaterThan(0);
    expect(inset?.gap).toBeGreaterThan(0);
  });

  it('becomes the logo of the partner under it, and is no use on the title of the grid', () => {
    const block = blockOf('adGrid');
    const issue = done(letGo(block, 0.4, 0.2));
    const grid = issue.adGrids[block.kind === 'adGrid' ? block.adGrid : ''];
    const cell = grid?.cells[1];
    expect(cell?.kind === 'partner' && issue.pictures[cell.logo ?? '']?.asset).toBe(
      PHOTOGRAPH.asset,
    );
    expect(letGo(block, 0.05, 0.2)).toBeUndefined();
  });

  it('goes nowhere over a locked block', () => {
    const block = blockOf('picture');
    const blocks = place.page.blocks.map((one) => (one === block ? { ...one, locked: true } : one));
    const page = { ...place.page, blocks };
    const { x, y } = rectOf(place.geometry, block.area);
    expect(targetAt({ ...place, page }, openSlot('new'), { x: x + 9, y: y + 9 })).toBeUndefined();
  });
});
