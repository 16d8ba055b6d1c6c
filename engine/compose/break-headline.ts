import type { PhraseBoundary } from './phrase-boundaries.ts';
import { phraseBoundaries } from './phrase-boundaries.ts';
import type { Word } from './segment-words.ts';

/** A headline part and the room it has. All lengths in em of the part's own type size. */
export interface HeadlineToBreak {
  /** `\n` is a break made by hand and always kept; a space is a seam, dropped at a line end. */
  readonly text: string;
  /** The words of the text, from `readWords`. */
  readonly words: readonly Word[];
  /** Width of the text between two offsets as a line of its own, edge marks trimmed. */
  readonly widthOf: (start: number, end: number) => number;
  /** The break rules of the composer: may a line begin at this offset? */
  readonly mayBreak: (offset: number) => boolean;
  readonly measureEm: number;
  /** At least so many lines, 1 when left out; with breaks by hand these alone decide. */
  readonly leastLines?: number;
  /** At most so many lines in all, 3 when left out. */
  readonly mostLines?: number;
}

/** One line; the offsets leave off the spaces and the `\n` around it. */
interface HeadlineBreakLine {
  readonly start: number;
  readonly end: number;
  readonly widthEm: number;
}

/** The chosen lines and what they cost. */
export interface BrokenHeadline {
  readonly lines: readonly HeadlineBreakLine[];
  /** False when a line is wider than the measure: take a smaller step of type or more lines. */
  readonly fits: boolean;
  /** True when a word had to be cut: no break between words would fit. */
  readonly cutsWord: boolean;
  /** 0 is faultless; comparable between breaks of the same text. */
  readonly penalty: number;
}

/** More lines than the least that fit must earn this much (own trial). */
const FURTHER_LINE = 30;
/** Cost of unequal lines: times the square of (longest − shortest) / longest. */
const IMBALANCE = 70;
/** Composition rule H2: two or three lines differ by at most 35 %. */
const GREATEST_DIFFERENCE = 0.35;
const BEYOND_GREATEST_DIFFERENCE = 12;
/**
 * A line that runs over a better seam than the one it begins or ends at pays this share of the
 * difference: 认识|再提升 责任再压实 must not part at the weak seam and pass the space.
 */
const PASSED_SEAM = 0.5;
/** Composition rule H3: the last line has three characters or more; so should the others. */
const SHORTEST_LAST_LINE_EM = 3;
const SHORT_LAST_LINE = 60;
const SHORT_LINE = 20;
/** A word is cut only when nothing else fits, so it outweighs every seam. */
const CUT_WORD = 400;
/** For each whole measure by which a line sticks out. */
const OVERFLOW = 5000;
/** Rounding of summed advances must not turn a full line into a wide one. */
const WIDTH_TOLERANCE_EM = 0.001;
/** Step by which the room is widened when nothing fits. */
const MEASURE_STEP_EM = 0.25;
/** Five lines of a headline are a story; and the search is exhaustive. */
const MOST_LINES = 5;

/** Breaks a headline part into lines of whole words, even and by the sense (词断行). */
export function breakHeadline(headline: HeadlineToBreak): BrokenHeadline {
  const measured = { ...headline, widthOf: rememberWidths(headline.widthOf) };
  const manuscript = manuscriptLines(measured);
  const byHand = manuscript.length - 1;
  const limited: HeadlineToBreak = {
    ...measured,
    leastLines: byHand > 0 ? 1 : (headline.leastLines ?? 1),
    mostLines: Math.max(1, (headline.mostLines ?? 3) - byHand),
  };
  const parts = manuscript.map((part) => breakManuscriptLine(limited, part));
  return {
    lines: parts.flatMap((part) => part.lines),
    fits: parts.every((part) => part.fits),
    cutsWord: parts.some((part) => part.cutsWord),
    penalty: parts.reduce((sum, part) => sum + part.penalty, 0),
  };
}

/**
 * The best breaks of a headline part by the sense, best first: at most so many for each number of
 * lines that is allowed, those that cut a word only where nothing else fits. Breaks by hand do not
 * count here; give the text without them.
 */
export function rankHeadlineBreaks(
  headline: HeadlineToBreak,
  mostForEach: number,
): readonly BrokenHeadline[] {
  const measured = { ...headline, widthOf: rememberWidths(headline.widthOf) };
  const [part] = manuscriptLines(measured);
  if (part === undefined) return [];
  const most = Math.min(MOST_LINES, Math.max(1, headline.mostLines ?? 3));
  const least = Math.min(most, Math.max(1, headline.leastLines ?? 1));
  const ranked: BrokenHeadline[] = [];
  for (let count = least; count <= most; count += 1) {
    ranked.push(...breaksInto(measured, part, { count, most: mostForEach }));
  }
  return ranked.toSorted((a, b) => Number(b.fits) - Number(a.fits) || a.penalty - b.penalty);
}

