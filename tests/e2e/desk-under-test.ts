import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { createComposer } from '#engine/compose/page.ts';
import { caretSegment } from '#engine/display/caret-segment.ts';
import type { PagePoint, TextPosition } from '#engine/display/hit-text.ts';
import type { Issue } from '#engine/model/issue.ts';
import { openDeskHost, type RunningHost } from '#host/desk/open-desk-host.ts';
import { openFontBook } from '#host/fonts/open-font-book.ts';
import { readIssueFolder } from '#host/issue-folder/read-issue-folder.ts';
import { type LoopbackDesk, serveDesk } from '#host/loopback/serve-desk.ts';
import type { Settings } from '#renderer/desk-state/desk-state.ts';
import { fitted, windowPointAt } from '#renderer/page-view/viewport.ts';
import { SHIPPED_LEXICON } from '#tests/unit/compose/shipped-lexicon.ts';
import { pageTemplate } from '#tests/unit/model/sample-issue.ts';
import { builtScreen, launchBrowser } from './browser.ts';

/** A desk with a copy of the sample on it, in a real Chromium, and the folder it writes to. */
export interface DeskUnderTest {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** The issue folder on the disk: the copy of the sample, until another is followed. */
  readonly folder: string;
  /** Folder in which the desk makes new issues. */
  readonly issuesFolder: string;
  /** From now on the issue in this folder is looked at. */
  follow(folder: string): void;
  /** Errors that the window complained of. */
  readonly complaints: readonly string[];
  /** The issue as it lies on the disk. */
  issue(): Promise<Issue>;
  /** The place in the window of a text position of the page that shows, fitted into the view. */
  placeOf(position: TextPosition): Promise<PagePoint>;
  /** The place in the window of a point of the page. */
  windowPlace(point: PagePoint): Promise<PagePoint>;
  close(): Promise<void>;
}

const SAMPLE = 'templates/samples/park-supplement-2021-06-18.issue';

/** How the desk is wanted; left out, it is the sample as delivered in a window of usual size. */
export interface DeskWish {
  /** Nothing is opened, the start window shows. */
  readonly isStartWindow?: boolean;
  /** Changes the issue.json of the copy before it is opened. */
  readonly changed?: (json: string) => string;
  /** Files that are put among the assets, by their names there. */
  readonly assets?: ReadonlyMap<string, Uint8Array>;
  /** What the editor of this machine has chosen before. */
  readonly settings?: Partial<Settings>;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Device pixels for one CSS pixel. */
  readonly density?: number;
}

/** Builds the screen, copies the sample and opens it. */
export async function openDeskUnderTest(wish: DeskWish = {}): Promise<DeskUnderTest> {
  const place = mkdtempSync(join(tmpdir(), 'banxin-desk-'));
  let folder = join(place, 'sample.issue');
  cpSync(SAMPLE, folder, { recursive: true });
  if (wish.changed !== undefined) {
    const path = join(folder, 'issue.json');
    writeFileSync(path, wish.changed(readFileSync(path, 'utf8')));
  }
  for (const [name, bytes] of wish.assets ?? []) writeFileSync(join(folder, 'assets', name), bytes);
  process.env.BANXIN_DATA_FOLDER = join(place, 'data');
  const screen = await builtScreen();
  const host = openDeskHost(wish.isStartWindow === true ? {} : { issueFolder: folder });
  const desk = await serveDesk({ host, screenFolder: screen.folder });
  const browser = await launchBrowser();
  const page = await browser.newPage({
    viewport: wish.viewport ?? { width: 1440, height: 900 },
    deviceScaleFactor: wish.density ?? 1,
  });
  await page.addInitScript(
    (settings) => localStorage.setItem('banxin settings', settings),
    JSON.stringify(wish.settings ?? {}),
  );
  // File dialogs are caught from now on: asked for only when one is about to open, it may be late.
  page.on('filechooser', () => undefined);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(desk.address);
  if (wish.isStartWindow !== true) {
    await page.locator('canvas[aria-busy=false]').first().waitFor();
  }
  const issue = () => issueOnDisk(folder);
  return {
    page,
    cdp: await page.context().newCDPSession(page),
    get folder() {
      return folder;
    },
    issuesFolder: join(place, 'data', '版心'),
    follow: (other) => {
      folder = other;
    },
    complaints,
    issue,
    windowPlace: (point) => windowPlace(page, point),
    async placeOf(position) {
      const caret = caretSegment(composedPage(await issue()).list, position);
      if (caret === undefined) throw new Error(`${position.text} is not on the page`);
      const middle = { x: (caret.x1 + caret.x2) / 2, y: (caret.y1 + caret.y2) / 2 };
      return windowPlace(page, middle);
    },
    close: () => closeAll({ browser, desk, host, remove: screen.remove, place }),
  };
}

async function issueOnDisk(folder: string): Promise<Issue> {
  const read = await readIssueFolder(folder);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value.issue;
}

const { book } = openFontBook({ faces: [], cacheFolder: 'node_modules/.cache/unpacked-faces' });
const TEMPLATE = pageTemplate('park-broadsheet');
const COMPOSER = createComposer({ fonts: book, lexicon: SHIPPED_LEXICON });

/** The first page as the press composes it. */
export function composedPage(issue: Issue) {
  const [page] = issue.pages;
  if (page === undefined) throw new Error('the issue has no page');
  return COMPOSER.composePage(issue, page, TEMPLATE);
}

/** The page is fitted into its view when the window opens. */
async function windowPlace(page: Page, point: PagePoint): Promise<PagePoint> {
  const box = await page.locator('.page-root').boundingBox();
  if (box === null) throw new Error('no page shows');
  const { widthMm, heightMm } = TEMPLATE.paper;
  const size = { widthPt: (widthMm * 72) / 25.4, heightPt: (heightMm * 72) / 25.4 };
  const empty = { leftPx: 0, topPx: 0, zoom: 1, density: 1 };
  const view = fitted(size, { ...empty, widthPx: box.width, heightPx: box.height }, 'page');
  const { x, y } = windowPointAt(view, point);
  return { x: box.x + x, y: box.y + y };
}

interface Opened {
  readonly browser: Browser;
  readonly desk: LoopbackDesk;
  readonly host: RunningHost;
  readonly remove: () => void;
  readonly place: string;
}

async function closeAll({ browser, desk, host, remove, place }: Opened): Promise<void> {
  await browser.close();
  await desk.close();
  await host.shut();
  remove();
  rmSync(place, { recursive: true, force: true });
}
