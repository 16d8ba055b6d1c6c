import type { Article, Block, HeadlineLayout, Issue } from '#engine/model/issue.ts';
import type { BrokenHeadline } from './break-headline.ts';
import { rankHeadlineBreaks } from './break-headline.ts';
import type { HeadlineBox, PartName } from './headline.ts';
import { headlinePart, PART_NAMES, stackedLengthPt } from './headline.ts';
import type { BrokenHeadlinePart, HeadlineMeasure } from './headline-lines.ts';
import { breakHeadlinePart, headlineToBreak } from './headline-lines.ts';
import { setOneLine } from './text-box.ts';
import { articleFrame, groupFrame } from './text-frame.ts';
import type { Typesetter } from './typesetter.ts';

/** The headline of an article in a block; `member` names the article of a group's member. */
export interface HeadlinePlace {
  readonly issue: Issue;
  readonly block: Block;
  readonly member?: string;
}

/** A headline as it is set, for its counters. Lengths in points. */
export interface HeadlineReading {
  /** Room of all parts together. */
  readonly widthPt: number;
  readonly heightPt: number;
  /** What the parts take of it: of the height, or of the width for an upright headline. */
  readonly stackPt: number;
  /** Those that the layout shows, empty ones too. */
  readonly parts: readonly HeadlinePartReading[];
}

/** Kicker, headline or deck as it is set. */
export interface HeadlinePartReading {
  readonly part: PartName;
  /** Size of the style, or the one that the layout puts in its place. */
  readonly sizePt: number;
  /** Size in which it is set, which fitting may have changed. */
  readonly setSizePt: number;
  /** Length that a line may have. */
  readonly measurePt: number;
  /** Han characters that fit on a line at `sizePt`, set as wide as the style says. */
  readonly capacity: number;
  readonly lines: readonly HeadlineLineReading[];
}

/** One line of a headline part. */
export interface HeadlineLineReading {
  readonly text: string;
  /** Characters, blanks left out. */
  readonly characters: number;
  /** Length in Han characters of its size, without tracking. */
  readonly em: number;
  readonly fits: boolean;
}

/** A way to break a headline part, by words and sense. */
export interface HeadlineBreakProposal {
  /** The words with `\n` where a line ends: what to write into the article. */
  readonly text: string;
  readonly lines: readonly HeadlineLineReading[];
  /** A word is parted, because nothing else fits. */
  readonly cutsWord: boolean;
  /** How far it is from faultless; the proposals come best first. */
  readonly penalty: number;
}

/** How many lines the proposals may have; 1 to 3 when left out. */
export interface BreakWish {
  readonly part: PartName;
  readonly lines?: number;
}

/** Reads how a headline is set; undefined where the block shows none. */
export function readHeadline(
  typesetter: Typesetter,
  place: HeadlinePlace,
): HeadlineReading | undefined {
  const found = findHeadline(typesetter, place);
  if (found === undefined) return undefined;
  const { widthPt, heightPt } = found.box;
  const parts = PART_NAMES.flatMap((name) => {
    const part = headlinePart(typesetter, found.article, found.layout, name);
    if (part === undefined) return [];
    return [{ name, broken: breakHeadlinePart(typesetter, part, found.measure) }];
  });
  const stackPt = stackedLengthPt(
    parts.map(({ broken }) => broken),
    found.measure,
  );
  const read = parts.map(({ name, broken }) => readPart(typesetter, name, broken, found.measure));
  return { widthPt, heightPt, stackPt, parts: read };
}

/** The best breaks of a headline part, best first; empty where there is nothing to break. */
export function proposeHeadlineBreaks(
  typesetter: Typesetter,
  place: HeadlinePlace,
  wish: BreakWish,
): readonly HeadlineBreakProposal[] {
  const found = findHeadline(typesetter, place);
  const part = found && headlinePart(typesetter, found.article, found.layout, wish.part);
  if (found === undefined || part === undefined || part.text.trim() === '') return [];
  const unbroken = { ...part, text: part.text.replaceAll('\n', '') };
  const toBreak = headlineToBreak(typesetter, unbroken, found.measure);
  const { lines } = wish;
  const limits =
    lines === undefined
      ? { leastLines: 1, mostLines: MOST_LINES }
      : { leastLines: lines, mostLines: lines };
  const ranked = rankHeadlineBreaks({ ...toBreak, ...limits }, lines === undefined ? 3 : 6);
  return ranked.map((broken) => proposalOf(unbroken.text, broken, toBreak.measureEm));
}

