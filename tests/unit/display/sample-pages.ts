import { createComposer } from '#engine/compose/page.ts';
import type { DisplayList } from '#engine/display/display-list.ts';
import { planPages } from '#engine/model/plan-pages.ts';
import { openFontBook } from '#host/fonts/open-font-book.ts';
import { SHIPPED_LEXICON } from '#tests/unit/compose/shipped-lexicon.ts';
import { pageTemplate, sampleIssue } from '#tests/unit/model/sample-issue.ts';

const { book } = openFontBook({ faces: [], cacheFolder: 'node_modules/.cache/unpacked-faces' });

const KNOWN = new Map<string, readonly DisplayList[]>();

/** The pages of the sample issue as they are set on a template, in the shipped faces. */
export function samplePages(templateId: string): readonly DisplayList[] {
  const known = KNOWN.get(templateId);
  if (known !== undefined) return known;
  const template = pageTemplate(templateId);
  const sample = sampleIssue();
  const { pages } = planPages(sample, template);
  const composer = createComposer({ fonts: book, lexicon: SHIPPED_LEXICON });
  const issue = { ...sample, pages };
  const lists = pages.map((page) => composer.composePage(issue, page, template).list);
  KNOWN.set(templateId, lists);
  return lists;
}

/** The one page of the sample on the broadsheet. */
export function broadsheet(): DisplayList {
  const [list] = samplePages('park-broadsheet');
  if (list === undefined) throw new Error('the broadsheet has a page');
  return list;
}
