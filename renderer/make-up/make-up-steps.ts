import type { Edit } from '#engine/model/edits/edit.ts';
import type { Block, GridArea } from '#engine/model/issue.ts';
import type { Selection } from '#renderer/desk-state/desk-state.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { makeUpStrings } from '#renderer/strings/make-up-strings.ts';
import { chooseBlocks, chosenBlocks } from './choose-blocks.ts';
import { copyBlocks, moveToPage } from './copy-blocks.ts';
import { editsTogether } from './edits-together.ts';
import { areaOverPage, freeAreaFor, type WantedSize } from './free-area.ts';
import { combineArticles, splitGroup } from './group-articles.ts';
import { firstInsetArea } from './inset-pictures.ts';
import { deskWords, type MakeUpPlace, makeUpPlace, placeOnPage } from './make-up-place.ts';
import { mergeContinuation } from './merge-continuation.ts';
import { emptyPicture, placeGroup, placeRule } from './new-blocks.ts';
import { placeEmptyBlock, placeNewPicture } from './place-matter.ts';
import { swapStories } from './swap-stories.ts';

/** The page that shows with what is chosen on it. */
export interface ChosenPlace extends MakeUpPlace {
  readonly chosen: readonly Block[];
  readonly words: ReturnType<typeof wordsOf>;
}

/** An edit as a step of undo, and what is chosen and shown once it is done. */
export interface Step {
  readonly step: string;
  readonly edit: Edit;
  readonly chosen?: readonly string[];
  /** What is chosen when it is no block as a whole. */
  readonly selection?: Selection;
  readonly page?: string;
}

/** What a command makes of what is chosen; undefined when it is not possible. */
export type MakeUpStep = (place: ChosenPlace) => Step | undefined;

function wordsOf(desk: OpenDesk) {
  return deskWords(desk, makeUpStrings);
}

/** The page that shows on a desk with what is chosen on it. */
export function chosenPlace(desk: OpenDesk): ChosenPlace | undefined {
  const place = makeUpPlace(desk);
  if (place === undefined) return undefined;
  const chosen = chosenBlocks(place.page, desk.state.read().selection);
  return { ...place, chosen, words: wordsOf(desk) };
}

/** Carries out a step, shows its page and chooses what it made. */
export function carryOut(desk: OpenDesk, make: MakeUpStep): void {
  const place = chosenPlace(desk);
  const made = place && make(place);
  if (made === undefined || !desk.openIssue.edit(made.step, made.edit).ok) return;
  if (made.page !== undefined && made.page !== desk.state.read().page) {
    desk.composing.show(made.page);
    desk.state.change({ page: made.page });
  }
  if (made.chosen !== undefined) chooseBlocks(desk, made.chosen);
  if (made.selection !== undefined) desk.state.change({ selection: made.selection });
}

/** A copy lies so far beside its original. */
const DUPLICATE_BY = { column: 2, line: 2 };

