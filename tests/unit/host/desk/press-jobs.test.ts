import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Host, PressProgress, PressRequest } from '#host/contract.ts';
import { succeeded } from '#host/desk/answers.ts';
import type { BackRoomNews, PressWork } from '#host/desk/back-room-work.ts';
import { localTime } from '#host/desk/press-calls.ts';
import { createPressJobs } from '#host/desk/press-jobs.ts';
import type { BackRoom } from '#host/desk/start-back-room.ts';
import { copiedSample } from '#tests/unit/host/issue-folder/sample-folder.ts';
import { codeOf, deskBehindDoor, given, ownDataFolder } from './desk-behind-door.ts';
import { type DeskWindow, openWindow } from './desk-window.ts';

let data = '';

beforeEach(async () => {
  data = await ownDataFolder();
});

function requestOf({ session }: DeskWindow, changes: Partial<PressRequest> = {}): PressRequest {
  const usual = {
    pages: [0],
    profile: 'newsprint-390x540',
    inSpiteOfFindings: false,
    hasReport: false,
  };
  return { session, ...usual, folder: join(data, 'plates'), ...changes };
}

async function runJob(door: Host, request: PressRequest): Promise<PressProgress> {
  const job = given(await door.startPress(request));
  for (;;) {
    const progress = given(await door.pressProgress(job));
    if (progress.state !== 'running') return progress;
    await new Promise((passed) => setTimeout(passed, 20));
  }
}

