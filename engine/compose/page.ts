import type { DisplayItem, DisplayList } from '#engine/display/display-list.ts';
import { inPageColours } from '#engine/display/page-colours.ts';
import type { FontBook } from '#engine/fonts/typeface.ts';
import type { Block, Issue, Page } from '#engine/model/issue.ts';
import { cellPictures } from '#engine/model/issue-references.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { mmToPt } from '#engine/units/units.ts';
import type { Lexicon } from '#engine/words/word-lexicon.ts';
import { composeAdGrid } from './ad-grid.ts';
import { blockFindings } from './block-findings.ts';
import type { BlockContext, BlockFit, ComposedBlock, ComposedPage } from './composed.ts';
import { composeFolioLine } from './folio-line.ts';
import { composeImprint, composeRule } from './imprint.ts';
import { Memory } from './memory.ts';
import { areaRect } from './page-grid.ts';
import { composePictureBlock } from './picture-frame.ts';
import type {
  BreakWish,
  HeadlineBreakProposal,
  HeadlinePlace,
  HeadlineReading,
} from './read-headline.ts';
import { proposeHeadlineBreaks, readHeadline } from './read-headline.ts';
import { composeSectionFlag } from './section-flag.ts';
import { TextComposer } from './text-blocks.ts';
import { Typesetter } from './typesetter.ts';

/** What a composer is made of. */
export interface ComposerParts {
  readonly fonts: FontBook;
  /** Words for the breaking of headlines. */
  readonly lexicon: Lexicon;
}

/** Composes pages and remembers what has not changed since the last time. */
export interface Composer {
  /**
   * Composes one page of an issue in the styles of its template. Blocks whose values are the same
   * objects as before keep their display items, so an edit costs its own story only.
   */
  composePage(issue: Issue, page: Page, template: PageTemplate): ComposedPage;
  /** How the headline in a block is set: its lines and what they hold; undefined without one. */
  readHeadline(place: HeadlinePlace, template: PageTemplate): HeadlineReading | undefined;
  /** Ways to break a part of that headline by the sense, best first. */
  proposeHeadlineBreaks(
    place: HeadlinePlace,
    template: PageTemplate,
    wish: BreakWish,
  ): readonly HeadlineBreakProposal[];
  /** The words that headlines are broken by. */
  readonly lexicon: Lexicon;
}

/** A composer with an empty memory. */
export function createComposer(parts: ComposerParts): Composer {
  const desks = new WeakMap<PageTemplate, TemplateDesk>();
  const deskOf = (template: PageTemplate) => {
    const desk = desks.get(template) ?? new TemplateDesk(parts, template);
    desks.set(template, desk);
    return desk;
  };
  return {
    composePage: (issue, page, template) => deskOf(template).composePage(issue, page),
    readHeadline: (place, template) => readHeadline(deskOf(template).typesetter, place),
    proposeHeadlineBreaks: (place, template, wish) =>
      proposeHeadlineBreaks(deskOf(template).typesetter, place, wish),
    lexicon: parts.lexicon,
  };
}

/** Everything remembered about pages of one template. */
class TemplateDesk {
  readonly typesetter: Typesetter;
  private readonly text: TextComposer;
  private readonly plain = new Memory<ComposedBlock>(MOST_BLOCKS);

  constructor(parts: ComposerParts, template: PageTemplate) {
    this.typesetter = new Typesetter(parts.fonts, template, parts.lexicon);
    this.text = new TextComposer(this.typesetter);
  }

  composePage(issue: Issue, page: Page): ComposedPage {
    const context = { typesetter: this.typesetter, issue, page };
    const blocks = page.blocks.map((block) => this.composeBlock(context, block));
    const list = this.displayList(blocks.map((block) => block.group));
    return {
      list: inPageColours(list, page.colours),
      findings: [
        ...page.blocks.flatMap((block) => blockFindings(context, block)),
        ...blocks.flatMap((block) => block.findings),
      ],
      fits: collectFits(page.blocks, blocks),
      stories: Object.assign({}, ...blocks.map(({ stories }) => stories)),
    };
  }

  private displayList(items: readonly DisplayItem[]): DisplayList {
    const { widthMm, heightMm } = this.typesetter.template.paper;
    return { widthPt: mmToPt(widthMm), heightPt: mmToPt(heightMm), items };
  }

  private composeBlock(context: BlockContext, block: Block): ComposedBlock {
    if (block.kind === 'article' || block.kind === 'group')
      return this.text.compose(context, block);
    const key = `${context.page.id}/${block.id}`;
    const inputs = blockInputs(context, block);
    return this.plain.recall(key, inputs, () => composePlainBlock(context, block));
  }
}

type PlainBlock = Exclude<Block, { kind: 'article' | 'group' }>;

/** Blocks without running text that are remembered: more than an issue of sixteen pages has. */
const MOST_BLOCKS = 60;

/** The values that a block is made of; the same objects give the same block. */
function blockInputs(context: BlockContext, block: PlainBlock): readonly unknown[] {
  const { issue, page } = context;
  const always = [block, page.number, page.name, issue.date, issue.paper, issue.supplement];
  if (block.kind === 'picture') return [...always, issue.pictures[block.picture]];
  if (block.kind !== 'adGrid') return always;
  const grid = issue.adGrids[block.adGrid];
  const shown = (grid?.cells ?? []).flatMap(cellPictures).map((id) => issue.pictures[id]);
  return [...always, grid, ...shown];
}

function composePlainBlock(context: BlockContext, block: PlainBlock): ComposedBlock {
  const rect = areaRect(context.typesetter.grid, block.area);
  switch (block.kind) {
    case 'picture':
      return composePictureBlock(context, { block, rect });
    case 'adGrid':
      return composeAdGrid(context, { block, rect });
    case 'sectionFlag':
      return composeSectionFlag(context, { block, rect });
    case 'folioLine':
      return composeFolioLine(context, { block, rect });
    case 'imprint':
      return composeImprint(context, { block, rect });
    case 'rule':
      return composeRule(context, { block, rect });
  }
}

function collectFits(
  blocks: readonly Block[],
  composed: readonly ComposedBlock[],
): Readonly<Record<string, BlockFit>> {
  const fits: Record<string, BlockFit> = {};
  for (const [index, block] of blocks.entries()) {
    const fit = composed[index]?.fit;
    if (fit !== undefined) fits[block.id] = fit;
  }
  return fits;
}
