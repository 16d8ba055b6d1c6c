import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComposedPage } from '#engine/compose/composed.ts';
import type { PlacedRun } from '#engine/display/placed-runs.ts';
import { placedRuns } from '#engine/display/placed-runs.ts';
import type { Issue } from '#engine/model/issue.ts';
import { storyText } from '#engine/model/story-text.ts';
import { area, articleBlock, composeFirst, issueOf } from '#tests/unit/compose/test-page.ts';
import { BASELINE_PT, LEADING_PT, MARGIN_PT } from '#tests/unit/compose/test-template.ts';
import { busyPage, stories, story } from './random-pages.ts';

/** Paragraphs of an article as they stand on pages, from their runs in order. */
function printedStory(pages: readonly ComposedPage[], article: string): readonly string[] {
  const paragraphs: string[] = [];
  const runs = pages.flatMap(({ list }) => placedRuns(list)).map(({ run }) => run);
  const own = runs.filter((run) => run.source?.text.startsWith(`article:${article}/story:`));
  for (const run of own.toSorted((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0))) {
    const index = Number(run.source?.text.split(':').at(-1));
    const before = paragraphs[index] ?? '';
    // A hole or an overlap shows as a wrong offset.
    expect(run.source?.start).toBe(before.length);
    paragraphs[index] = before + run.text;
  }
  return Array.from(paragraphs, (text) => text ?? '');
}

function bodyRuns(page: ComposedPage): readonly PlacedRun[] {
  return placedRuns(page.list).filter(({ run }) => run.source?.text.includes('/story:'));
}

describe('any story', () => {
  const size = { width: fc.integer({ min: 6, max: 24 }), lines: fc.integer({ min: 1, max: 10 }) };

  it('is what is set and what is overset, nothing lost and nothing doubled', () => {
    fc.assert(
      fc.property(story, size.width, size.lines, (text, width, lines) => {
        const blocks = [articleBlock('a', area(0, 0, width, lines))];
        const page = composeFirst({ blocks, articles: { a: text } });
        const set = printedStory([page], 'a').join('\n');
        expect(text.startsWith(set)).toBe(true);
        const rest = [...text.slice(set.length).replaceAll('\n', '')];
        expect(page.fits['block-a']?.oversetCharacters).toBe(rest.length);
      }),
      { numRuns: 300 },
    );
  });

  it('has never more overset in a taller block', () => {
    fc.assert(
      fc.property(story, size.width, size.lines, (text, width, lines) => {
        const overset = [lines, lines + 1, lines + 2].map((height) => {
          const blocks = [articleBlock('a', area(0, 0, width, height))];
          return composeFirst({ blocks, articles: { a: text } }).fits['block-a'];
        });
        const characters = overset.map((fit) => fit?.oversetCharacters ?? 0);
        expect(characters.toSorted((a, b) => b - a)).toEqual(characters);
      }),
      { numRuns: 100 },
    );
  });

  it('takes as many lines as it sets, has over and leaves free', () => {
    fc.assert(
      fc.property(story, size.width, size.lines, (text, width, lines) => {
        const blocks = [articleBlock('a', area(0, 0, width, lines))];
        const fit = composeFirst({ blocks, articles: { a: text } }).fits['block-a'];
        expect((fit?.setLines ?? 0) + (fit?.freeLines ?? 0)).toBe(lines);
        expect(fit?.freeCharacters).toBe((fit?.freeLines ?? 0) * width);
      }),
      { numRuns: 100 },
    );
  });
});

describe('any page', () => {
  it('is composed the same twice', () => {
    fc.assert(
      fc.property(stories, (texts) => {
        expect(composeFirst(busyPage(texts))).toEqual(composeFirst(busyPage(texts)));
      }),
      { numRuns: 30 },
    );
  });

  it('has all its body lines on the body lines of the page', () => {
    fc.assert(
      fc.property(stories, (texts) => {
        for (const { y } of bodyRuns(composeFirst(busyPage(texts)))) {
          const line = (y - MARGIN_PT - BASELINE_PT) / LEADING_PT;
          expect(Math.abs(line - Math.round(line))).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('never sets two lines on one place', () => {
    fc.assert(
      fc.property(stories, (texts) => {
        const taken = new Set<string>();
        for (const { x, y } of bodyRuns(composeFirst(busyPage(texts)))) {
          const place = `${Math.round(x * 100)},${Math.round(y * 100)}`;
          expect(taken.has(place)).toBe(false);
          taken.add(place);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keeps every story in order through columns, blocks and pages', () => {
    fc.assert(
      fc.property(stories, (texts) => {
        const test = busyPage(texts);
        const issue: Issue = issueOf(test);
        const page = composeFirst(test);
        for (const [id, article] of Object.entries(issue.articles)) {
          const set = printedStory([page], id).join('\n');
          expect(storyText(article.story).startsWith(set)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