function breaksInto(
  headline: HeadlineToBreak,
  part: ManuscriptLine,
  wish: { readonly count: number; readonly most: number },
): readonly BrokenHeadline[] {
  const roomEm = headline.measureEm + WIDTH_TOLERANCE_EM;
  const whole = new LineSearch(headline, part, { ...wish, roomEm }).ranked();
  if (whole.length > 0) return whole;
  const seams = withCuts(headline, part);
  return new LineSearch(headline, { ...part, seams }, { count: wish.count, roomEm }).ranked();
}

/** The search asks for the same width many times; the composer shapes text for each answer. */
function rememberWidths(widthOf: HeadlineToBreak['widthOf']): HeadlineToBreak['widthOf'] {
  const known = new Map<string, number>();
  return (start, end) => {
    const key = `${start}:${end}`;
    const width = known.get(key) ?? widthOf(start, end);
    known.set(key, width);
    return width;
  };
}

interface Seam extends PhraseBoundary {
  readonly cutsWord: boolean;
}

interface ManuscriptLine {
  readonly start: number;
  readonly end: number;
  readonly seams: readonly Seam[];
}

function manuscriptLines({ text, words, mayBreak }: HeadlineToBreak): readonly ManuscriptLine[] {
  const lines: ManuscriptLine[] = [];
  let start = 0;
  for (const piece of text.split('\n')) {
    const end = start + piece.length;
    const own = words
      .filter((word) => word.start < end && word.end > start)
      .map((word) => ({
        ...word,
        start: Math.max(start, word.start),
        end: Math.min(end, word.end),
      }));
    const seams = phraseBoundaries(text, own).map((seam) => ({ ...seam, cutsWord: false }));
    const content = own.filter((word) => word.kind !== 'space');
    lines.push({
      start: content[0]?.start ?? start,
      end: content.at(-1)?.end ?? start,
      seams: seams.filter((seam) => mayBreak(seam.offset)),
    });
    start = end + 1;
  }
  return lines;
}

function breakManuscriptLine(headline: HeadlineToBreak, part: ManuscriptLine): BrokenHeadline {
  const whole = bestBreak(headline, part);
  if (whole.fits) return whole;
  const cut = bestBreak(headline, { ...part, seams: withCuts(headline, part) });
  return cut.fits ? cut : whole;
}

/** Every legal break, those inside words at a price. */
function withCuts({ mayBreak }: HeadlineToBreak, part: ManuscriptLine): readonly Seam[] {
  const bySeam = new Map(part.seams.map((seam) => [seam.offset, seam]));
  const seams: Seam[] = [];
  for (let offset = part.start + 1; offset < part.end; offset += 1) {
    const seam = bySeam.get(offset);
    if (seam !== undefined) seams.push(seam);
    else if (mayBreak(offset)) {
      seams.push({ offset, lineEnd: offset, penalty: CUT_WORD, cutsWord: true });
    }
  }
  return seams;
}

/**
 * The best of the fewest lines that fit and of those with more lines. When even the most lines are
 * too narrow, the break is made for the narrowest measure that would do.
 */
function bestBreak(headline: HeadlineToBreak, part: ManuscriptLine): BrokenHeadline {
  const most = Math.min(MOST_LINES, Math.max(1, headline.mostLines ?? 3), part.seams.length + 1);
  const least = Math.min(most, Math.max(1, headline.leastLines ?? 1));
  const roomEm = narrowestMeasure(headline, part, most);
  const fewest = Math.max(least, linesNeeded(headline, part, roomEm));
  let best: BrokenHeadline | undefined;
  for (let count = fewest; count <= most; count += 1) {
    const further = FURTHER_LINE * (count - fewest);
    if (best !== undefined && further >= best.penalty) break;
    const found = new LineSearch(headline, part, { count, roomEm }).best();
    if (found === undefined) continue;
    const penalty = found.penalty + further;
    if (best === undefined || penalty < best.penalty) best = { ...found, penalty };
  }
  if (best !== undefined) return best;
  return describe(headline, part, [{ start: part.start, end: part.end, seam: undefined }]);
}

/** The measure itself when so many lines fit it, else the least step above it at which they do. */
function narrowestMeasure(headline: HeadlineToBreak, part: ManuscriptLine, most: number): number {
  const whole = headline.widthOf(part.start, part.end);
  let roomEm = headline.measureEm + WIDTH_TOLERANCE_EM;
  while (roomEm < whole && linesNeeded(headline, part, roomEm) > most) roomEm += MEASURE_STEP_EM;
  return roomEm;
}

/** How few lines do when each takes as many words as it can; infinite when a word is too wide. */
function linesNeeded(headline: HeadlineToBreak, part: ManuscriptLine, roomEm: number): number {
  let count = 1;
  let { start } = part;
  let last: Seam | undefined;
  for (const seam of [...part.seams, endOf(part)]) {
    if (headline.widthOf(start, seam.lineEnd) > roomEm) {
      if (last === undefined) return Number.POSITIVE_INFINITY;
      count += 1;
      start = last.offset;
      if (headline.widthOf(start, seam.lineEnd) > roomEm) return Number.POSITIVE_INFINITY;
    }
    last = seam;
  }
  return count;
}

function endOf(part: ManuscriptLine): Seam {
  return { offset: part.end, lineEnd: part.end, penalty: 0, cutsWord: false };
}

