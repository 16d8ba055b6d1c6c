import { describe, expect, test } from 'vitest';
import { copyChosen, mayPasteBlocks, pastedBlocks } from '#renderer/make-up/block-clipboard.ts';
import { carryOut, chosenPlace } from '#renderer/make-up/make-up-steps.ts';
import { deskWithCommands } from '#tests/unit/renderer/commands/desk-with-commands.ts';

function deskWithChosen(kind: 'picture' | 'article') {
  const { desk } = deskWithCommands();
  const blocks = () => desk.openIssue.issue().pages[0]?.blocks ?? [];
  const block = blocks().find((one) => one.kind === kind);
  if (block === undefined) throw new Error(`the sample has no ${kind}`);
  desk.state.change({ selection: { kind: 'blocks', blocks: [block.id] } });
  const place = chosenPlace(desk);
  if (place === undefined) throw new Error('nothing is chosen');
  return { desk, block, blocks, place };
}

describe('copied blocks', () => {
  test('lie beside their originals on the same page, with words of their own', () => {
    const { desk, block, blocks, place } = deskWithChosen('picture');
    copyChosen(desk, place);
    carryOut(desk, pastedBlocks);
    const copy = blocks().at(-1);
    if (copy?.kind !== 'picture' || block.kind !== 'picture') throw new Error('no copy');
    expect(copy.area.line).toBe(block.area.line + 2);
    const { pictures } = desk.openIssue.issue();
    expect(copy.picture).not.toBe(block.picture);
    expect(pictures[copy.picture]).toEqual({ ...pictures[block.picture], id: copy.picture });
  });

  test('come back even when their picture has left the issue since', () => {
    const { desk, block, blocks, place } = deskWithChosen('picture');
    if (block.kind !== 'picture') throw new Error('no picture');
    const caption = desk.openIssue.issue().pictures[block.picture]?.caption;
    copyChosen(desk, place);
    desk.openIssue.edit('take out', { kind: 'removedBlock', block: block.id });
    desk.openIssue.edit('take out', { kind: 'removedPicture', picture: block.picture });
    carryOut(desk, pastedBlocks);
    const copy = blocks().at(-1);
    const picture = copy?.kind === 'picture' ? copy.picture : '';
    expect(desk.openIssue.issue().pictures[picture]?.caption).toBe(caption);
    expect(caption).not.toBe('');
  });

  test('are not put down while a text has the caret, nor before anything was copied', () => {
    const { desk, place } = deskWithChosen('article');
    expect(mayPasteBlocks(desk)).toBe(false);
    copyChosen(desk, place);
    expect(mayPasteBlocks(desk)).toBe(true);
    const at = { text: 'article:lead/headline', offset: 0, edge: 'leading' } as const;
    const text = { text: 'article:lead/headline', anchor: at, head: at };
    desk.state.change({ selection: { kind: 'text', text } });
    expect(mayPasteBlocks(desk)).toBe(false);
  });
});