/** Steps on the chosen blocks. */
export const editsOfChosen = {
  duplicate({ issue, page, geometry, chosen, words }) {
    const copied = copyBlocks(issue, chosen, { page: page.id, geometry, by: DUPLICATE_BY });
    return copied && { step: words.steps.copy, edit: copied.edit, chosen: copied.blocks };
  },
  lock({ chosen, words }) {
    const locked = !chosen.every((block) => block.locked);
    const edit = editsTogether(
      chosen.flatMap((block): readonly Edit[] => {
        if (block.locked === locked) return [];
        return [{ kind: 'setBlockProperty', block: block.id, property: 'locked', value: locked }];
      }),
    );
    return edit && { step: locked ? words.steps.lock : words.steps.unlock, edit };
  },
  swap({ issue, chosen, words }) {
    const [one, other] = chosen;
    if (one === undefined || other === undefined || chosen.length !== 2) return undefined;
    const edit = swapStories(issue, one.id, other.id);
    return edit && { step: words.steps.swap, edit };
  },
  merge({ issue, chosen, words }) {
    const [block] = chosen;
    if (block === undefined || chosen.length !== 1) return undefined;
    const merged = mergeContinuation(issue, block.id);
    return merged && { step: words.steps.merge, edit: merged.edit, chosen: merged.blocks };
  },
  inset({ issue, chosen, words }) {
    const [block] = chosen;
    if (block?.kind !== 'article' || block.locked || chosen.length !== 1) return undefined;
    const { headline } = block;
    const headLines = headline?.placement === 'above' ? headline.extent : 0;
    const area = firstInsetArea(block, headLines);
    const slot = emptyPicture(issue);
    const placed = placeNewPicture(issue, slot, { block: block.id, area });
    // A drag moves the picture then, and not its story.
    const selection = { kind: 'inset picture', block: block.id, picture: slot.id } as const;
    return placed && { step: words.steps.inset, edit: placed.edit, selection };
  },
  combine({ chosen, words, ...place }) {
    const ids = chosen.map(({ id }) => id);
    const made = combineArticles(place, ids, words.standingHead);
    return made && { step: words.steps.combine, edit: made.edit, chosen: made.blocks };
  },
  split({ chosen, words, ...place }) {
    const [group] = chosen;
    if (group === undefined || chosen.length !== 1) return undefined;
    const made = splitGroup(place, group.id);
    return made && { step: words.steps.split, edit: made.edit, chosen: made.blocks };
  },
  toNextPage: (place) => onOtherPage(place, 1, false),
  toPreviousPage: (place) => onOtherPage(place, -1, false),
  copyToNextPage: (place) => onOtherPage(place, 1, true),
  copyToPreviousPage: (place) => onOtherPage(place, -1, true),
} satisfies Record<string, MakeUpStep>;

function onOtherPage(place: ChosenPlace, by: 1 | -1, isCopy: boolean): Step | undefined {
  const { desk, issue, page, chosen, words } = place;
  const other = issue.pages[issue.pages.indexOf(page) + by];
  const target = other && placeOnPage(desk, issue, other.id);
  if (target === undefined) return undefined;
  const { geometry } = target;
  const made = isCopy
    ? copyBlocks(issue, chosen, { page: target.page.id, geometry, by: { column: 0, line: 0 } })
    : moveToPage(issue, chosen, { page: target.page.id, geometry });
  const step = isCopy ? words.steps.copyToPage : words.steps.toPage;
  return made && { step, edit: made.edit, chosen: made.blocks, page: target.page.id };
}

const WANTED_ARTICLE: WantedSize = { baseColumns: 2, lines: 20 };
const WANTED_PICTURE: WantedSize = { baseColumns: 2, lines: 18 };
const WANTED_GROUP: WantedSize = { baseColumns: 2, lines: 24 };
const WANTED_RULE: WantedSize = { baseColumns: 2, lines: 4 };

/** New blocks, where the page has room for them. */
export const placedOnPage = {
  article(place) {
    const target = { page: place.page.id, area: roomFor(place, WANTED_ARTICLE) };
    return asStep(place, placeEmptyBlock(place.issue, place.template, target));
  },
  picture(place) {
    const { issue, page } = place;
    const target = { page: page.id, area: roomFor(place, WANTED_PICTURE) };
    return asStep(place, placeNewPicture(issue, emptyPicture(issue), target));
  },
  group(place) {
    const area = roomFor(place, WANTED_GROUP);
    const { standingHead } = place.words;
    const target = { page: place.page.id, area, standingHead };
    return asStep(place, placeGroup(place.issue, place.template, target));
  },
  rule(place) {
    const area = { ...roomFor(place, WANTED_RULE), lines: 1 };
    return asStep(place, placeRule(place.issue, { page: place.page.id, area }));
  },
} satisfies Record<string, MakeUpStep>;

function asStep(
  { words }: ChosenPlace,
  placed: { readonly edit: Edit; readonly block: string } | undefined,
): Step | undefined {
  return placed && { step: words.steps.newBlock, edit: placed.edit, chosen: [placed.block] };
}

/** A free place, or the middle of a full page. */
export function roomFor({ geometry, page }: MakeUpPlace, wanted: WantedSize): GridArea {
  return freeAreaFor(geometry, page, wanted) ?? areaOverPage(geometry, wanted);
}
