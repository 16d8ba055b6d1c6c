import { describe, expect, it } from 'vitest';
import type { CopyfitPlan } from '#engine/compose/plan-copyfit.ts';
import type { Article, ArticleBlock } from '#engine/model/issue.ts';
import { fitCommands } from '#renderer/commands/fit-commands.ts';
import { headlineCommands } from '#renderer/commands/headline-commands.ts';
import type { Selection } from '#renderer/desk-state/desk-state.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { type DeskWish, deskWithCommands } from './desk-with-commands.ts';

const LEAD: Selection = { kind: 'blocks', blocks: ['lead'] };

/** The sample with something chosen; the composing worker answers as told. */
function deskOn(selection: Selection, wish: DeskWish & { readonly answer?: unknown } = {}) {
  const { desk } = deskWithCommands(wish);
  desk.state.change({ selection });
  Object.assign(desk.composing, { ask: async () => wish.answer });
  return desk;
}

function caretIn(text: string): Selection {
  const at = { text, offset: 0, edge: 'leading' } as const;
  return { kind: 'text', text: { text, anchor: at, head: at } };
}

function command(id: string) {
  const found = [...headlineCommands, ...fitCommands].find((one) => one.id === id);
  if (found === undefined) throw new Error(`no command ${id}`);
  return found;
}

async function run(desk: OpenDesk, id: string): Promise<void> {
  expect(command(id).isEnabled?.(desk) ?? true).toBe(true);
  command(id).run(desk);
  // Some of them ask the worker first.
  await new Promise((go) => setTimeout(go, 5));
}

function leadHeadline(desk: OpenDesk) {
  const blocks = desk.openIssue.issue().pages[0]?.blocks ?? [];
  return (blocks.find(({ id }) => id === 'lead') as ArticleBlock).headline;
}

function lead(desk: OpenDesk): Article {
  const article = desk.openIssue.issue().articles.lead;
  if (article === undefined) throw new Error('no lead');
  return article;
}

describe('commands on a headline', () => {
  it('go one step up or down the ladder of sizes', async () => {
    const desk = deskOn(LEAD);
    await run(desk, 'headline.larger');
    expect(leadHeadline(desk)?.headline.sizePt).toBe(50);
    await run(desk, 'headline.smaller');
    await run(desk, 'headline.smaller');
    expect(leadHeadline(desk)?.headline.sizePt).toBe(42);
    expect(desk.openIssue.undo.undoName()).toBe('改标题字号');
  });

  it('speak of the part that has the caret', async () => {
    const desk = deskOn(caretIn('article:lead/kicker'));
    await run(desk, 'headline.fit');
    expect(leadHeadline(desk)?.kicker?.fit).toBe(true);
    expect(command('headline.fit').isChecked?.(desk)).toBe(true);
    expect(leadHeadline(desk)?.headline.sizePt).toBeUndefined();
  });

  it('give it a line of room, or take one, and never the last', async () => {
    const desk = deskOn(LEAD);
    await run(desk, 'headline.moreRoom');
    expect(leadHeadline(desk)?.extent).toBe(8);
    for (let line = 0; line < 12; line++) await run(desk, 'headline.lessRoom');
    expect(leadHeadline(desk)?.extent).toBe(1);
  });

  it('break it in the next way, and begin again behind the last', async () => {
    const answer = [{ text: '学史\n力行' }, { text: '学\n史力行' }];
    const desk = deskOn(LEAD, { answer });
    const seen: string[] = [];
    for (let press = 0; press < 3; press++) {
      await run(desk, 'headline.nextBreak');
      seen.push(lead(desk).headline);
    }
    expect(seen).toEqual(['学史\n力行', '学\n史力行', '学史\n力行']);
  });

  it('are not offered without a headline, nor where the issue may only be read', () => {
    const heldBy = { desk: '夜班二号机', since: '' } as unknown as NonNullable<DeskWish['heldBy']>;
    expect(command('headline.larger').isEnabled?.(deskOn({ kind: 'nothing' }))).toBe(false);
    expect(command('headline.larger').isEnabled?.(deskOn(LEAD, { heldBy }))).toBe(false);
    expect(command('headline.panel').isEnabled?.(deskOn(LEAD, { heldBy }))).toBe(true);
  });
});

describe('commands of copyfit', () => {
  it('set the paragraph with the caret a line tighter, and looser again', async () => {
    const desk = deskOn(caretIn('article:lead/story:2'));
    await run(desk, 'fit.tighter');
    expect(lead(desk).story.paragraphs[2]?.looseness).toBe(-1);
    expect(command('fit.tighter').isEnabled?.(desk)).toBe(false);
    await run(desk, 'fit.looser');
    expect(lead(desk).story.paragraphs[2]?.looseness).toBe(0);
    expect(command('fit.tighter').isEnabled?.(deskOn(LEAD))).toBe(false);
  });

  it('track the story with the caret, or of the chosen block, within limits', async () => {
    const desk = deskOn(caretIn('article:lead/story:2'));
    await run(desk, 'fit.trackTighter');
    await run(desk, 'fit.trackTighter');
    expect(lead(desk).tracking).toBe(-2);
    expect(desk.openIssue.undo.undoName()).toBe('改字距');
    expect(command('fit.trackTighter').isEnabled?.(desk)).toBe(false);
    const chosen = deskOn(LEAD);
    await run(chosen, 'fit.trackWider');
    expect(lead(chosen).tracking).toBe(1);
    expect(command('fit.trackWider').isEnabled?.(deskOn({ kind: 'nothing' }))).toBe(false);
  });

  const plan = (closes: boolean): CopyfitPlan => {
    const fit = { oversetLines: 0, oversetCharacters: 0, freeLines: 0, freeCharacters: 0 };
    const place = { article: 'lead', paragraph: 0, looseness: -1 } as const;
    return {
      levers: [{ kind: 'looseness', ...place }],
      edit: { kind: 'setLooseness', ...place },
      before: { ...fit, oversetLines: 1 },
      after: fit,
      closes,
    };
  };
  const trials = (found: CopyfitPlan | undefined) => {
    return { proposals: [], cuts: [], plan: found, isDone: true };
  };

  it('close a story up as one step', async () => {
    const desk = deskOn(LEAD, { answer: trials(plan(true)) });
    await run(desk, 'fit.closeUp');
    expect(lead(desk).story.paragraphs[0]?.looseness).toBe(-1);
    expect(desk.openIssue.undo.undoName()).toBe('凑齐');
    expect(desk.state.read().panel).toBe('properties');
  });

  it('show the panel where that was not enough, or nothing could be done', async () => {
    const near = deskOn(LEAD, { answer: trials(plan(false)) });
    await run(near, 'fit.closeUp');
    expect(lead(near).story.paragraphs[0]?.looseness).toBe(-1);
    expect(near.state.read().panel).toBe('fit');
    const hopeless = deskOn(LEAD, { answer: trials(undefined) });
    await run(hopeless, 'fit.closeUp');
    expect(hopeless.openIssue.undo.undoName()).toBeUndefined();
    expect(hopeless.state.read().panel).toBe('fit');
  });

  it('leave the issue alone when somebody typed on meanwhile', async () => {
    const desk = deskOn(LEAD);
    Object.assign(desk.composing, {
      ask: async () => {
        desk.openIssue.edit('改', { kind: 'setSlugline', article: 'lead', slugline: '学史' });
        return trials(plan(true));
      },
    });
    await run(desk, 'fit.closeUp');
    expect(lead(desk).story.paragraphs[0]?.looseness).toBe(0);
  });
});
