import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article, Block, Issue, Page } from '#engine/model/issue.ts';
import { readableJson } from '#engine/model/json-text.ts';
import { SAMPLE_FOLDER } from './sample-desk.ts';

/** One character in so many is exchanged, so that every page has glyphs of its own. */
const EXCHANGE_EVERY = 9;
/** First of the characters put in: 3,000 unified ideographs that all bundled faces have. */
const FIRST_CHARACTER = 0x4e00;
const CHARACTERS = 3000;

/** Writes an issue folder with `count` pages of different text into the temporary folder. */
export async function writeIssueOf(sample: Issue, count: number): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'banxin-bench-')), `pages-${count}.issue`);
  await cp(join(SAMPLE_FOLDER, 'assets'), join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'issue.json'), readableJson(issueOf(sample, count)));
  return folder;
}

function issueOf(sample: Issue, count: number): Issue {
  const articles: Record<string, Article> = {};
  const pages: Page[] = [];
  for (let index = 0; index < count; index++) {
    for (const page of sample.pages) pages.push(pageCopy(page, index));
    for (const article of Object.values(sample.articles)) {
      const copy = articleCopy(article, index);
      articles[copy.id] = copy;
    }
  }
  return { ...sample, id: `${sample.id}-${count}`, pages, articles };
}

function pageCopy(page: Page, index: number): Page {
  const number = `B${String(index + 1).padStart(3, '0')}`;
  const blocks = page.blocks.map((block) => blockCopy(block, index));
  return { ...page, id: number.toLowerCase(), number, blocks };
}

function blockCopy(block: Block, index: number): Block {
  const id = copyId(block.id, index);
  if (block.kind === 'article') return { ...block, id, article: copyId(block.article, index) };
  if (block.kind !== 'group') return { ...block, id };
  const members = block.members.map((member) => ({
    ...member,
    article: copyId(member.article, index),
  }));
  return { ...block, id, members };
}

function copyId(id: string, index: number): string {
  return `${id}-${index + 1}`;
}

function articleCopy(article: Article, index: number): Article {
  const paragraphs = article.story.paragraphs.map((paragraph, at) => ({
    ...paragraph,
    runs: paragraph.runs.map((run) => ({ ...run, text: exchanged(run.text, index * 37 + at) })),
  }));
  return { ...article, id: copyId(article.id, index), story: { paragraphs } };
}

function exchanged(text: string, seed: number): string {
  let place = seed;
  return text.replace(/\p{Script=Han}/gu, (character) => {
    place++;
    if (place % EXCHANGE_EVERY !== 0) return character;
    return String.fromCodePoint(FIRST_CHARACTER + ((place * 131 + seed * 17) % CHARACTERS));
  });
}