/** What the composer's own choice may have. */
const MOST_LINES = 3;

interface FoundHeadline {
  readonly article: Article;
  readonly layout: HeadlineLayout;
  readonly box: Pick<HeadlineBox, 'widthPt' | 'heightPt'>;
  readonly measure: HeadlineMeasure;
}

function findHeadline(typesetter: Typesetter, place: HeadlinePlace): FoundHeadline | undefined {
  const { issue, block, member } = place;
  const { cellPt, leadingPt } = typesetter.grid;
  if (block.kind === 'article') {
    const article = issue.articles[block.article];
    const { head } = articleFrame(typesetter, block);
    if (!article || !block.headline || !head) return undefined;
    const box = { widthPt: head.columns * cellPt, heightPt: head.lines * leadingPt };
    return measured(article, block.headline, box);
  }
  const layout =
    block.kind === 'group' ? block.members.find((one) => one.article === member) : undefined;
  const article = issue.articles[layout?.article ?? ''];
  if (block.kind !== 'group' || !layout || !article) return undefined;
  // A member's headline stands in one of the columns, which may differ by a character.
  const [column] = groupFrame(typesetter, block).columns;
  const widthPt = (column?.width ?? 0) * cellPt;
  return measured(article, layout.headline, {
    widthPt,
    heightPt: layout.headline.extent * leadingPt,
  });
}

function measured(
  article: Article,
  layout: HeadlineLayout,
  box: FoundHeadline['box'],
): FoundHeadline {
  const vertical = layout.placement !== 'above';
  const measurePt = vertical ? box.heightPt : box.widthPt;
  return { article, layout, box, measure: { measurePt, vertical } };
}

function readPart(
  typesetter: Typesetter,
  name: PartName,
  { part, lines }: BrokenHeadlinePart,
  measure: HeadlineMeasure,
): HeadlinePartReading {
  const { measurePt, vertical } = measure;
  const { sizePt, horizontalScale, trackingEm } = part.style;
  const emPt = sizePt * (vertical ? 1 : horizontalScale);
  // Tracking stands between characters: one place fewer than there are.
  const capacity = Math.floor((measurePt / emPt + trackingEm) / (1 + trackingEm) + TOLERANCE_EM);
  return {
    part: name,
    sizePt,
    setSizePt: lines[0]?.text.sizePt ?? sizePt,
    measurePt,
    capacity: Math.max(0, capacity),
    lines: lines.map(({ text: { text }, lengthPt }) => {
      const spans = [{ text, style: part.style, source: undefined }];
      const { line } = setOneLine(typesetter.readText(spans, { trackingEm: 0, vertical }));
      const fits = lengthPt <= measurePt + TOLERANCE_PT;
      return { text, characters: countCharacters(text), em: line.width, fits };
    }),
  };
}

const TOLERANCE_EM = 0.001;
const TOLERANCE_PT = 0.01;

function proposalOf(
  text: string,
  { lines, cutsWord, penalty }: BrokenHeadline,
  measureEm: number,
): HeadlineBreakProposal {
  const read = lines.map(({ start, end, widthEm }): HeadlineLineReading => {
    const words = text.slice(start, end);
    const fits = widthEm <= measureEm + TOLERANCE_EM;
    return { text: words, characters: countCharacters(words), em: widthEm, fits };
  });
  return { text: read.map((line) => line.text).join('\n'), lines: read, cutsWord, penalty };
}

/** Characters, not UTF-16 units, as a sub-editor counts them: blanks do not count. */
function countCharacters(text: string): number {
  return [...text.replaceAll(/[\s\u3000]/gu, '')].length;
}
