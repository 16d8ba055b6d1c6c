import type { DisplayItem, GroupItem } from '#engine/display/display-list.ts';
import type {
  Article,
  ArticleBlock,
  ArticleGroup,
  HeadlineLayout,
  Issue,
} from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Rect } from '#engine/units/rect.ts';
import type { BlockContext, BlockFit, ComposedBlock } from './composed.ts';
import { blockDecorations } from './decorations.ts';
import { fillThread, threadInputs, threadMembers } from './fill-thread.ts';
import { fillerRule } from './filler-rule.ts';
import type { PlacedPiece } from './flow-piece.ts';
import { placedFindings } from './glyph-findings.ts';
import type { ComposedHeadline, HeadlineBox } from './headline.ts';
import { composeHeadline } from './headline.ts';
import type { JumpLines } from './jump-lines.ts';
import { LineCache } from './line-cache.ts';
import { Memory } from './memory.ts';
import { areaRect } from './page-grid.ts';
import { composePicture } from './picture-frame.ts';
import type { ColumnOrigin } from './place-story.ts';
import { columnRules, placeParagraph } from './place-story.ts';
import { composeStandingHead } from './standing-head.ts';
import { storyLines } from './story-lines.ts';
import { StoryReader } from './story-reader.ts';
import { articleFrame, groupFrame } from './text-frame.ts';
import type { FilledThread, ThreadBlock, ThreadMember, ThreadPiece } from './thread.ts';
import { threadFindings, threadFits } from './thread-report.ts';
import type { Typesetter } from './typesetter.ts';

/** What is remembered: more than an issue of sixteen pages holds. */
const MOST_BLOCKS = 60;

/** Composes articles and groups; a thread is composed once for all its blocks. */
export class TextComposer {
  private readonly typesetter: Typesetter;
  private readonly lines: LineCache;
  private readonly threads = new Memory<ReadonlyMap<ThreadMember['block'], ComposedBlock>>(
    MOST_BLOCKS,
  );
  private readonly stories: StoryReader;
  private readonly headlines = new Memory<ComposedHeadline>(MOST_BLOCKS);
  private readonly frames = new Memory<ThreadBlock>(MOST_BLOCKS);

  constructor(typesetter: Typesetter) {
    this.typesetter = typesetter;
    this.lines = new LineCache(typesetter);
    this.stories = new StoryReader(typesetter);
  }

  /** The block as composed with the rest of its thread. */
  compose(context: BlockContext, block: ArticleBlock | ArticleGroup): ComposedBlock {
    const members = threadMembers(context, block);
    const place =
      block.kind === 'group' ? `${context.page.id}/${block.id}` : `article:${block.article}`;
    const inputs = threadInputs(context.issue, members);
    const composed = this.threads.recall(place, inputs, () => this.composeThread(context, members));
    return composed.get(block) ?? emptyBlock(this.typesetter, block);
  }

  private composeThread(
    context: BlockContext,
    members: readonly ThreadMember[],
  ): ReadonlyMap<ThreadMember['block'], ComposedBlock> {
    const pieces = this.readPieces(context.issue, members);
    const measured = members.map((member) => this.measured(member));
    const { thread, jumps } = fillThread(this.typesetter, measured, pieces);
    const fits = threadFits(thread);
    const findings = threadFindings(thread, fits);
    const stories = storyLines(thread);
    return new Map(
      thread.blocks.map((own, index) => {
        const composed = this.composeOne(context, { thread, index, jumps, fit: fits[index] });
        const ownFindings = [...composed.findings, ...(findings[index] ?? [])];
        return [own.block, { ...composed, findings: ownFindings, stories }];
      }),
    );
  }

  /** The geometry of a block stays while its text is edited. */
  private measured({ block, page }: ThreadMember): ThreadBlock {
    const { typesetter } = this;
    return this.frames.recall(`${page.id}/${block.id}`, [block, page], () => {
      const frame =
        block.kind === 'group' ? groupFrame(typesetter, block) : articleFrame(typesetter, block);
      return { block, page, frame, rect: areaRect(typesetter.grid, block.area) };
    });
  }

  /** Paragraphs of the story, or headlines and paragraphs of all members in turn. */
  private readPieces(issue: Issue, members: readonly ThreadMember[]): readonly ThreadPiece[] {
    const block = members[0]?.block;
    if (block === undefined) return [];
    if (block.kind === 'article') return this.readStory(issue.articles[block.article]);
    return block.members.flatMap(({ article, headline }, member) => {
      const piece = {
        kind: 'slab',
        lines: headline.extent,
        keepWithNextLines: HEADLINE_KEEP,
      } as const;
      return [{ piece, paragraph: undefined, member }, ...this.readStory(issue.articles[article])];
    });
  }

