import type { ComposedPage } from '#engine/compose/composed.ts';
import type { DisplayItem } from '#engine/display/display-list.ts';
import type { Block, Issue, Page } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import type { CheckedPage, PageCheck } from '#engine/preflight/checked-page.ts';
import { assert } from '#engine/units/assert.ts';
import { issueOf, type TestPage, testComposer } from '#tests/unit/compose/test-page.ts';
import { TEST_TEMPLATE } from '#tests/unit/compose/test-template.ts';

/** A page with what composing it has found. */
interface SetPage extends CheckedPage {
  readonly composed: ComposedPage;
}

/** A page of an issue as it is set on a template, by its place in the issue. */
export function composedPage(issue: Issue, place = 0, template = TEST_TEMPLATE): SetPage {
  const page = issue.pages[place];
  assert(page !== undefined, 'the issue has that page');
  const composed = testComposer().composePage(issue, page, template);
  return { issue, page, template, composed };
}

/** The first page of a test issue as it is set. */
export function checkedPage(test: TestPage): CheckedPage {
  return composedPage(issueOf(test), 0, test.template);
}

/** A page of blocks of which nothing is set. */
export function bareBlocks(blocks: readonly Block[], change: Partial<Page> = {}): CheckedPage {
  const issue = issueOf({ blocks });
  const [first] = issue.pages;
  assert(first !== undefined, 'a test issue has a page');
  const page = { ...first, ...change };
  const list = { widthPt: 1000, heightPt: 1000, items: [] };
  const pages = [page];
  return {
    issue: { ...issue, pages },
    page,
    template: TEST_TEMPLATE,
    composed: { list, fits: {} },
  };
}

/** A page of one block, `block`, with these things in it. */
export function printedPage(
  items: readonly DisplayItem[],
  change: { readonly page?: Partial<Page>; readonly template?: PageTemplate } = {},
): CheckedPage {
  const bare = bareBlocks([], change.page);
  const group = { kind: 'group', id: 'block', x: 0, y: 0, items } as const;
  const list = { widthPt: 1000, heightPt: 1000, items: [group] };
  return { ...bare, template: change.template ?? bare.template, composed: { list, fits: {} } };
}

/** Code and severity of what a check finds, such as `type-too-small: warns`. */
export function said(check: PageCheck, checked: CheckedPage): readonly string[] {
  return check(checked).map(({ code, severity }) => `${code}: ${severity}`);
}

/** Codes of what a check finds. */
export function codesOf(check: PageCheck, checked: CheckedPage): readonly string[] {
  return check(checked).map(({ code }) => code);
}
