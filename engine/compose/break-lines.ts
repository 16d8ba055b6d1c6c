import { mayEndLine, mayStartLine } from './legal-breaks.ts';
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
export const SHRINK_COST = 40;
/** Stretch is cubic: at this widening of every gap a line costs 100 (own trial, see decisions). */
export const STRETCH_COST = 100;
/** Any line that is not set at its natural width, before it is charged by the widening. */
export const SPREAD_COST = 5;
/** The widening that costs STRETCH_COST. */
export const STRETCH_UNIT_EM = 0.06;
/**
 * Last line with fewer than two characters besides marks (孤字). At this cost one paragraph in a
 * hundred of the sample keeps one at 11 em, and no line is visibly looser than at a fifth of it.
 */
export const RUNT_COST = 300;
const RUNT_LETTERS = 2;
/** A line nothing in which can open, or that has to be cut inside a token. */
export const HOPELESS_COST = 5000;
/** The most that a line without places to open costs: as much as one widened by 2.8 em a gap. */
export const WORST_HOLE_COST = 10_000_000;
/** Looseness beyond this widening of gaps is no longer a copyfit lever but a fault. */
export const LOOSEST_EM = 0.05;

/**
 * Total-fit breaking: the cheapest way through all legal breaks, exact widths, line edges trimmed.
 * Returns undefined when the looseness asked for cannot be had without spoiling a line.
 */
export function breakLines(
  text: PreparedText,
  request: BreakRequest,
  memory: BreakMemory = emptyBreakMemory(),
): LineBreaks | undefined {
  if (text.clusters.length === 0) {
    return request.looseness === 0 ? { ends: [], cost: 0, forced: [] } : undefined;
  }
  const searches = searchesOf(text, request, memory);
  const { places, best } = searches;
  if (request.looseness === 0) return finish(best, places);
  searches.loose ??= pathsByLines({ text, places, request, limit: LOOSEST_EM });
  const loose = searches.loose.get(best.ends.length + request.looseness);
  return loose === undefined || loose.cost >= HOPELESS_COST ? undefined : finish(loose, places);
}

/** What the three loosenesses of one request share, so that each search is made once. */
interface Searches {
  readonly request: BreakRequest;
  readonly places: Places;
  readonly best: Path;
  /** The best way for each number of lines; searched when a column first asks for another one. */
  loose: ReadonlyMap<number, Path> | undefined;
}

/**
 * The latest searches of one text: a flow asks for its loosenesses one after the other. It is kept
 * by whoever sets the text; in a WeakMap every search of a keystroke would outlive its text by far.
 */
export interface BreakMemory {
  latest: Searches | undefined;
}

/** The memory of a text that was not broken yet. */
export function emptyBreakMemory(): BreakMemory {
  return { latest: undefined };
}

function searchesOf(text: PreparedText, request: BreakRequest, memory: BreakMemory): Searches {
  const { latest } = memory;
  if (latest !== undefined && hasSameLines(latest.request, request)) return latest;
  const places = withForcedBreaks(text, request);
  const searches = { request, places, best: bestPath(text, places, request), loose: undefined };
  memory.latest = searches;
  return searches;
}

function hasSameLines(a: BreakRequest, b: BreakRequest): boolean {
  if (a.indent !== b.indent || a.measures.length !== b.measures.length) return false;
  return a.measures.every((measure, line) => measure === b.measures[line]);
}

/** Looks among lines that are not all too loose first; nearly every paragraph has such a way. */
function bestPath(text: PreparedText, places: Places, request: BreakRequest): Path {
  const uniform = request.measures.every((measure) => measure === request.measures[0]);
  const search = uniform ? cheapestPath : cheapestPathByLine;
  const usual = search({ text, places, request, limit: USUAL_LIMIT_EM });
  // A way with a line beyond the limit costs more than this, so no cheaper one was left out.
  if (usual.cost < HOPELESS_COST) return usual;
  return search({ text, places, request, limit: Number.POSITIVE_INFINITY });
}

/** What a search goes through; lines widened by more than `limit` em a gap are left out. */
interface Search {
  readonly text: PreparedText;
  readonly places: Places;
  readonly request: BreakRequest;
  readonly limit: number;
}

/** Twice what JLREQ 3.8.4 gives as the bound of the last stretch stage. */
const USUAL_LIMIT_EM = 0.5;

