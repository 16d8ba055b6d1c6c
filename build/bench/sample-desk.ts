import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readNewsroomWords } from '#engine/compose/newsroom-words.ts';
import type { ComposerParts } from '#engine/compose/page.ts';
import type { ProgramFontBook } from '#engine/fonts/font-book.ts';
import type { Issue, Page } from '#engine/model/issue.ts';
import { parseIssue } from '#engine/model/issue-schema.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { parseTemplate } from '#engine/model/template-schema.ts';
import { assert } from '#engine/units/assert.ts';
import { openLexicon } from '#engine/words/word-lexicon.ts';
import { openFontBook } from '#host/fonts/open-font-book.ts';

/** The sample page with all that composing it takes, as it stands before the first composition. */
export interface SampleDesk {
  readonly issue: Issue;
  readonly page: Page;
  readonly template: PageTemplate;
  readonly parts: ComposerParts & { readonly fonts: ProgramFontBook };
}

/** The sample issue folder. */
export const SAMPLE_FOLDER = fileURLToPath(
  new URL('../../templates/samples/park-supplement-2021-06-18.issue', import.meta.url),
);

/** The press profile that the sample is pressed with. */
export const PRESS_PROFILE = fileURLToPath(
  new URL('../../templates/press-profiles/newsprint-390x540.json', import.meta.url),
);

/** Opens the sample issue of templates/samples in the template that its page names. */
export function openSampleDesk(): SampleDesk {
  const parsed = parseIssue(readJson('samples/park-supplement-2021-06-18.issue/issue.json'));
  assert(parsed.ok, 'the sample issue can be read');
  const issue = parsed.value;
  const page = issue.pages[0];
  assert(page !== undefined, 'the sample issue has a page');
  const read = parseTemplate(readJson(`pages/${page.template}.json`));
  assert(read.ok, 'the template of the sample can be read');
  const template = read.value;
  const faces = [...new Set(Object.values(template.styles).map((style) => style.face))];
  const fonts = openFontBook({ faces }).book;
  const words = readNewsroomWords(readJson('lexicon/newsroom.json')).words;
  const lexicon = openLexicon(new Uint8Array(readBytes('lexicon/words.bin')), words);
  return { issue, page, template, parts: { fonts, lexicon } };
}

function readJson(path: string): unknown {
  return JSON.parse(readBytes(path).toString('utf8'));
}

function readBytes(path: string): Buffer {
  return readFileSync(new URL(`../../templates/${path}`, import.meta.url));
}