describe('pressing from the desk', () => {
  test('delivers the page as it stands in the window, and writes nothing else', async () => {
    const { door } = await deskBehindDoor();
    const window = await openWindow(door, { folder: await copiedSample() });
    const progress = await runJob(door, requestOf(window));
    expect(progress).toMatchObject({ state: 'delivered', pagesDone: 1, pagesAll: 1 });
    expect(progress.failure).toBeUndefined();
    const [file] = progress.files;
    expect(file).toMatchObject({ page: 'A06' });
    expect(file?.path).toBe(join(data, 'plates', 'XTRB_20210618_A06_v1.pdf'));
    const pdf = await readFile(file?.path ?? '');
    expect(pdf.subarray(0, 8).toString('latin1')).toMatch(/^%PDF-1\.\d/);
    expect(pdf.length).toBe(file?.bytes);
    expect(await readdir(join(data, 'plates'))).toEqual(['XTRB_20210618_A06_v1.pdf']);
  }, 60_000);

  test('is blocked by what must not be printed, and delivers nothing', async () => {
    const { door } = await deskBehindDoor();
    const window = await openWindow(door, { folder: await copiedSample() });
    given(
      await door.writeUpdate({ session: window.session, bytes: window.type('长'.repeat(9000)) }),
    );
    const held = await runJob(door, requestOf(window));
    expect(held).toMatchObject({ state: 'blocked', files: [] });
    const blocking = held.findings.filter(({ severity }) => severity === 'blocks press');
    expect(blocking.map(({ code }) => code)).toContain('story-overset');
    expect(await readdir(data)).not.toContain('plates');
    const proof = await runJob(
      door,
      requestOf(window, { inSpiteOfFindings: true, hasReport: false }),
    );
    expect(proof.state).toBe('delivered');
    expect(proof.files.map(({ path }) => basename(path))).toEqual([
      'XTRB_20210618_A06_v1_打样.pdf',
    ]);
    expect(proof.findings.map(({ code }) => code)).toContain('story-overset');
  }, 60_000);

  test('keeps the size of a page that is not the size of the print shop, and says so', async () => {
    const { door } = await deskBehindDoor();
    const parent = data;
    const names = { paper: '湘潭日报', supplement: '园区周刊', date: '2021-06-25' };
    const made = given(await door.createIssue({ template: 'park-narrow', parent, ...names }));
    const window = await openWindow(door, made);
    const request = requestOf(window, { inSpiteOfFindings: true, hasReport: false });
    const { state, findings, files } = await runJob(door, request);
    expect(state).toBe('delivered');
    expect(findings.find(({ code }) => code === 'page-not-of-trim')?.values).toMatchObject({
      widthMm: 350,
      heightMm: 560,
      trimHeightMm: 540,
    });
    const pdf = await PDFDocument.load(await readFile(files[0]?.path ?? ''));
    const { width, height } = pdf.getPage(0).getTrimBox();
    expect((width / 72) * 25.4).toBeCloseTo(350, 1);
    expect((height / 72) * 25.4).toBeCloseTo(560, 1);
  }, 60_000);

  test('delivers two pages of one number as two files', async () => {
    const { door } = await deskBehindDoor();
    const folder = await copiedSample();
    const window = await openWindow(door, { folder });
    given(await door.closeIssue({ session: window.session }));
    const issue = JSON.parse(await readFile(join(folder, 'issue.json'), 'utf8'));
    const [page] = issue.pages;
    const [folio] = page.blocks;
    issue.pages.push({ ...page, id: 'second', blocks: [{ ...folio, id: 'second-folio' }] });
    const copy = join(data, 'two.issue');
    await mkdir(copy);
    await writeFile(join(copy, 'issue.json'), JSON.stringify(issue));
    await cp(join(folder, 'assets'), join(copy, 'assets'), { recursive: true });
    const both = await openWindow(door, { folder: copy });
    const { files, state, failure } = await runJob(door, requestOf(both, { pages: [0, 1] }));
    expect([state, failure]).toEqual(['delivered', undefined]);
    const paths = files.map(({ path }) => basename(path));
    expect(paths).toEqual(['XTRB_20210618_A06_v1.pdf', 'XTRB_20210618_A06_v1-2.pdf']);
    expect((await readdir(join(data, 'plates'))).toSorted()).toEqual(paths.toSorted());
  }, 60_000);

  test('is refused for pages, profiles and sessions that are not there', async () => {
    const { door } = await deskBehindDoor();
    const window = await openWindow(door, { folder: await copiedSample() });
    const refusal = async (changes: Partial<PressRequest>) =>
      codeOf(await door.startPress(requestOf(window, changes)));
    expect(await refusal({ pages: [0, 7] })).toBe('no-such-page');
    expect(await refusal({ profile: '../samples/x' })).toBe('press-profile-missing');
    expect(await refusal({ session: 'gone' })).toBe('session-over');
    expect(codeOf(await door.pressProgress({ job: 'none' }))).toBe('no-such-job');
    expect(codeOf(await door.cancelPress({ job: 'none' }))).toBe('no-such-job');
  });

  test('fails in words when the folder cannot be made, or a photograph is gone', async () => {
    const { door } = await deskBehindDoor();
    const window = await openWindow(door, { folder: await copiedSample() });
    await writeFile(join(data, 'file'), '');
    const nowhere = await runJob(door, requestOf(window, { folder: join(data, 'file', 'x') }));
    expect(nowhere).toMatchObject({ state: 'failed', files: [] });
    expect(nowhere.failure?.code).toMatch(/^output-/);
    await rm(join(window.opened.folder, 'assets'), { recursive: true });
    const gone = await runJob(door, requestOf(window));
    expect(gone).toMatchObject({ state: 'failed', failure: { code: 'picture-file-missing' } });
    expect(await readdir(join(data, 'plates'))).toEqual([]);
  }, 60_000);

  test('that is called off leaves no file behind', async () => {
    const { door } = await deskBehindDoor();
    const window = await openWindow(door, { folder: await copiedSample() });
    await mkdir(join(data, 'plates'));
    // At moments from before the first page to behind the last.
    for (const waitMs of [0, 300, 600, 800, 1000]) {
      const job = given(await door.startPress(requestOf(window)));
      await new Promise((passed) => setTimeout(passed, waitMs));
      const { state, files } = given(await door.cancelPress(job));
      expect(['cancelled', 'delivered']).toContain(state);
      const left = await readdir(join(data, 'plates'));
      if (files.length === 0) expect(left.filter((name) => name.endsWith('.new'))).toEqual([]);
      if (state === 'delivered') break;
      expect(left).toEqual([]);
    }
  }, 60_000);
});

