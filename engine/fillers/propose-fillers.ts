import type { ComposedPage } from '#engine/compose/composed.ts';
import type { Edit } from '#engine/model/edits/edit.ts';
import { tryEdit } from '#engine/model/edits/try-edit.ts';
import type { HouseFiller } from '#engine/model/house-filler.ts';
import type { Finding } from '#engine/units/finding.ts';
import { type FillersRequest, type FillerTry, fillerTries } from './filler-tries.ts';
import { withHouseWords } from './house-words.ts';

/** A filler that fits the hole, and what is left of the hole then. */
export interface FillerProposal {
  /** Id in the stock. */
  readonly filler: string;
  readonly name: string;
  readonly kind: HouseFiller['kind'] | 'ornament';
  readonly label: HouseFiller['label'];
  /** Puts it there. */
  readonly edit: Edit;
  /** Block that shows it then. */
  readonly block: string;
  /** Lines left over in host and filler, summed over the columns; 0 for slots and cells. */
  readonly leftLines: number;
  /** Paragraphs of a text that are left out. */
  readonly paragraphsOut: number;
  /** Share of the hole that a picture of another shape fills, 0 to 1. */
  readonly share: number;
}

/** Ways of one filler that are composed before it is given up. */
const MOST_TRIES = 3;

/**
 * The fillers that fit a hole. Each is tried by the real composer on a changed issue, so what is
 * left over is what the page will show; nothing is applied. After every filler comes a proposal, or
 * undefined where it does not fit. Fillers past their last day, and those that want words which the
 * issue does not have, are passed over.
 */
export function* proposeFillers(request: FillersRequest): Generator<FillerProposal | undefined> {
  const { composer, issue, page, stock, template } = request;
  const before = composer.composePage(issue, page, template);
  for (const entry of stock) {
    const isOver = entry.until !== undefined && entry.until < issue.date;
    const filler = isOver ? undefined : withHouseWords(issue, entry);
    const ways = filler === undefined ? [] : fillerTries(request, filler).slice(0, MOST_TRIES);
    let found: FillerProposal | undefined;
    for (const way of ways) {
      found = judged(request, before, way);
      if (found !== undefined) break;
    }
    yield found;
  }
}

/**
 * Best first: fewest lines left over, not yet in the issue by its name, the best shape, texts
 * before what is drawn.
 */
export function bestFirst(
  proposals: readonly FillerProposal[],
  used: ReadonlySet<string> = new Set(),
): readonly FillerProposal[] {
  const kinds = ['picture', 'text', 'notice', 'ornament'];
  return proposals.toSorted((a, b) => {
    if (a.leftLines !== b.leftLines) return a.leftLines - b.leftLines;
    if (used.has(a.name) !== used.has(b.name)) return used.has(a.name) ? 1 : -1;
    if (Math.abs(a.share - b.share) > 0.01) return b.share - a.share;
    return kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
  });
}

function judged(
  { composer, hole, issue, page, template }: FillersRequest,
  before: ComposedPage,
  way: FillerTry,
): FillerProposal | undefined {
  const changed = tryEdit(issue, way.edit);
  const after = changed?.pages.find(({ id }) => id === page.id);
  if (changed === undefined || after === undefined) return undefined;
  const composed = composer.composePage(changed, after, template);
  if (newFindings(before, composed).some(forbids)) return undefined;
  const host = hole.kind === 'foot' ? composed.fits[hole.block] : undefined;
  const own = composed.fits[way.block];
  const isOver = [host, way.cut && own].some((fit) => (fit?.oversetLines ?? 0) > 0);
  if (isOver) return undefined;
  const { cut, edit, filler, share } = way;
  const { id, label, name } = filler;
  const isOrnament = filler.kind === 'notice' && filler.headline === '';
  const left = hole.kind === 'foot' ? (host?.freeLines ?? 0) : way.leftLines;
  return {
    filler: id,
    name,
    kind: isOrnament ? 'ornament' : filler.kind,
    label,
    edit,
    block: way.block,
    leftLines: left + (cut === undefined ? 0 : (own?.freeLines ?? 0)),
    paragraphsOut: filler.kind === 'text' && cut ? filler.paragraphs.length - cut.paragraphs : 0,
    share,
  };
}

function newFindings(before: ComposedPage, after: ComposedPage): readonly Finding[] {
  const known = new Set(before.findings.map(keyOf));
  return after.findings.filter((finding) => !known.has(keyOf(finding)));
}

function keyOf({ code, where }: Finding): string {
  return `${code} ${where.block} ${where.text}`;
}

/** Nothing may hold the press, no headline may run out of its room, no column end be torn. */
function forbids({ code, severity }: Finding): boolean {
  return severity === 'blocks press' || FORBIDDEN.has(code);
}

const FORBIDDEN = new Set(['headline-overset', 'line-break-forced', 'column-foot-empty']);
