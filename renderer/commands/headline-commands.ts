import { nextSize } from '#engine/compose/fit-line.ts';
import type { HeadlineLayout } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import {
  deskWords,
  type MakeUpPlace,
  makeUpPlace,
  mayEdit,
} from '#renderer/make-up/make-up-place.ts';
import {
  type HeadlinePartName,
  partSizePt,
  withPart,
} from '#renderer/properties/headline-changes.ts';
import { type HeadlineSpot, layoutEdit, spotChosen } from '#renderer/properties/headline-spot.ts';
import { askedOf } from '#renderer/properties/use-headline.ts';
import { headlineStrings } from '#renderer/strings/headline-strings.ts';
import type { Command } from './command.ts';

/** Commands on the headline of what is chosen, or the one with the caret. */
export const headlineCommands: readonly Command[] = [
  {
    id: 'headline.panel',
    label: { zhCn: '调标题…', en: 'Set the headline…' },
    menu: 'text',
    group: 11,
    context: ['block', 'text'],
    isEnabled: (desk) => placeOf(desk) !== undefined,
    run: (desk) => desk.state.change({ panel: 'headline', showsRight: true }),
  },
  size('larger', '标题大一档', 'Headline a size larger', 'up'),
  size('smaller', '标题小一档', 'Headline a size smaller', 'down'),
  extent('moreRoom', '标题多占一行', 'Headline a line more', 1),
  extent('lessRoom', '标题少占一行', 'Headline a line less', -1),
  {
    ...inMenu('fit', '标题撑满', 'Fit the headline to its width'),
    run: (desk) => {
      const at = placeOf(desk);
      if (at === undefined) return;
      const { layout } = at.spot;
      const name = partWithCaret(desk);
      change(desk, at, 'fit', withPart(layout, name, { fit: layout[name]?.fit !== true }));
    },
    isChecked: (desk) => placeOf(desk)?.spot.layout[partWithCaret(desk)]?.fit === true,
  },
  {
    ...inMenu('nextBreak', '标题换一种断行', 'Break the headline another way'),
    run: (desk) => void takeNextBreak(desk),
  },
];

interface HeadlinePlace extends MakeUpPlace {
  readonly spot: HeadlineSpot;
}

function placeOf(desk: OpenDesk): HeadlinePlace | undefined {
  const place = makeUpPlace(desk);
  const spot = place && spotChosen(place.page, desk.state.read().selection);
  return place && spot && { ...place, spot };
}

/** The part that has the caret; the headline itself while none has. */
function partWithCaret(desk: OpenDesk): HeadlinePartName {
  const { selection } = desk.state.read();
  const named = selection.kind === 'text' ? selection.text.text : '';
  if (named.endsWith('/kicker')) return 'kicker';
  return named.endsWith('/deck') ? 'deck' : 'headline';
}

function inMenu(id: string, zhCn: string, en: string) {
  return {
    id: `headline.${id}`,
    label: { zhCn, en },
    menu: 'text',
    group: 11,
    submenu: 'headline',
    context: ['block', 'text'],
    isEnabled: (desk: OpenDesk) => {
      return mayEdit(desk) && placeOf(desk)?.spot.block.locked === false;
    },
  } as const;
}

type HeadlineStep = 'size' | 'extent' | 'fit';

function change(
  desk: OpenDesk,
  { spot }: HeadlinePlace,
  step: HeadlineStep,
  layout: HeadlineLayout,
): void {
  desk.openIssue.edit(deskWords(desk, headlineStrings).steps[step], layoutEdit(spot, layout));
}

function size(id: string, zhCn: string, en: string, way: 'up' | 'down'): Command {
  return {
    ...inMenu(id, zhCn, en),
    run: (desk) => {
      const at = placeOf(desk);
      const layout = at && resized(at.spot.layout, partWithCaret(desk), at.template, way);
      if (at !== undefined && layout !== undefined) change(desk, at, 'size', layout);
    },
  };
}

/** The next step of the ladder; undefined at its ends, and for a part that is not set. */
function resized(
  layout: HeadlineLayout,
  name: HeadlinePartName,
  template: PageTemplate,
  way: 'up' | 'down',
): HeadlineLayout | undefined {
  const part = layout[name];
  const next = part && nextSize(partSizePt(part, template), way);
  return next === undefined ? undefined : withPart(layout, name, { sizePt: next });
}

function extent(id: string, zhCn: string, en: string, by: 1 | -1): Command {
  return {
    ...inMenu(id, zhCn, en),
    run: (desk) => {
      const at = placeOf(desk);
      if (at === undefined) return;
      const { layout, block } = at.spot;
      const isAbove = layout.placement === 'above';
      const most = isAbove ? block.area.lines - 1 : block.area.columns - 1;
      const wanted = Math.min(most, Math.max(1, layout.extent + by));
      if (wanted !== layout.extent) change(desk, at, 'extent', { ...layout, extent: wanted });
    },
  };
}

/** The proposal behind the one that is set; the first one behind the last. */
async function takeNextBreak(desk: OpenDesk): Promise<void> {
  const at = placeOf(desk);
  if (at === undefined) return;
  const part = partWithCaret(desk);
  const { article } = at.spot;
  const question = { ...askedOf(at.spot), wish: { part } };
  const proposals = (await desk.composing.ask('headlineBreaks', question)) ?? [];
  const text = at.issue.articles[article]?.[part] ?? '';
  const set = proposals.findIndex((proposal) => proposal.text === text);
  const next = proposals[(set + 1) % Math.max(1, proposals.length)];
  if (next === undefined || next.text === text) return;
  const { breaks } = deskWords(desk, headlineStrings).steps;
  desk.openIssue.edit(breaks, { kind: 'setHeadlinePart', article, part, text: next.text });
}
