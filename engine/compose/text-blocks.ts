import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import type {
  Article,
  ArticleBlock,
  ArticleGroup,
  Issue,
  Page,
  Paragraph,
} from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Rect } from '#engine/units/rect.ts';
import type { BlockContext, BlockFit, ComposedBlock } from './composed.ts';
import { blockDecorations } from './decorations.ts';
import type { FlowResult } from './flow.ts';
import { flowPieces } from './flow.ts';
import { flowMembers } from './flow-members.ts';
import type { FlowPiece } from './flow-piece.ts';
import { composeHeadline } from './headline.ts';
import type { JumpLines } from './jump-lines.ts';
import { composeJumpLines } from './jump-lines.ts';
import { areaRect } from './page-grid.ts';
import { composePicture } from './picture-frame.ts';
import type { ColumnOrigin } from './place-story.ts';
import { columnRules, LineCache, placeParagraph } from './place-story.ts';
import { composeStandingHead } from './standing-head.ts';
import type { StoryParagraph } from './story-paragraph.ts';
import { readParagraph } from './story-paragraph.ts';
import { articleFrame, groupFrame } from './text-frame.ts';
import type { FilledThread, ThreadBlock, ThreadMember, ThreadPiece } from './thread.ts';
import { threadFindings, threadFits } from './thread-report.ts';
import type { Typesetter } from './typesetter.ts';

/** Composes articles and groups; a thread is composed once for all its blocks. */
export class TextComposer {
  private readonly typesetter: Typesetter;
  private readonly lines: LineCache;
  private readonly threads = new Map<string, KnownThread>();
  private readonly paragraphs = new Map<string, KnownParagraph>();

  constructor(typesetter: Typesetter) {
    this.typesetter = typesetter;
    this.lines = new LineCache(typesetter);
  }

  /** The block as composed with the rest of its thread. */
  compose(context: BlockContext, block: ArticleBlock | ArticleGroup): ComposedBlock {
    const members = threadMembers(context, block);
    const key =
      block.kind === 'group' ? `${context.page.id}/${block.id}` : `article:${block.article}`;
    const inputs = threadInputs(context.issue, members);
    const known = this.threads.get(key);
    const thread =
      known !== undefined && sameValues(known.inputs, inputs)
        ? known
        : { inputs, composed: this.composeThread(context, members) };
    this.threads.set(key, thread);
    return thread.composed.get(block) ?? emptyBlock(this.typesetter, block);
  }

  private composeThread(
    context: BlockContext,
    members: readonly ThreadMember[],
  ): ReadonlyMap<ThreadMember['block'], ComposedBlock> {
    const jumps = composeJumpLines(this.typesetter, members);
    const blocks = members.map(({ block, page }): ThreadBlock => {
      const frame =
        block.kind === 'group'
          ? groupFrame(this.typesetter, block)
          : articleFrame(this.typesetter, block);
      const rect = areaRect(this.typesetter.grid, block.area);
      return { block, page, frame: jumps.reserve(block, frame), rect };
    });
    const pieces = this.readPieces(context.issue, blocks);
    const result = flowThread(blocks, pieces);
    const thread = { blocks, pieces, result };
    const fits = threadFits(thread);
    const findings = threadFindings(thread);
    return new Map(
      blocks.map((own, index) => {
        const parts = { thread, index, jumps, fit: fits[index] };
        const composed = this.composeOne(context, parts);
        return [
          own.block,
          { ...composed, findings: [...composed.findings, ...(findings[index] ?? [])] },
        ];
      }),
    );
  }

  /** Paragraphs of the story, or headlines and paragraphs of all members in turn. */
  private readPieces(issue: Issue, blocks: readonly ThreadBlock[]): readonly ThreadPiece[] {
    const block = blocks[0]?.block;
    if (block === undefined) return [];
    if (block.kind === 'article') return this.readStory(issue.articles[block.article]);
    return block.members.flatMap(({ article, headline }, member) => {
      const slab: FlowPiece = {
        kind: 'slab',
        lines: headline.extent,
        keepWithNextLines: HEADLINE_KEEP,
      };
      return [
        { piece: slab, paragraph: undefined, member },
        ...this.readStory(issue.articles[article]),
      ];
    });
  }

