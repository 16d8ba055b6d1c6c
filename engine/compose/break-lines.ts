import { between, naturalWidth, shrinkRoom } from './prefix-sums.ts';
import type { BreakPlace, PreparedText } from './prepared-text.ts';

/** Lengths in em of the type size. */
export interface BreakRequest {
  /** Length of each line; the last one repeats. */
  readonly measures: readonly number[];
  /** Blank at the start of the first line. */
  readonly indent: number;
  /** Lines wanted more (+1) or fewer (-1) than the best number. */
  readonly looseness: -1 | 0 | 1;
}

/** Where the lines of a paragraph end: `ends[i]` is the cluster after line i. */
export interface LineBreaks {
  readonly ends: readonly number[];
  readonly cost: number;
  /** Breaks that no rule permits, made because a token is longer than the measure. */
  readonly forced: readonly number[];
}

/** Widths are compared to a thousandth of the thinnest glue we move. */
const TOLERANCE_EM = 1e-6;
/** Cost of shrinking all blanks of a line to their least (own trial on the sample page). */
const SHRINK_COST = 40;
/** Stretch is cubic: at this widening of every gap a line costs 100 (own trial, see decisions). */
const STRETCH_COST = 100;
const STRETCH_UNIT_EM = 0.09;
/** Last line with fewer than two characters besides marks (孤字). */
const RUNT_COST = 60;
const RUNT_LETTERS = 2;
/** A line nothing in which can open, or that has to be cut inside a token. */
const HOPELESS_COST = 5000;
/** Looseness beyond this widening of gaps is no longer a copyfit lever but a fault. */
const LOOSEST_EM = 0.12;

/**
 * Total-fit breaking: the cheapest way through all legal breaks, exact widths, line edges trimmed.
 * Returns undefined when the looseness asked for cannot be had without spoiling a line.
 */
export function breakLines(text: PreparedText, request: BreakRequest): LineBreaks | undefined {
  if (text.clusters.length === 0) return { ends: [], cost: 0, forced: [] };
  const places = withForcedBreaks(text, request);
  const best = cheapestPath(text, places, request, undefined);
  if (request.looseness === 0) return finish(best, places);
  const wanted = best.ends.length + request.looseness;
  const loose = wanted < 1 ? undefined : cheapestPath(text, places, request, wanted);
  if (loose === undefined || loose.ends.length !== wanted) return undefined;
  return loose.worst > LOOSEST_EM || loose.cost >= HOPELESS_COST
    ? undefined
    : finish(loose, places);
}

interface Path {
  readonly ends: readonly number[];
  readonly cost: number;
  readonly worst: number;
}

function finish(path: Path, places: Places): LineBreaks {
  const forced = path.ends.filter((end) => places.forced.has(end));
  return { ends: path.ends, cost: path.cost, forced };
}

interface Places {
  readonly list: readonly BreakPlace[];
  readonly forced: ReadonlySet<number>;
}

/** Adds breaks inside tokens that are longer than the shortest measure. */
function withForcedBreaks(text: PreparedText, request: BreakRequest): Places {
  const shortest = Math.min(...request.measures);
  const end: BreakPlace = { at: text.clusters.length, penalty: 0 };
  const list: BreakPlace[] = [];
  const forced = new Set<number>();
  let from = 0;
  for (const place of [...text.breaks, end]) {
    const least = naturalWidth(text.sums, from, place.at) - shrinkRoom(text.sums, from, place.at);
    const room = from === 0 ? shortest - request.indent : shortest;
    if (least > room + TOLERANCE_EM) {
      for (let at = from + 1; at < place.at; at++) {
        forced.add(at);
        list.push({ at, penalty: forcedPenalty(text, at) });
      }
    }
    list.push(place);
    from = place.at;
  }
  return { list, forced };
}

/** An address parts after / - . @ _ rather than anywhere (composition rule K12). */
function forcedPenalty(text: PreparedText, at: number): number {
  const before = text.clusters[at - 1]?.text ?? '';
  const after = text.clusters[at]?.text ?? '';
  if ('/-.@_'.includes(before)) return HOPELESS_COST / 10;
  return /^[\p{L}\p{N}]/u.test(after) ? HOPELESS_COST / 5 : HOPELESS_COST / 2;
}

interface Node {
  readonly at: number;
  readonly line: number;
  readonly cost: number;
  readonly worst: number;
  readonly from: Node | undefined;
}

/**
 * Dynamic program over break places. When every line has the same measure and no number of lines is
 * asked for, one best way to each place is enough; otherwise one for each place and line number.
 */