describe('a back room', () => {
  const work: PressWork = {
    kind: 'press',
    folder: '/issue',
    document: new Uint8Array(),
    templatesFolder: '/templates',
    profilePath: '/profile.json',
    pages: [0, 1],
    targetFolder: '/plates',
    inSpiteOfFindings: false,
    hasReport: false,
    producer: 'Banxin',
    time: '2021-06-18T22:30:00+08:00',
  };

  /** A back room that does as the test says. */
  function plantedRoom() {
    const ended = Promise.withResolvers<void>();
    const sent: unknown[] = [];
    const ends: string[] = [];
    let listener: (news: unknown) => void = () => undefined;
    const room: BackRoom = {
      send: (order) => void sent.push(order),
      hear: (hears) => {
        listener = hears;
      },
      end() {
        ends.push('end');
        ended.resolve();
      },
      ended: ended.promise,
    };
    return { room, sent, ends, tell: (news: BackRoomNews) => listener(news), die: ended.resolve };
  }

  test('that dies is a failed job, and the files it was writing are taken away', async () => {
    const planted = plantedRoom();
    const jobs = createPressJobs(() => planted.room);
    const { job } = given(jobs.start(work));
    const path = join(data, 'A06.pdf');
    const staged = `${path}.0a1b2c3d-0000-4000-8000-0123456789ab.new`;
    const others = [`${data}/A06.pdf.old`, `${data}/A07.pdf.new`];
    for (const file of [staged, ...others]) await writeFile(file, '');
    planted.tell({ kind: 'planned', paths: [path] });
    planted.tell({ kind: 'page begun' });
    planted.tell({ kind: 'page begun' });
    expect(given(jobs.progress(job))).toMatchObject({
      state: 'running',
      pagesDone: 1,
      pagesAll: 2,
    });
    expect(codeOf(jobs.start(work))).toBe('press-busy');
    planted.die();
    await jobs.cancel(job);
    expect(given(jobs.progress(job))).toMatchObject({
      state: 'cancelled',
      failure: undefined,
    });
    expect((await readdir(data)).toSorted()).toEqual(['A06.pdf.old', 'A07.pdf.new']);
  });

  test('that runs out of memory is a failed job with a word about it', async () => {
    const planted = plantedRoom();
    const jobs = createPressJobs(() => planted.room);
    const { job } = given(jobs.start(work));
    planted.die();
    await expect
      .poll(() => given(jobs.progress(job)))
      .toMatchObject({ state: 'failed', failure: { code: 'press-broken' } });
    expect(codeOf(jobs.start(work))).toBe('none');
  });

  test('may deliver only with leave, and is not called off after that', async () => {
    const planted = plantedRoom();
    const jobs = createPressJobs(() => planted.room);
    const { job } = given(jobs.start(work));
    planted.tell({ kind: 'ready to deliver' });
    expect(planted.sent).toEqual([work, { kind: 'deliver' }]);
    const calledOff = jobs.cancel(job);
    expect(planted.ends).toEqual([]);
    const files = [{ page: 'A06', path: '/plates/A06.pdf', bytes: 1 }];
    planted.tell({ kind: 'pressed', files, findings: [], isHeld: false });
    expect(await calledOff).toEqual(
      succeeded(expect.objectContaining({ state: 'delivered', files, pagesDone: 2 })),
    );
  });

  test('hears no leave once the job is called off', async () => {
    const planted = plantedRoom();
    const jobs = createPressJobs(() => planted.room);
    const { job } = given(jobs.start(work));
    await jobs.cancel(job);
    planted.tell({ kind: 'ready to deliver' });
    expect(planted.sent).toEqual([work]);
  });
});

test('the time of pressing carries the offset of this place', () => {
  const moment = new Date('2021-06-18T14:30:05Z');
  expect(Date.parse(localTime(moment))).toBe(moment.getTime());
  expect(localTime(moment)).toMatch(/^2021-06-1\dT\d\d:\d\d:05[+-]\d\d:\d\d$/);
});