  private readStory(article: Article | undefined): readonly ThreadPiece[] {
    if (article === undefined) return [];
    return this.stories.read(article).map((paragraph) => {
      return { piece: paragraph, paragraph, member: undefined };
    });
  }

  private composeOne(context: BlockContext, parts: BlockParts): ComposedBlock {
    const { thread, index } = parts;
    const own = thread.blocks[index];
    if (own === undefined) return emptyBlock(this.typesetter, undefined);
    const { block, frame, rect } = own;
    const head = this.composeHead(context, own);
    const pictures = this.composePictures(context, own);
    const origin = originIn(this.typesetter, rect, frame.text);
    const text = this.placeText(context, parts, origin);
    const items: DisplayItem[] = [
      ...blockDecorations(this.typesetter, block),
      ...fillerRule(this.typesetter, block, rect),
      ...columnRules(this.typesetter, frame, block.columns, origin),
      ...head.items,
      ...pictures.items,
      ...text.items,
      ...parts.jumps.items(block, origin),
    ];
    const found = [...head.findings, ...pictures.findings, ...text.findings];
    const findings = placedFindings(own, block, found);
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
      const { items, findings } = composeStandingHead(this.typesetter, block, box);
      return { items: [{ kind: 'group', id: `${block.id}/head`, x, y, items }], findings };
    }
    const article = context.issue.articles[block.article];
    if (article === undefined || block.headline === undefined) return NOTHING;
    const { items, findings } = this.headline(own, article, block.headline, box);
    return { items: [{ kind: 'group', id: `${block.id}/head`, x, y, items }], findings };
  }

  /** The headline parts of an article; the story may change without them. */
  private headline(
    { page }: ThreadBlock,
    article: Article,
    layout: HeadlineLayout,
    box: HeadlineBox,
  ): ComposedHeadline {
    const { id, kicker, headline, deck } = article;
    const values = [id, kicker, headline, deck, layout, box.widthPt, box.heightPt];
    return this.headlines.recall(`${page.id}/${box.id}`, values, () =>
      composeHeadline(this.typesetter, article, layout, box),
    );
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
    return joined(parts);
  }

  private placeText(context: BlockContext, parts: BlockParts, origin: ColumnOrigin): Composed {
    const { thread, index } = parts;
    const { blocks, pieces, result } = thread;
    const own = blocks[index];
    if (own === undefined) return NOTHING;
    const inFrame = result.placed.filter((placed) => placed.frame === index);
    return joined(
      inFrame.map((placed): Composed => {
        const { paragraph, member } = pieces[placed.piece] ?? {};
        const setting = result.settings[placed.piece];
        if (paragraph !== undefined && setting !== undefined) {
          const placing = { paragraph, setting, placed, frame: own.frame, origin };
          return { items: placeParagraph(this.lines, this.typesetter, placing), findings: [] };
        }
        if (member === undefined || placed.lineFrom > 0) return NOTHING;
        return this.placeMemberHead(context, own, { member, placed, origin });
      }),
    );
  }

  private placeMemberHead(
    context: BlockContext,
    own: ThreadBlock,
    place: {
      readonly member: number;
      readonly placed: PlacedPiece;
      readonly origin: ColumnOrigin;
    },
  ): Composed {
    const { block, frame } = own;
    const member = block.kind === 'group' ? block.members[place.member] : undefined;
    const article = context.issue.articles[member?.article ?? ''];
    const column = frame.columns[place.placed.column];
    const slot = column?.slots[place.placed.firstSlot];
    if (member === undefined || article === undefined || slot === undefined) return NOTHING;
    const { cellPt, leadingPt } = this.typesetter.grid;
    const heightPt = member.headline.extent * leadingPt;
    const box = { widthPt: slot.width * cellPt, heightPt, id: `${block.id}/${article.id}` };
    const { items, findings } = this.headline(own, article, member.headline, box);
    const x = place.origin.x + slot.x * cellPt;
    const y = place.origin.y + slot.line * leadingPt;
    return { items: [{ kind: 'group', id: `${box.id}/head`, x, y, items }], findings };
  }
}

/** Body lines that must stand under a headline in the same column (composition rule P4). */
const HEADLINE_KEEP = 2;

interface Composed {
  readonly items: readonly DisplayItem[];
  readonly findings: readonly Finding[];
}

const NOTHING: Composed = { items: [], findings: [] };

function joined(parts: readonly Composed[]): Composed {
  return {
    items: parts.flatMap((part) => part.items),
    findings: parts.flatMap((part) => part.findings),
  };
}

interface BlockParts {
  readonly thread: FilledThread;
  readonly index: number;
  readonly jumps: JumpLines;
  readonly fit: BlockFit | undefined;
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