  private readStory(article: Article | undefined): readonly ThreadPiece[] {
    return (article?.story.paragraphs ?? []).map((value, index) => {
      const source = `article:${article?.id ?? ''}/story:${index}`;
      const paragraph = this.readKnown(value, source);
      return { piece: paragraph, paragraph, member: undefined };
    });
  }

  private readKnown(value: Paragraph, source: string): StoryParagraph {
    const known = this.paragraphs.get(source);
    if (known?.value === value) return known.paragraph;
    const paragraph = readParagraph(this.typesetter, value, source);
    this.paragraphs.set(source, { value, paragraph });
    return paragraph;
  }

  private composeOne(context: BlockContext, parts: BlockParts): ComposedBlock {
    const { thread, index } = parts;
    const own = thread.blocks[index];
    if (own === undefined) return emptyBlock(this.typesetter, undefined);
    const { block, frame, rect } = own;
    const head = this.composeHead(context, own);
    const pictures = this.composePictures(context, own);
    const origin = originIn(this.typesetter, rect, frame.text);
    const items: DisplayItem[] = [
      ...blockDecorations(this.typesetter, block),
      ...columnRules(this.typesetter, frame, block.columns, origin),
      ...head.items,
      ...pictures.items,
      ...this.placeText(context, parts, origin),
      ...parts.jumps.items(block, origin),
    ];
    const where = { page: own.page.id, block: block.id };
    const findings = [...head.findings, ...pictures.findings].map((finding) => ({
      ...finding,
      where: { ...finding.where, ...where },
    }));
    const group: GroupItem = { kind: 'group', id: block.id, x: rect.x, y: rect.y, items };
    return { group, findings, fit: parts.fit };
  }

  private composeHead(context: BlockContext, own: ThreadBlock): Composed {
    const { block, frame, rect } = own;
    if (frame.head === undefined) return NOTHING;
    const { cellPt, leadingPt } = this.typesetter.grid;
    const { x, y } = originIn(this.typesetter, rect, frame.head);
    const widthPt = frame.head.columns * cellPt;
    const box = { widthPt, heightPt: frame.head.lines * leadingPt, id: block.id };
    if (block.kind === 'group') {
      const items = composeStandingHead(this.typesetter, block, box);
      return { items: [{ kind: 'group', id: `${block.id}/head`, x, y, items }], findings: [] };
    }
    const article = context.issue.articles[block.article];
    if (article === undefined || block.headline === undefined) return NOTHING;
    const { items, findings } = composeHeadline(this.typesetter, article, block.headline, box);
    return { items: [{ kind: 'group', id: `${block.id}/head`, x, y, items }], findings };
  }

  private composePictures(context: BlockContext, own: ThreadBlock): Composed {
    const { block, rect } = own;
    if (block.kind === 'group') return NOTHING;
    const parts = block.pictures.map(({ picture, area, captionLines }) => {
      const page = areaRect(this.typesetter.grid, area);
      const inBlock = { ...page, x: page.x - rect.x, y: page.y - rect.y };
      const frame = {
        rect: inBlock,
        captionLines,
        id: `${block.id}/${picture}`,
        pictureId: picture,
      };
      return composePicture(context, context.issue.pictures[picture], frame);
    });
    return {
      items: parts.flatMap((part) => part.items),
      findings: parts.flatMap((part) => part.findings),
    };
  }

