import { areaRect, pageGrid } from '#engine/compose/page-grid.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { withChangeMarks } from '#engine/page-proof/change-marks.ts';
import { comparePages, type PageState } from '#engine/page-proof/compare-pages.ts';
import { describeChange } from '#engine/page-proof/describe-change.ts';
import { proofSheets } from '#engine/page-proof/proof-sheets.ts';
import { type WrittenParagraph, writtenSheets } from '#engine/page-proof/written-sheets.ts';
import type { PressAttempt } from '#host/press/press-failure.ts';
import type { PressroomParts } from '#host/press/pressroom.ts';
import changeBooks from '#templates/sentences/changes.json' with { type: 'json' };
import { headOf, type PageToProof, pressSheets } from './press-page-proof.ts';

/** A page to be proofed with marks where it has changed since an earlier state. */
export interface PageToCompare extends PageToProof {
  readonly before: PageState;
  readonly after: PageState;
  readonly template: PageTemplate;
  readonly language: 'zh' | 'en';
}

/** Presses the marked page and behind it the list of changes, by their numbers. */
export function pressComparison(
  page: PageToCompare,
  parts: PressroomParts,
): Promise<PressAttempt<Uint8Array>> {
  const { before, after, language, list, paper } = page;
  const face = parts.press.profile.slugFace;
  const { fonts } = parts;
  const changes = comparePages(before, after);
  const grid = pageGrid(page.template);
  const marked = withChangeMarks(list, changes, {
    face,
    fonts,
    rectOf: (block) => areaRect(grid, block.area),
  });
  const plan = proofSheets(marked, { ...page, face }, fonts);
  const book = changeBooks[language];
  const issues = { before: before.issue, after: after.issue };
  const words: WrittenParagraph[] = [
    { rank: 'title', text: language === 'zh' ? '改动单' : 'Changes' },
    ...changes.map((change, index): WrittenParagraph => {
      return { rank: 'body', text: `${index + 1}　${describeChange(change, issues, book)}` };
    }),
  ];
  if (changes.length === 0) {
    words.push({ rank: 'body', text: language === 'zh' ? '没有改动。' : 'Nothing has changed.' });
  }
  const written = writtenSheets(words, { paper, face, boldFace: 'hei-700' }, fonts);
  const sheets = [
    ...plan.sheets.map((sheet, place) => ({ list: sheet.list, head: headOf(page, plan, place) })),
    ...written.map((sheet) => ({ list: sheet, head: headOf(page, plan, 0) })),
  ];
  return pressSheets({ ...page, sheets, isPasted: plan.sheets.length > 1 }, parts);
}
