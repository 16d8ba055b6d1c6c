import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readNewsroomWords } from '#engine/compose/newsroom-words.ts';
import type { Composer } from '#engine/compose/page.ts';
import { createComposer } from '#engine/compose/page.ts';
import type { Lexicon } from '#engine/compose/word-lexicon.ts';
import { openLexicon } from '#engine/compose/word-lexicon.ts';
import type { ProgramFontBook } from '#engine/fonts/font-book.ts';
import { glyphAddressedFont } from '#engine/fonts/glyph-addressed-font.ts';
import type { Issue } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { parseTemplate } from '#engine/model/template-schema.ts';
import type { Answer } from '#host/contract.ts';
import { openFontBook } from '#host/fonts/open-font-book.ts';
import { readAsset } from '#host/issue-folder/assets.ts';
import { parseFailure } from '#host/issue-folder/folder-failure.ts';
import { readJsonFile } from '#host/issue-folder/json-file.ts';
import { readIssueFolder } from '#host/issue-folder/read-issue-folder.ts';
import type { DeskIssue } from './desk-host.ts';
import { failed, succeeded } from './desk-host.ts';
import { folderAnswer, screenFailure } from './screen-failure.ts';

/** Where an issue and what it is set with are found. */
export interface DeskPlaces {
  /** The issue folder, `NAME.issue`. */
  readonly folder: string;
  readonly templatesFolder: string;
}

/** Opens an issue with its templates, words and fonts. */
export async function openDeskIssue(places: DeskPlaces): Promise<Answer<DeskIssue>> {
  const reading = folderAnswer(await readIssueFolder(places.folder));
  if (!reading.ok) return reading;
  const { issue } = reading.value;
  const templates = await readTemplates(places, issue);
  if (!templates.ok) return templates;
  const lexicon = await readLexicon(places);
  const { book, findings } = openFontBook({ faces: facesOf(templates.value) });
  const [missingFace] = findings;
  if (missingFace !== undefined)
    return failed({ code: missingFace.code, values: missingFace.values });
  const composer = createComposer({ fonts: book, lexicon });
  const { folder } = places;
  return succeeded(deskIssue({ folder, issue, templates: templates.value, composer, book }));
}

type Templates = ReadonlyMap<string, PageTemplate>;

interface DeskIssueParts {
  readonly folder: string;
  readonly issue: Issue;
  readonly templates: Templates;
  readonly composer: Composer;
  readonly book: ProgramFontBook;
}

function deskIssue({ folder, issue, templates, composer, book }: DeskIssueParts): DeskIssue {
  return {
    issue,
    composePage(index) {
      const page = issue.pages[index];
      const template = page && templates.get(page.template);
      if (page === undefined || template === undefined) {
        return failed({ code: 'no-such-page', values: { page: index } });
      }
      return succeeded(composer.composePage(issue, page, template));
    },
    paintFont(face) {
      // Only faces that the page is set in are handed out, fallback faces among them.
      if (!book.opened().includes(face)) return failed({ code: 'no-such-face', values: { face } });
      return succeeded(glyphAddressedFont(book.face(face).program));
    },
    readAsset: async (asset) => folderAnswer(await readAsset(folder, asset)),
  };
}

async function readTemplates(places: DeskPlaces, issue: Issue): Promise<Answer<Templates>> {
  const templates = new Map<string, PageTemplate>();
  for (const id of new Set(issue.pages.map((page) => page.template))) {
    const template = await readTemplate(join(places.templatesFolder, 'pages', `${id}.json`));
    if (!template.ok) return template;
    templates.set(id, template.value);
  }
  return succeeded(templates);
}

async function readTemplate(path: string): Promise<Answer<PageTemplate>> {
  const file = folderAnswer(await readJsonFile(path));
  if (!file.ok) return file;
  const parsed = parseTemplate(file.value.json);
  return parsed.ok ? parsed : failed(screenFailure(parseFailure(path, parsed.failure)));
}

function facesOf(templates: Templates): readonly string[] {
  const styles = [...templates.values()].flatMap((template) => Object.values(template.styles));
  return [...new Set(styles.map((style) => style.face))];
}

async function readLexicon({ templatesFolder }: DeskPlaces): Promise<Lexicon> {
  const folder = join(templatesFolder, 'lexicon');
  const [words, own] = await Promise.all([
    readFile(join(folder, 'words.bin')),
    readFile(join(folder, 'newsroom.json'), 'utf8'),
  ]);
  return openLexicon(new Uint8Array(words), readNewsroomWords(JSON.parse(own)).words);
}