  private placeText(
    context: BlockContext,
    parts: BlockParts,
    origin: ColumnOrigin,
  ): readonly DisplayItem[] {
    const { thread, index } = parts;
    const { blocks, pieces, result } = thread;
    const own = blocks[index];
    if (own === undefined) return [];
    return result.placed
      .filter((placed) => placed.frame === index)
      .flatMap((placed): readonly DisplayItem[] => {
        const { paragraph, member } = pieces[placed.piece] ?? {};
        const setting = result.settings[placed.piece];
        const { frame } = own;
        if (paragraph !== undefined && setting !== undefined) {
          const placing = { paragraph, setting, placed, frame, origin };
          return placeParagraph(this.lines, this.typesetter, placing);
        }
        if (member === undefined || placed.lineFrom > 0) return [];
        return this.placeMemberHead(context, own, { member, placed, origin });
      });
  }

  private placeMemberHead(
    context: BlockContext,
    own: ThreadBlock,
    place: {
      readonly member: number;
      readonly placed: FlowResult['placed'][number];
      readonly origin: ColumnOrigin;
    },
  ): readonly DisplayItem[] {
    const { block, frame } = own;
    const member = block.kind === 'group' ? block.members[place.member] : undefined;
    const article = context.issue.articles[member?.article ?? ''];
    const column = frame.columns[place.placed.column];
    const slot = column?.slots[place.placed.firstSlot];
    if (member === undefined || article === undefined || slot === undefined) return [];
    const { cellPt, leadingPt } = this.typesetter.grid;
    const heightPt = member.headline.extent * leadingPt;
    const box = { widthPt: slot.width * cellPt, heightPt, id: `${block.id}/${article.id}` };
    const { items } = composeHeadline(this.typesetter, article, member.headline, box);
    const x = place.origin.x + slot.x * cellPt;
    const y = place.origin.y + slot.line * leadingPt;
    return [{ kind: 'group', id: `${box.id}/head`, x, y, items }];
  }
}

/** Body lines that must stand under a headline in the same column (composition rule P4). */
const HEADLINE_KEEP = 2;

interface Composed {
  readonly items: readonly DisplayItem[];
  readonly findings: readonly Finding[];
}

const NOTHING: Composed = { items: [], findings: [] };

interface BlockParts {
  readonly thread: FilledThread;
  readonly index: number;
  readonly jumps: JumpLines;
  readonly fit: BlockFit | undefined;
}

interface KnownThread {
  readonly inputs: readonly unknown[];
  readonly composed: ReadonlyMap<ThreadMember['block'], ComposedBlock>;
}

interface KnownParagraph {
  readonly value: Paragraph;
  readonly paragraph: StoryParagraph;
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

/** All blocks of an article in thread order, on whatever page; a group is its own thread. */
function threadMembers(
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

function threadInputs(issue: Issue, members: readonly ThreadMember[]): readonly unknown[] {
  return members.flatMap(({ block, page }) => {
    const of = block.kind === 'group' ? block.members.map((m) => m.article) : [block.article];
    const pictures =
      block.kind === 'group' ? [] : block.pictures.map((p) => issue.pictures[p.picture]);
    return [block, page.id, page.number, ...of.map((id) => issue.articles[id]), ...pictures];
  });
}

function sameValues(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

function originIn(
  typesetter: Typesetter,
  rect: Rect,
  area: { readonly column: number; readonly line: number },
): ColumnOrigin {
  const { originX, originY, cellPt, leadingPt } = typesetter.grid;
  return {
    x: originX + area.column * cellPt - rect.x,
    y: originY + area.line * leadingPt - rect.y,
  };
}

function emptyBlock(
  typesetter: Typesetter,
  block: ArticleBlock | ArticleGroup | undefined,
): ComposedBlock {
  const rect = block === undefined ? undefined : areaRect(typesetter.grid, block.area);
  const group: GroupItem = {
    kind: 'group',
    id: block?.id ?? '',
    x: rect?.x ?? 0,
    y: rect?.y ?? 0,
    items: [],
  };
  return { group, findings: [], fit: undefined };
}
