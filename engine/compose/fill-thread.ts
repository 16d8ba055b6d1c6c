import type { ArticleBlock, ArticleGroup, Issue, Page } from '#engine/model/issue.ts';
import type { BlockContext } from './composed.ts';
import type { FlowResult } from './flow.ts';
import { flowPieces } from './flow.ts';
import { flowMembers } from './flow-members.ts';
import type { FlowPiece } from './flow-piece.ts';
import type { JumpLines } from './jump-lines.ts';
import { composeJumpLines } from './jump-lines.ts';
import type { FilledThread, ThreadBlock, ThreadMember, ThreadPiece } from './thread.ts';
import type { Typesetter } from './typesetter.ts';

/** All blocks of an article in thread order, on whatever page; a group is its own thread. */
export function threadMembers(
  context: BlockContext,
  block: ArticleBlock | ArticleGroup,
): readonly ThreadMember[] {
  if (block.kind === 'group') return [{ block, page: context.page }];
  const members: { block: ArticleBlock; page: Page }[] = [];
  for (const page of context.issue.pages) {
    if (page.template !== context.page.template) continue;
    for (const other of page.blocks) {
      if (other.kind === 'article' && other.article === block.article) {
        members.push({ block: other, page });
      }
    }
  }
  return members.sort((a, b) => a.block.part - b.block.part);
}

/** The values that a thread is made of; the same objects give the same thread. */
export function threadInputs(issue: Issue, members: readonly ThreadMember[]): readonly unknown[] {
  return members.flatMap(({ block, page }) => {
    const of = block.kind === 'group' ? block.members.map((m) => m.article) : [block.article];
    const pictures =
      block.kind === 'group' ? [] : block.pictures.map((p) => issue.pictures[p.picture]);
    return [block, page.id, page.number, ...of.map((id) => issue.articles[id]), ...pictures];
  });
}

/** A thread with its text in place, and the jump lines that lead through it. */
export interface ThreadFilling {
  readonly thread: FilledThread;
  readonly jumps: JumpLines;
}

/**
 * Fills the blocks of a thread with its pieces. A page whose block the text does not reach gets no
 * jump line that turns to it: the blocks on it stay empty.
 */
export function fillThread(
  typesetter: Typesetter,
  members: readonly ThreadBlock[],
  pieces: readonly ThreadPiece[],
): ThreadFilling {
  for (let count = 1; count < members.length; count++) {
    if (members[count]?.page.id === members[count - 1]?.page.id) continue;
    const filling = fillBlocks(typesetter, members, { pieces, count });
    if (filling.thread.result.oversetLines === 0) return filling;
  }
  return fillBlocks(typesetter, members, { pieces, count: members.length });
}

/** Fills the first `count` blocks. */
function fillBlocks(
  typesetter: Typesetter,
  members: readonly ThreadBlock[],
  matter: { readonly pieces: readonly ThreadPiece[]; readonly count: number },
): ThreadFilling {
  const { pieces, count } = matter;
  const jumps = composeJumpLines(typesetter, members.slice(0, count));
  const blocks = members.map((member): ThreadBlock => {
    const frame = jumps.reserve(member.block, member.frame);
    return frame === member.frame ? member : { ...member, frame };
  });
  const result = flowThread(blocks.slice(0, count), pieces);
  return { thread: { blocks, pieces, result }, jumps };
}

function flowThread(blocks: readonly ThreadBlock[], pieces: readonly ThreadPiece[]): FlowResult {
  const last = blocks.at(-1);
  if (last?.block.kind === 'group' && last.block.arrangement === 'columns') {
    return flowMembers({ members: piecesByMember(pieces), columns: last.frame.columns });
  }
  return flowPieces({
    pieces: pieces.map(({ piece }) => piece),
    frames: blocks.map(({ block, frame }) => ({
      columns: frame.columns,
      balance: block.columns.balance,
    })),
    closeExactly: last?.block.columns.balance ?? false,
  });
}

/** Every headline slab begins the pieces of a new member. */
function piecesByMember(pieces: readonly ThreadPiece[]): readonly (readonly FlowPiece[])[] {
  const members: FlowPiece[][] = [];
  for (const { piece, member } of pieces) {
    if (member !== undefined) members.push([]);
    members.at(-1)?.push(piece);
  }
  return members;
}
