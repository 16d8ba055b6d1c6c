import type { Block, Paragraph } from '#engine/model/issue.ts';
import { storyTrackingSchema } from '#engine/model/issue-schema.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { deskWords, makeUpPlace, mayEdit } from '#renderer/make-up/make-up-place.ts';
import { runAllTrials } from '#renderer/properties/run-trials.ts';
import { chosenBlocksOf } from '#renderer/properties/use-block-edits.ts';
import { fitStrings } from '#renderer/strings/fit-strings.ts';
import { propertyStrings } from '#renderer/strings/property-strings.ts';
import type { Command } from './command.ts';

/** Commands that make stories fit (凑版). */
export const fitCommands: readonly Command[] = [
  {
    id: 'fit.panel',
    label: { zhCn: '凑版…', en: 'Copyfit…' },
    menu: 'text',
    group: 12,
    context: ['block', 'text', 'page'],
    run: (desk) => desk.state.change({ panel: 'fit', showsRight: true }),
  },
  {
    id: 'fit.closeUp',
    label: { zhCn: '凑齐', en: 'Close up' },
    menu: 'text',
    group: 12,
    context: ['block', 'text'],
    isEnabled: (desk) => mayEdit(desk) && blockToFit(desk) !== undefined,
    run: (desk) => void closeUp(desk),
  },
  spacing('tighter', '本段紧排一行', 'Paragraph a line tighter', -1),
  spacing('looser', '本段松排一行', 'Paragraph a line looser', 1),
  tracking('trackTighter', '全文字距紧一档', 'Track the story tighter', -1),
  tracking('trackWider', '全文字距松一档', 'Track the story wider', 1),
];

function blockToFit(desk: OpenDesk): Block | undefined {
  const place = makeUpPlace(desk);
  const chosen = place === undefined ? [] : chosenBlocksOf(place.page, desk.state.read().selection);
  const [block] = chosen;
  const hasText = block?.kind === 'article' || block?.kind === 'group';
  return chosen.length === 1 && hasText ? block : undefined;
}

/** Applies the plan; where there is none, or not all is said with it, the panel says why. */
async function closeUp(desk: OpenDesk): Promise<void> {
  const { composing, openIssue } = desk;
  const block = blockToFit(desk);
  if (block === undefined) return;
  const before = openIssue.issue();
  const found = await runAllTrials({
    composing,
    kind: 'plan',
    block: block.id,
    // Who types on meanwhile has changed what the plan was made for.
    isWanted: () => openIssue.issue() === before,
  });
  const plan = found?.plan;
  if (plan !== undefined) openIssue.edit(deskWords(desk, fitStrings).steps.closeUp, plan.edit);
  if (plan?.closes !== true) desk.state.change({ panel: 'fit', showsRight: true });
}

function spacing(id: 'tighter' | 'looser', zhCn: string, en: string, by: 1 | -1): Command {
  return {
    id: `fit.${id}`,
    label: { zhCn, en },
    menu: 'text',
    group: 12,
    context: ['text'],
    isEnabled: (desk) => mayEdit(desk) && wantedLooseness(desk, by) !== undefined,
    run: (desk) => {
      const wanted = wantedLooseness(desk, by);
      if (wanted === undefined) return;
      const { steps } = deskWords(desk, fitStrings);
      desk.openIssue.edit(steps[id], { kind: 'setLooseness', ...wanted });
    },
  };
}

function tracking(
  id: 'trackTighter' | 'trackWider',
  zhCn: string,
  en: string,
  by: 1 | -1,
): Command {
  return {
    id: `fit.${id}`,
    label: { zhCn, en },
    menu: 'text',
    group: 12,
    context: ['text', 'block'],
    isEnabled: (desk) => mayEdit(desk) && wantedTracking(desk, by) !== undefined,
    run: (desk) => {
      const wanted = wantedTracking(desk, by);
      if (wanted === undefined) return;
      const { steps } = deskWords(desk, propertyStrings);
      desk.openIssue.edit(steps.tracking, { kind: 'setTracking', ...wanted });
    },
  };
}

/** The story with the caret, or of the chosen block, a step tighter or wider. */
function wantedTracking(desk: OpenDesk, by: 1 | -1) {
  const { selection } = desk.state.read();
  const block = blockToFit(desk);
  const chosen = block?.kind === 'article' ? block.article : '';
  const name = selection.kind === 'text' ? selection.text.head.text : `article:${chosen}/story:0`;
  const [, article = ''] = /^article:([^/]+)\/story:/.exec(name) ?? [];
  const story = desk.openIssue.issue().articles[article];
  const { data } = storyTrackingSchema.safeParse((story?.tracking ?? 0) + by);
  return story === undefined || data === undefined ? undefined : { article, tracking: data };
}

const LOOSENESS: readonly Paragraph['looseness'][] = [-1, 0, 1];

/** The paragraph with the caret a line tighter or looser; undefined at the ends, or without one. */
function wantedLooseness(desk: OpenDesk, by: 1 | -1) {
  const { selection } = desk.state.read();
  const name = selection.kind === 'text' ? selection.text.head.text : '';
  const [, article = '', number] = /^article:([^/]+)\/story:(\d+)$/.exec(name) ?? [];
  const paragraph = Number(number);
  const own = desk.openIssue.issue().articles[article]?.story.paragraphs[paragraph];
  const looseness = own && LOOSENESS[own.looseness + by + 1];
  return looseness === undefined ? undefined : { article, paragraph, looseness };
}