interface Path {
  readonly ends: readonly number[];
  readonly cost: number;
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

/**
 * An address parts after / - . @ _ rather than anywhere (composition rule K12), and a mark is kept
 * with its character as long as anything else can give way (K15).
 */
function forcedPenalty(text: PreparedText, at: number): number {
  const before = text.clusters[at - 1];
  const after = text.clusters[at];
  if (before === undefined || after === undefined) return HOPELESS_COST;
  const splitsMark = !mayStartLine(after.kind) || !mayEndLine(before.kind);
  if ('/-.@_'.includes(before.text) && mayStartLine(after.kind)) return HOPELESS_COST / 10;
  return splitsMark ? WORST_HOLE_COST * 8 : WORST_HOLE_COST * 4;
}

/**
 * Dynamic program for lines of one measure: the best way to each place does not depend on the
 * number of lines before it, only on whether it is the first.
 */
function cheapestPath({ text, places, request, limit }: Search): Path {
  const { list } = places;
  const starts = [0, ...list.map((place) => place.at)];
  const costs = new Float64Array(starts.length).fill(Number.POSITIVE_INFINITY);
  const origins = new Int32Array(starts.length);
  costs[0] = 0;
  const firstMeasure = measureOf(request, 0);
  const widest = measureOf(request, 1);
  // One object for all candidates: there are thousands.
  const line = { from: 0, to: 0, measure: 0 };
  let first = 0;
  for (let index = 0; index < list.length; index++) {
    const { at: to, penalty } = list[index] ?? NO_PLACE;
    while (first < index && isBeyond(text, starts[first] ?? 0, to, widest)) first++;
    for (let start = first; start <= index; start++) {
      const before = costs[start] ?? Number.POSITIVE_INFINITY;
      if (before >= (costs[index + 1] ?? 0)) continue;
      line.from = starts[start] ?? 0;
      line.to = to;
      line.measure = start === 0 ? firstMeasure : widest;
      if (isTooLoose(text, line, limit)) break;
      const cost = before + penalty + lineCost(text, line);
      if (cost >= (costs[index + 1] ?? 0)) continue;
      costs[index + 1] = cost;
      origins[index + 1] = start;
    }
  }
  const ends: number[] = [];
  for (let at = list.length; at > 0; at = origins[at] ?? 0) ends.unshift(starts[at] ?? 0);
  return { ends, cost: costs[list.length] ?? Number.POSITIVE_INFINITY };
}

const NO_PLACE: BreakPlace = { at: 0, penalty: 0 };

interface Node {
  readonly at: number;
  readonly line: number;
  readonly cost: number;
  readonly from: Node | undefined;
}

/** The same for lines of different measures. */
function cheapestPathByLine(search: Search): Path {
  let cheapest: Node | undefined;
  for (const node of lastNodes(search)) {
    if (cheapest === undefined || node.cost < cheapest.cost) cheapest = node;
  }
  return tracePath(cheapest);
}

/** The best way for every number of lines that can be had. */
function pathsByLines(search: Search): ReadonlyMap<number, Path> {
  return new Map(lastNodes(search).map((node) => [node.line, tracePath(node)]));
}

/** Ends of the best ways through the text: one for each number of lines. */
function lastNodes(search: Search): readonly Node[] {
  const { text, places, request } = search;
  const reached: (readonly Node[])[] = [[{ at: 0, line: 0, cost: 0, from: undefined }]];
  const widest = Math.max(...request.measures);
  const narrowest = Math.min(...request.measures) - request.indent;
  // One object for all candidates: there are thousands.
  const candidate = { from: 0, to: 0, measure: 0 };
  let first = 0;
  for (const place of places.list) {
    while (first < reached.length - 1 && isBehind(text, reached[first], place.at, widest)) first++;
    const best: Node[] = [];
    const extension = { search, place, best, candidate };
    for (let index = first; index < reached.length; index++) {
      const nodes = reached[index] ?? [];
      candidate.from = nodes[0]?.at ?? 0;
      candidate.to = place.at;
      candidate.measure = narrowest;
      if (nodes.length > 0 && isTooLoose(text, candidate, search.limit)) break;
      for (const node of nodes) extend(node, extension);
    }
    reached.push(best);
  }
  return reached.at(-1) ?? [];
}

function isBehind(
  text: PreparedText,
  nodes: readonly Node[] | undefined,
  to: number,
  widest: number,
): boolean {
  const node = nodes?.[0];
  return node === undefined || isBeyond(text, node.at, to, widest);
}

interface Extension {
  readonly search: Search;
  readonly place: BreakPlace;
  /** The best way so far for each number of lines; there are two or three of them. */
  readonly best: Node[];
  readonly candidate: { from: number; to: number; measure: number };
}

function extend(node: Node, extension: Extension): void {
  const { search, place, best, candidate } = extension;
  const { text, request, limit } = search;
  candidate.from = node.at;
  candidate.measure = measureOf(request, node.line);
  if (isTooLoose(text, candidate, limit)) return;
  const cost = node.cost + place.penalty + lineCost(text, candidate);
  const line = node.line + 1;
  const rival = best.findIndex((other) => other.line === line);
  if (cost >= (best[rival]?.cost ?? Number.POSITIVE_INFINITY)) return;
  best[rival < 0 ? best.length : rival] = { at: place.at, line, cost, from: node };
}

function tracePath(end: Node | undefined): Path {
  const ends: number[] = [];
  for (let node = end; node?.from !== undefined; node = node.from) ends.push(node.at);
  ends.reverse();
  return { ends, cost: end?.cost ?? Number.POSITIVE_INFINITY };
}

/** True when even fully shrunk the text from `from` to `to` cannot fit the widest line. */
function isBeyond(text: PreparedText, from: number, to: number, widest: number): boolean {
  const least = naturalWidth(text.sums, from, to) - shrinkRoom(text.sums, from, to);
  return least > widest + TOLERANCE_EM;
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
}

/** Cost of one line, infinite when it does not fit. Constant time. */
function lineCost(text: PreparedText, line: LineCandidate): number {
  const { from, to, measure } = line;
  const isLast = to === text.clusters.length;
  const spare = measure - naturalWidth(text.sums, from, to);
  const runt = isLast && from > 0 && between(text.sums.letters, from, to) < RUNT_LETTERS;
  const base = runt ? RUNT_COST : 0;
  if (spare < -TOLERANCE_EM) return base + shrinkCost(text, line, -spare);
  if (isLast || to === text.raggedBefore || spare <= TOLERANCE_EM) return base;
  return stretchCost(text, line, spare);
}

/** A single cluster wider than the measure has to stand somewhere; the caller reports it. */
function shrinkCost(text: PreparedText, line: LineCandidate, excess: number): number {
  const room = shrinkRoom(text.sums, line.from, line.to);
  if (excess <= room + TOLERANCE_EM) return SHRINK_COST * (excess / room) ** 2;
  return line.to === line.from + 1 ? HOPELESS_COST : Number.POSITIVE_INFINITY;
}

function stretchCost(text: PreparedText, line: LineCandidate, spare: number): number {
  const widening = wideningOf(text, line, spare);
  if (widening === Number.POSITIVE_INFINITY) return HOPELESS_COST + costOfHole(line, spare);
  return SPREAD_COST + costOfWidening(widening);
}

function costOfWidening(widening: number): number {
  return STRETCH_COST * (widening / STRETCH_UNIT_EM) ** 3;
}

/**
 * A line in which nothing can open, such as one long word, leaves a hole; it is charged as if its
 * letters were spaced, so that a short one never looks cheap beside a loose line of Han.
 */
function costOfHole(line: LineCandidate, spare: number): number {
  return Math.min(costOfWidening(spare / (line.to - line.from + 1)), WORST_HOLE_COST);
}

/** True for a line that would have to be widened by more than the limit; the last one never is. */
function isTooLoose(text: PreparedText, line: LineCandidate, limit: number): boolean {
  if (line.to === text.clusters.length || line.to === text.raggedBefore) return false;
  const spare = line.measure - naturalWidth(text.sums, line.from, line.to);
  return spare > 0 && wideningOf(text, line, spare) > limit;
}

/** Widening of every gap in the last stretch stage; infinite when nothing in the line can open. */
function wideningOf(text: PreparedText, line: LineCandidate, spare: number): number {
  const last = line.to - 1;
  let rest = spare;
  for (const stage of text.sums.stretch) rest -= between(stage, line.from, last);
  if (rest <= 0) return 0;
  const places = between(text.sums.places, line.from, last);
  return places === 0 ? Number.POSITIVE_INFINITY : rest / places;
}