function cheapestPath(
  text: PreparedText,
  places: Places,
  request: BreakRequest,
  wantedLines: number | undefined,
): Path {
  const byLine = wantedLines !== undefined || new Set(request.measures).size > 1;
  const nodes: Node[][] = [[{ at: 0, line: 0, cost: 0, worst: 0, from: undefined }]];
  const starts: number[] = [0];
  const widest = Math.max(...request.measures);
  let first = 0;
  for (const place of places.list) {
    while (first < starts.length - 1 && isBeyond(text, starts[first] ?? 0, place.at, widest))
      first++;
    const best = new Map<number, Node>();
    for (let index = first; index < starts.length; index++) {
      for (const node of nodes[index] ?? []) {
        extend(node, { text, place, request, best, byLine });
      }
    }
    nodes.push([...best.values()]);
    starts.push(place.at);
  }
  const last = nodes.at(-1) ?? [];
  return tracePath(pickEnd(last, wantedLines));
}

function pickEnd(nodes: readonly Node[], wantedLines: number | undefined): Node | undefined {
  let pick: Node | undefined;
  for (const node of nodes) {
    if (wantedLines !== undefined && node.line !== wantedLines) continue;
    if (pick === undefined || node.cost < pick.cost) pick = node;
  }
  return pick;
}

function tracePath(end: Node | undefined): Path {
  const ends: number[] = [];
  for (let node = end; node?.from !== undefined; node = node.from) ends.unshift(node.at);
  return { ends, cost: end?.cost ?? Number.POSITIVE_INFINITY, worst: end?.worst ?? 0 };
}

/** True when even fully shrunk the text from `from` to `to` cannot fit the widest line. */
function isBeyond(text: PreparedText, from: number, to: number, widest: number): boolean {
  const least = naturalWidth(text.sums, from, to) - shrinkRoom(text.sums, from, to);
  return least > widest + TOLERANCE_EM;
}

interface Extension {
  readonly text: PreparedText;
  readonly place: BreakPlace;
  readonly request: BreakRequest;
  readonly best: Map<number, Node>;
  readonly byLine: boolean;
}

function extend(node: Node, extension: Extension): void {
  const { text, place, request, best, byLine } = extension;
  const measure = measureOf(request, node.line);
  const isLast = place.at === text.clusters.length;
  const line = lineCost(text, { from: node.at, to: place.at, measure, isLast });
  if (line === undefined) return;
  const cost = node.cost + line.cost + place.penalty;
  const key = byLine ? node.line + 1 : 0;
  const rival = best.get(key);
  if (rival !== undefined && rival.cost <= cost) return;
  const worst = Math.max(node.worst, line.widening);
  best.set(key, { at: place.at, line: node.line + 1, cost, worst, from: node });
}

/** Length of line number `line`, less the indent on the first. */
export function measureOf(request: BreakRequest, line: number): number {
  const { measures, indent } = request;
  const measure = measures[Math.min(line, measures.length - 1)] ?? 0;
  return line === 0 ? measure - indent : measure;
}

interface LineCandidate {
  readonly from: number;
  readonly to: number;
  readonly measure: number;
  readonly isLast: boolean;
}

interface LineCost {
  readonly cost: number;
  /** Widening of every gap in the last stretch stage, in em. */
  readonly widening: number;
}

/** Cost of one line, or undefined when it does not fit. Constant time. */
function lineCost(text: PreparedText, line: LineCandidate): LineCost | undefined {
  const { from, to, measure, isLast } = line;
  const spare = measure - naturalWidth(text.sums, from, to);
  const runt = isLast && from > 0 && between(text.sums.letters, from, to) < RUNT_LETTERS;
  const base = runt ? RUNT_COST : 0;
  if (spare < -TOLERANCE_EM) {
    const room = shrinkRoom(text.sums, from, to);
    if (-spare > room + TOLERANCE_EM)
      return isUnsplittable(text, line) ? overlong(base) : undefined;
    return { cost: base + SHRINK_COST * (spare / room) ** 2, widening: 0 };
  }
  if (isLast || spare <= TOLERANCE_EM) return { cost: base, widening: 0 };
  return stretchCost(text, line, spare);
}

/** A single cluster wider than the measure has to stand somewhere; the caller reports it. */
function isUnsplittable(text: PreparedText, line: LineCandidate): boolean {
  return line.to === line.from + 1 && line.to <= text.clusters.length;
}

function overlong(base: number): LineCost {
  return { cost: base + HOPELESS_COST, widening: 0 };
}

function stretchCost(text: PreparedText, line: LineCandidate, spare: number): LineCost {
  const last = line.to - 1;
  let rest = spare;
  for (const stage of text.sums.stretch) rest -= between(stage, line.from, last);
  if (rest <= 0) return { cost: SHRINK_COST / 8, widening: 0 };
  const places = between(text.sums.places, line.from, last);
  if (places === 0) return { cost: HOPELESS_COST, widening: 0 };
  const widening = rest / places;
  const cost = STRETCH_COST * (widening / STRETCH_UNIT_EM) ** 3;
  return { cost: Math.min(cost, HOPELESS_COST), widening };
}
