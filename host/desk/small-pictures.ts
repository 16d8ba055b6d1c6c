import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '#host/cache-folder.ts';
import type { Answer } from '#host/contract.ts';
import { readIssueJson } from '#host/issue-folder/read-issue-folder.ts';
import { replaceFile } from '#host/issue-folder/replace-file.ts';
import { readTemplate, readTemplatesOf } from '#host/template-store.ts';
import { failed, succeeded } from './answers.ts';
import type { BackRoomNews, PictureWork } from './back-room-work.ts';
import { type DeskPlaces, USUAL_PROFILE } from './desk-places.ts';
import { programVersion } from './read-desk.ts';
import { folderAnswer, templateFailure } from './screen-failure.ts';
import type { BackRoom, StartBackRoom } from './start-back-room.ts';

/** Small pictures of pages, for the start window. */
export interface SmallPictures {
  ofTemplate(template: string, page: number): Promise<Answer<Uint8Array>>;
  /** The first page, as it stands in issue.json. */
  ofIssue(folder: string): Promise<Answer<Uint8Array>>;
  /** Ends what runs, at the end of the program. */
  shut(): void;
}

/** Twice as high as the start window shows them, for screens of 200 %. */
const HEIGHT_PX = 480;

/**
 * Pictures are painted in a back room, one after the other, and kept in the cache folder by what
 * they show: a page that has not changed is not painted again.
 */
export function createSmallPictures(
  places: DeskPlaces,
  startBackRoom: StartBackRoom,
): SmallPictures {
  const painter = createPainter(startBackRoom);
  const work = { kind: 'picture', heightPx: HEIGHT_PX } as const;
  const { templatesFolder, sampleFolder, profilesFolder } = places;
  const profilePath = join(profilesFolder, `${USUAL_PROFILE}.json`);
  const paint = async (order: PictureWork, shown: readonly unknown[]) => {
    const version = await programVersion(places.packageFile);
    const { page, heightPx } = order;
    const name = pictureName([version, page, heightPx, ...shown]);
    return keptPicture(name, () => painter.paint(order));
  };
  return {
    async ofTemplate(template, page) {
      const read = await readTemplate(template, join(templatesFolder, 'pages'));
      if (!read.ok) return failed(templateFailure(read.failure));
      const order = { ...work, folder: sampleFolder, templatesFolder, template, page, profilePath };
      const sample = folderAnswer(await readIssueJson(sampleFolder));
      return sample.ok ? paint(order, [read.value, sample.value]) : sample;
    },
    async ofIssue(folder) {
      const issue = folderAnswer(await readIssueJson(folder));
      if (!issue.ok) return issue;
      const templates = await readTemplatesOf(issue.value, join(templatesFolder, 'pages'));
      if (!templates.ok) return failed(templateFailure(templates.failure));
      const template = undefined;
      const order = { ...work, folder, templatesFolder, template, page: 0, profilePath };
      return paint(order, [issue.value, ...templates.value.values()]);
    },
    shut: () => painter.shut(),
  };
}

/** The name under which a picture is kept: everything that it depends on, as a digest. */
function pictureName(parts: readonly unknown[]): string {
  return `${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}.png`;
}

async function keptPicture(
  name: string,
  paint: () => Promise<Answer<Uint8Array>>,
): Promise<Answer<Uint8Array>> {
  const folder = cacheFolder('pictures');
  const path = join(folder, name);
  const kept = await readFile(path).catch(() => undefined);
  if (kept !== undefined) return succeeded(kept);
  const painted = await paint();
  if (!painted.ok) return painted;
  try {
    await mkdir(folder, { recursive: true });
    await replaceFile(path, painted.value);
  } catch {
    // A picture that is not kept is painted again.
  }
  return painted;
}

interface Painter {
  paint(order: PictureWork): Promise<Answer<Uint8Array>>;
  shut(): void;
}

/** One back room for all pictures that are wanted, gone when the last is painted. */
function createPainter(startBackRoom: StartBackRoom): Painter {
  let room: BackRoom | undefined;
  let waiting: ((news: BackRoomNews) => void)[] = [];
  const broken: BackRoomNews = {
    kind: 'failed',
    failure: { code: 'picture-broken', values: {} },
    findings: [],
  };
  function openRoom(): BackRoom {
    const opened = startBackRoom();
    // Answered in the order in which they were sent.
    opened.hear((news) => {
      waiting.shift()?.(news as BackRoomNews);
      if (waiting.length === 0) opened.end();
      if (waiting.length === 0) room = undefined;
    });
    void opened.ended.then(() => {
      if (room !== undefined && room !== opened) return;
      const left = waiting;
      waiting = [];
      room = undefined;
      for (const answer of left) answer(broken);
    });
    return opened;
  }
  return {
    async paint(order) {
      room ??= openRoom();
      const told = Promise.withResolvers<BackRoomNews>();
      waiting.push(told.resolve);
      room.send(order);
      const news = await told.promise;
      if (news.kind === 'painted') return succeeded(news.png);
      return failed(news.kind === 'failed' ? news.failure : { code: 'picture-broken', values: {} });
    },
    shut: () => room?.end(),
  };
}