interface ChosenLine {
  readonly start: number;
  readonly end: number;
  /** The seam at its end; undefined for the last line. */
  readonly seam: Seam | undefined;
}

interface SearchLimits {
  readonly count: number;
  readonly roomEm: number;
  /** How many of the best breaks are kept, 1 when left out. */
  readonly most?: number;
}

/** Tries every choice of seams for a given number of lines that keeps each line in its room. */
class LineSearch {
  private readonly headline: HeadlineToBreak;
  private readonly part: ManuscriptLine;
  private readonly count: number;
  private readonly roomEm: number;
  private readonly most: number;
  /** Best first, at most `most` of them. */
  private readonly found: BrokenHeadline[] = [];

  constructor(
    headline: HeadlineToBreak,
    part: ManuscriptLine,
    { count, roomEm, most = 1 }: SearchLimits,
  ) {
    this.headline = headline;
    this.part = part;
    this.count = count;
    this.roomEm = roomEm;
    this.most = most;
  }

  /** Undefined when there are fewer seams than the lines need. */
  best(): BrokenHeadline | undefined {
    return this.ranked()[0];
  }

  ranked(): readonly BrokenHeadline[] {
    this.extend([], { start: this.part.start, firstSeam: 0, spent: 0 });
    return this.found;
  }

  /** What a break has to be better than. */
  private bar(): number {
    return this.found[this.most - 1]?.penalty ?? Number.POSITIVE_INFINITY;
  }

  private extend(
    chosen: readonly ChosenLine[],
    from: { readonly start: number; readonly firstSeam: number; readonly spent: number },
  ): void {
    if (from.spent >= this.bar()) return;
    const { start, firstSeam } = from;
    const left = this.count - chosen.length;
    if (left === 1) {
      if (this.headline.widthOf(start, this.part.end) > this.roomEm) return;
      this.keep([...chosen, { start, end: this.part.end, seam: undefined }]);
      return;
    }
    const { seams } = this.part;
    for (let at = firstSeam; at <= seams.length - left + 1; at += 1) {
      const seam = seams[at];
      if (seam === undefined) return;
      if (this.headline.widthOf(start, seam.lineEnd) > this.roomEm) return;
      const line = { start, end: seam.lineEnd, seam };
      const spent = from.spent + seam.penalty;
      this.extend([...chosen, line], { start: seam.offset, firstSeam: at + 1, spent });
    }
  }

  private keep(lines: readonly ChosenLine[]): void {
    const candidate = describe(this.headline, this.part, lines);
    if (candidate.penalty >= this.bar()) return;
    const behind = this.found.findIndex(({ penalty }) => penalty > candidate.penalty);
    this.found.splice(behind < 0 ? this.found.length : behind, 0, candidate);
    if (this.found.length > this.most) this.found.pop();
  }
}

function describe(
  headline: HeadlineToBreak,
  part: ManuscriptLine,
  chosen: readonly ChosenLine[],
): BrokenHeadline {
  const { measureEm, widthOf } = headline;
  const lines = chosen.map(({ start, end }) => ({ start, end, widthEm: widthOf(start, end) }));
  const excess = lines.reduce((sum, line) => sum + Math.max(0, line.widthEm - measureEm), 0);
  const fits = lines.every((line) => line.widthEm <= measureEm + WIDTH_TOLERANCE_EM);
  const seams = chosen.reduce((sum, { seam }) => sum + (seam?.penalty ?? 0), 0);
  const passed = PASSED_SEAM * passedSeams(part, chosen);
  const penalty =
    seams + passed + shapePenalty(lines) + (fits ? 0 : (OVERFLOW * excess) / measureEm);
  return { lines, fits, cutsWord: chosen.some(({ seam }) => seam?.cutsWord === true), penalty };
}

/** How much better the passed seams are than the chosen ones, over both ends of each line. */
function passedSeams(part: ManuscriptLine, chosen: readonly ChosenLine[]): number {
  let sum = 0;
  let before: Seam | undefined;
  for (const line of chosen) {
    let best = Number.POSITIVE_INFINITY;
    for (const seam of part.seams) {
      if (seam.offset > line.start && seam.offset < line.end) best = Math.min(best, seam.penalty);
    }
    for (const edge of [before, line.seam]) sum += Math.max(0, (edge?.penalty ?? 0) - best);
    before = line.seam;
  }
  return sum;
}

function shapePenalty(lines: readonly HeadlineBreakLine[]): number {
  if (lines.length < 2) return 0;
  const widths = lines.map((line) => line.widthEm);
  const longest = Math.max(...widths);
  if (longest === 0) return 0;
  const difference = (longest - Math.min(...widths)) / longest;
  let penalty = IMBALANCE * difference ** 2;
  if (difference > GREATEST_DIFFERENCE) penalty += BEYOND_GREATEST_DIFFERENCE;
  const short = (width: number): boolean => width < SHORTEST_LAST_LINE_EM - WIDTH_TOLERANCE_EM;
  penalty += widths.slice(0, -1).filter(short).length * SHORT_LINE;
  return penalty + (short(widths.at(-1) ?? 0) ? SHORT_LAST_LINE : 0);
}
