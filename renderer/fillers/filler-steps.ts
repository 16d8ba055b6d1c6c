import { type Hole, holeKey, pageHoles } from '#engine/fillers/page-holes.ts';
import type { FillerProposal } from '#engine/fillers/propose-fillers.ts';
import { bestFirst } from '#engine/fillers/propose-fillers.ts';
import { type PlacedFiller, placedFillers, removeFiller } from '#engine/fillers/remove-filler.ts';
import type { HouseFiller } from '#engine/model/house-filler.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { chooseBlocks } from '#renderer/make-up/choose-blocks.ts';
import { deskWords, makeUpPlace } from '#renderer/make-up/make-up-place.ts';
import { fillerStrings } from '#renderer/strings/filler-strings.ts';
import { fillerDeskOf, loadStock } from './filler-desk.ts';

/** The holes of the page that shows, as it is composed. */
function holesOnPage(desk: OpenDesk): readonly Hole[] {
  const place = makeUpPlace(desk);
  const shown = place && desk.composing.page(place.page.id);
  if (place === undefined || shown === undefined || shown.isPreview) return [];
  const { issue, page, template } = place;
  return pageHoles({ issue, page, template, fits: shown.fits });
}

/** The hole in the chosen block or cell; else the first of the page. */
function wantedHole(desk: OpenDesk): Hole | undefined {
  const holes = holesOnPage(desk);
  const { selection } = desk.state.read();
  const chosen = holes.find((hole) => {
    if (hole.kind === 'area') return false;
    if (selection.kind === 'ad cell') {
      return hole.kind === 'cell' && hole.block === selection.block && hole.cell === selection.cell;
    }
    return selection.kind === 'blocks' && selection.blocks[0] === hole.block;
  });
  return chosen ?? holes[0];
}

/** Opens the panel on a hole; the keyboard goes to the first filler that fits. */
export function openFillers(desk: OpenDesk, hole: Hole | undefined = wantedHole(desk)): void {
  const store = fillerDeskOf(desk);
  store.change(({ wishes }) => ({
    hole: hole && holeKey(hole),
    wishes: wishes + 1,
  }));
  desk.state.change({ panel: 'fillers', showsRight: true });
}

let runs = 0;

/** Tries the stock on a hole; undefined when nobody wants to know any more. */
export async function tryStock(
  desk: OpenDesk,
  hole: string,
  isWanted: () => boolean,
): Promise<readonly FillerProposal[] | undefined> {
  const stock = await loadStock(desk);
  runs += 1;
  const run = runs;
  const { page } = desk.state.read();
  const found: FillerProposal[] = [];
  while (isWanted()) {
    const answer = await desk.composing.ask('fillers', { run, page, hole, stock });
    if (answer === undefined || !isWanted()) return undefined;
    found.push(...answer.proposals);
    if (answer.isDone) return bestFirst(found, usedNames(desk));
  }
  return undefined;
}

/** Nobody wants to read the same filler twice. */
function usedNames({ openIssue }: OpenDesk): ReadonlySet<string> {
  return new Set(placedFillers(openIssue.issue()).map(({ filler }) => filler.name));
}

/** Fills the hole with the filler that fits best. */
export async function takeBest(desk: OpenDesk): Promise<void> {
  const hole = wantedHole(desk);
  const before = desk.openIssue.issue();
  const isWanted = () => desk.openIssue.issue() === before;
  const found = hole && (await tryStock(desk, holeKey(hole), isWanted));
  const [best] = found ?? [];
  if (best === undefined) openFillers(desk, hole);
  else await takeFiller(desk, best);
}

/** Puts a filler into its hole as one step, and chooses it; false when that did not work. */
export async function takeFiller(desk: OpenDesk, proposal: FillerProposal): Promise<boolean> {
  const { steps } = deskWords(desk, fillerStrings);
  if (!(await bringIn(desk, proposal.filler))) return false;
  const { ok } = desk.openIssue.edit(steps.take(proposal.name), proposal.edit);
  if (ok) chooseBlocks(desk, [proposal.block]);
  return ok;
}

/** Takes a filler off its page as one step. */
export function takeOff(desk: OpenDesk, placed: PlacedFiller): boolean {
  const { steps } = deskWords(desk, fillerStrings);
  const edit = removeFiller(desk.openIssue.issue(), placed);
  return desk.openIssue.edit(steps.remove(placed.filler.name), edit).ok;
}

/** Files that were taken into the assets of an issue since it was opened. */
const BROUGHT = new WeakMap<OpenDesk, Set<string>>();

/** Takes the file of a picture filler into the assets of the issue; others have none. */
export async function bringIn(desk: OpenDesk, id: string): Promise<boolean> {
  const filler = (await loadStock(desk)).find((one) => one.id === id);
  if (filler?.kind !== 'picture') return filler !== undefined;
  const brought = BROUGHT.get(desk) ?? new Set();
  BROUGHT.set(desk, brought);
  if (brought.has(filler.asset)) return true;
  const isIn = await importFile(desk, filler);
  if (isIn) brought.add(filler.asset);
  return isIn;
}

async function importFile(
  { host, openIssue }: OpenDesk,
  { asset, id, name }: HouseFiller & { readonly kind: 'picture' },
): Promise<boolean> {
  const file = await host.fillerFile({ id });
  if (!file.ok) return false;
  const { session } = openIssue;
  const taken = await host.importPicture({ session, name, bytes: file.value });
  return taken.ok && taken.value.asset === asset;
}
