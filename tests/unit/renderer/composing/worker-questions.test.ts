import { describe, expect, it } from 'vitest';
import type { TrialsAnswer, TrialsAsked } from '#renderer/composing/trials.ts';
import {
  type AskedOf,
  answerQuestion,
  type HeadlineBreak,
} from '#renderer/composing/worker-questions.ts';
import { runAllTrials } from '#renderer/properties/run-trials.ts';
import {
  area,
  articleBlock,
  group,
  headlineAbove,
  issueOf,
  testComposer,
} from '#tests/unit/compose/test-page.ts';
import { TEST_TEMPLATE } from '#tests/unit/compose/test-template.ts';
import { testArticle } from '#tests/unit/model/marked-story.ts';

const LINE = '天地玄黄宇宙洪荒';
const STORY = [LINE, LINE, LINE].join('\n');

/** A story that is overset, and a group; the clock steps on with every look at it. */
function asked(stepMs: number, changes: Partial<AskedOf> = {}): AskedOf {
  const lead = articleBlock('a', area(0, 0, 8, 3), { headline: headlineAbove(1) });
  const blocks = [lead, group(['b'], area(0, 20, 8, 8))];
  let now = 0;
  return {
    composer: testComposer(),
    templates: new Map([[TEST_TEMPLATE.id, TEST_TEMPLATE]]),
    issue: issueOf({ blocks, articles: { a: STORY, b: LINE } }),
    trials: {
      composer: testComposer,
      now: () => {
        now += stepMs;
        return now;
      },
      current: undefined,
    },
    ...changes,
  };
}

function ask(of: AskedOf, values: TrialsAsked): TrialsAnswer {
  return answerQuestion({ name: 'trials', values }, of) as TrialsAnswer;
}

describe('a question about a headline', () => {
  it('is answered for a block, for a member of a group, and not for what is gone', () => {
    const of = asked(1);
    const answer = (block: string, member?: string) =>
      answerQuestion({ name: 'headline', values: { block, member } }, of);
    expect(answer('block-a')).toMatchObject({ parts: [{ part: 'headline' }] });
    expect(answer('group', 'b')).toMatchObject({ parts: [{ part: 'headline' }] });
    expect(answer('gone')).toBeUndefined();
  });

  it('has breaks for an answer', () => {
    const of = asked(1);
    const wish = { part: 'headline' } as const;
    const values = { block: 'block-a', member: undefined, wish };
    expect(answerQuestion({ name: 'headlineBreaks', values }, of)).not.toEqual([]);
    const gone = { ...values, block: 'gone' };
    expect(answerQuestion({ name: 'headlineBreaks', values: gone }, of)).toEqual([]);
  });

  it('has the breaks first that go into the room of the headline', () => {
    const headline = '战略合作框架协议在湘潭高新区签约';
    const block = articleBlock('a', area(0, 0, 20, 16), { headline: headlineAbove(4) });
    const article = { ...testArticle('a', LINE), headline };
    const of = asked(1, { issue: issueOf({ blocks: [block], articles: { a: article } }) });
    const values = { block: 'block-a', member: undefined, wish: { part: 'headline' } };
    const answer = answerQuestion({ name: 'headlineBreaks', values }, of);
    const found = (answer as readonly HeadlineBreak[]).map(({ lines, excessPt }) => {
      return { count: lines.length, isTooHigh: excessPt > 0 };
    });
    const first = found.findIndex(({ isTooHigh }) => isTooHigh);
    expect(first).toBeGreaterThan(0);
    expect(found.slice(first).every(({ isTooHigh }) => isTooHigh)).toBe(true);
    // 48 points hold two lines of the test headline, and not three.
    expect(found.every(({ count, isTooHigh }) => isTooHigh === count > 2)).toBe(true);
  });

  it('of a name that nobody knows has no answer', () => {
    expect(answerQuestion({ name: 'weather', values: {} }, asked(1))).toBeUndefined();
  });
});

describe('trials', () => {
  it('go on from question to question, and find the same as at one go', () => {
    const patient = ask(asked(0), { kind: 'levers', run: 1, block: 'block-a' });
    expect(patient.isDone).toBe(true);
    expect(patient.proposals.length).toBeGreaterThan(0);
    // A clock that runs fast leaves time for one trial at each question.
    const hurried = asked(1000);
    const first = ask(hurried, { kind: 'levers', run: 1, block: 'block-a' });
    expect(first.isDone).toBe(false);
    const found = [...first.proposals];
    for (let questions = 0; questions < 100; questions++) {
      const next = ask(hurried, { kind: 'levers', run: 1, block: 'block-a' });
      found.push(...next.proposals);
      if (next.isDone) break;
    }
    expect(found).toEqual(patient.proposals);
  });

  it('begin anew under another number, on the issue as it is then', () => {
    const hurried = asked(1000);
    ask(hurried, { kind: 'levers', run: 1, block: 'block-a' });
    const roomy = issueOf({
      blocks: [articleBlock('a', area(0, 0, 8, 6))],
      articles: { a: STORY },
    });
    // Three paragraphs of two lines each: it is full, and nothing need be tried.
    const again = ask({ ...hurried, issue: roomy }, { kind: 'levers', run: 2, block: 'block-a' });
    expect(again).toEqual({ proposals: [], cuts: [], plan: undefined, isDone: true });
  });

  it('give a plan that closes the story up', () => {
    const { plan } = ask(asked(0), { kind: 'plan', run: 1, block: 'block-a' });
    expect(plan).toMatchObject({ closes: true, after: { oversetLines: 0 } });
  });

  it('are done at once for a block that is gone', () => {
    expect(ask(asked(0), { kind: 'cuts', run: 1, block: 'gone' }).isDone).toBe(true);
  });
});

describe('the window', () => {
  it('asks until every trial is made, each run under a number of its own', async () => {
    const numbers: number[] = [];
    const of = asked(1000);
    const composing = {
      ask: async (name: string, values: unknown) => {
        numbers.push((values as TrialsAsked).run);
        return answerQuestion({ name, values }, of);
      },
    } as Parameters<typeof runAllTrials>[0]['composing'];
    const run = { composing, block: 'block-a' };
    const levers = await runAllTrials({ ...run, kind: 'levers' });
    expect(levers?.isDone).toBe(true);
    expect(new Set(numbers).size).toBe(1);
    const plan = await runAllTrials({ ...run, kind: 'plan' });
    expect(plan?.plan?.closes).toBe(true);
    expect(new Set(numbers).size).toBe(2);
  });

  it('stops asking when nobody wants to know any more', async () => {
    let asks = 0;
    const composing = {
      ask: async () => {
        asks += 1;
        return { proposals: [], cuts: [], plan: undefined, isDone: false };
      },
    } as unknown as Parameters<typeof runAllTrials>[0]['composing'];
    const isWanted = () => asks < 3;
    expect(await runAllTrials({ composing, kind: 'cuts', block: 'a', isWanted })).toBeUndefined();
    expect(asks).toBe(3);
  });
});
