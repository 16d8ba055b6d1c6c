import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readNewsroomWords } from '#engine/compose/newsroom-words.ts';
import type { Composer } from '#engine/compose/page.ts';
import { createComposer } from '#engine/compose/page.ts';
import type { ProgramFontBook } from '#engine/fonts/font-book.ts';
import type { Issue } from '#engine/model/issue.ts';
import { planPages } from '#engine/model/plan-pages.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Lexicon } from '#engine/words/word-lexicon.ts';
import { openLexicon } from '#engine/words/word-lexicon.ts';
import type { Answer } from '#host/contract.ts';
import { openFontBook } from '#host/fonts/open-font-book.ts';
import { readIssueFolder } from '#host/issue-folder/read-issue-folder.ts';
import { readTemplate, readTemplatesOf } from '#host/template-store.ts';
import { failed, succeeded } from './answers.ts';
import { folderAnswer, templateFailure } from './screen-failure.ts';

/** Where an issue and what it is set with are found. */
export interface ComposingPlaces {
  /** The issue folder, `NAME.issue`. */
  readonly folder: string;
  readonly templatesFolder: string;
  /** Id of a template on whose plan the issue is laid; its own templates otherwise. */
  readonly template?: string | undefined;
}

/** An issue with all it takes to compose it: templates, words and fonts. */
export interface ComposingRoom {
  readonly folder: string;
  readonly issue: Issue;
  readonly templates: ReadonlyMap<string, PageTemplate>;
  readonly composer: Composer;
  readonly book: ProgramFontBook;
  /** What was noticed on the way, such as a lost tail of the issue's log. */
  readonly findings: readonly Finding[];
}

/** Opens an issue for composing. */
export async function openComposingRoom(places: ComposingPlaces): Promise<Answer<ComposingRoom>> {
  const reading = folderAnswer(await readIssueFolder(places.folder));
  if (!reading.ok) return reading;
  const room = await openRoomOf(reading.value.issue, places);
  if (!room.ok) return room;
  const findings = [...reading.value.findings, ...room.value.findings];
  return succeeded({ ...room.value, findings });
}

/** Opens an issue that has been read; `folder` is where its pictures lie. */
export async function openRoomOf(
  read: Issue,
  places: ComposingPlaces,
): Promise<Answer<ComposingRoom>> {
  const laid = await layIssue(read, places);
  if (!laid.ok) return laid;
  const { issue, templates, findings } = laid.value;
  const lexicon = await readLexicon(places);
  const { book, findings: faceFindings } = openFontBook({ faces: facesOf(templates) });
  const missingFace = faceFindings[0];
  if (missingFace !== undefined) return failed(missingFace);
  const composer = createComposer({ fonts: book, lexicon });
  return succeeded({ folder: places.folder, issue, templates, composer, book, findings });
}

interface LaidIssue {
  readonly issue: Issue;
  readonly templates: ReadonlyMap<string, PageTemplate>;
  readonly findings: readonly Finding[];
}

/** The issue on its own pages, or on the plan of the template that was asked for. */
async function layIssue(issue: Issue, places: ComposingPlaces): Promise<Answer<LaidIssue>> {
  const folder = join(places.templatesFolder, 'pages');
  if (places.template === undefined) {
    const templates = await readTemplatesOf(issue, folder);
    if (!templates.ok) return failed(templateFailure(templates.failure));
    return succeeded({ issue, templates: templates.value, findings: [] });
  }
  const template = await readTemplate(places.template, folder);
  if (!template.ok) return failed(templateFailure(template.failure));
  const { pages, unplaced } = planPages(issue, template.value);
  return succeeded({
    issue: { ...issue, pages },
    templates: new Map([[template.value.id, template.value]]),
    findings: unplaced.map(unplacedArticle),
  });
}

function unplacedArticle(article: string): Finding {
  const where = { text: `article:${article}` };
  return { code: 'article-unplaced', severity: 'warns', where, values: { article } };
}

function facesOf(templates: ReadonlyMap<string, PageTemplate>): readonly string[] {
  const styles = [...templates.values()].flatMap((template) => Object.values(template.styles));
  return [...new Set(styles.map((style) => style.face))];
}

async function readLexicon({ templatesFolder }: ComposingPlaces): Promise<Lexicon> {
  const folder = join(templatesFolder, 'lexicon');
  const [words, own] = await Promise.all([
    readFile(join(folder, 'words.bin')),
    readFile(join(folder, 'newsroom.json'), 'utf8'),
  ]);
  return openLexicon(new Uint8Array(words), readNewsroomWords(JSON.parse(own)).words);
}
