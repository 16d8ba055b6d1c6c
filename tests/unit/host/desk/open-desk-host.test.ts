import { access, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { inksOfPixels, readInkTable } from '#engine/press/ink-table.ts';
import { copiedSample } from '#tests/unit/host/issue-folder/sample-folder.ts';
import {
  codeOf,
  type DeskBehindDoor,
  deskBehindDoor,
  given,
  ownDataFolder,
} from './desk-behind-door.ts';

let data = '';
let desk: DeskBehindDoor;

beforeEach(async () => {
  data = await ownDataFolder();
  desk = await deskBehindDoor();
});

const SAMPLE = 'park-supplement-2021-06-18.issue';

describe('the start window', () => {
  test('learns templates, profiles, version and the issues folder', async () => {
    const state = given(await desk.door.readDesk({}));
    expect(state.templates.map(({ id }) => id)).toContain('park-broadsheet');
    const sheet = state.templates.find(({ id }) => id === 'park-broadsheet');
    expect(sheet).toMatchObject({ widthMm: 390, heightMm: 540, columns: 99, lines: 111 });
    expect(sheet?.pages).toEqual([{ number: 'A06', name: '园区周刊' }]);
    expect(state.profiles.map(({ id }) => id)).toEqual(['newsprint-390x540', 'newsprint-390x545']);
    expect(state.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(state.issuesFolder).toBe(join(data, '版心'));
    expect(state).toMatchObject({ recent: [], hasDialogs: false });
    expect(state.startFolder).toBeUndefined();
  });

  test('is passed over with the folder that the program was started with', async () => {
    const { door } = await deskBehindDoor({ issueFolder: 'here/a.issue' });
    const { startFolder } = given(await door.readDesk({}));
    expect(startFolder).toBe(join(process.cwd(), 'here/a.issue'));
  });

  test('lists what was open, the latest first, and what is gone', async () => {
    const [first, second] = [await copiedSample(), await copiedSample()];
    for (const folder of [first, second, first]) given(await desk.door.openIssue({ folder }));
    await rm(second, { recursive: true });
    const { recent } = given(await desk.door.readDesk({}));
    expect(recent).toMatchObject([
      { folder: first, paper: '湘潭日报', supplement: '园区周刊', isThere: true },
      { folder: second, date: '2021-06-18', isThere: false },
    ]);
  });

  test('shows nothing recent, and no failure, when the list is damaged', async () => {
    await writeFile(join(data, 'recent-issues.json'), '{"recent": [{"folder": 7}]}');
    expect(given(await desk.door.readDesk({})).recent).toEqual([]);
  });

  test('shows a template and an issue as pictures, and keeps them', async () => {
    const folder = await copiedSample();
    const picture = given(await desk.door.issuePicture({ folder }));
    // PNG: eight bytes of signature, then the width and height of IHDR.
    expect([...picture.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    expect(new DataView(picture.buffer).getUint32(20)).toBeGreaterThanOrEqual(479);
    const began = performance.now();
    expect(given(await desk.door.issuePicture({ folder }))).toEqual(picture);
    expect(performance.now() - began).toBeLessThan(200);
    const page = { template: 'park-tabloid', page: 0 };
    expect(given(await desk.door.templatePicture(page)).length).toBeGreaterThan(20_000);
    expect(codeOf(await desk.door.templatePicture({ ...page, page: 9 }))).toBe('no-such-page');
    expect(codeOf(await desk.door.templatePicture({ ...page, template: '../x' }))).toBe(
      'missing template',
    );
    // The photograph is gone, the words still show.
    await rm(join(folder, 'assets'), { recursive: true });
    const json = await readFile(join(folder, 'issue.json'), 'utf8');
    await writeFile(join(folder, 'issue.json'), json.replaceAll('学史力行', '学史明理'));
    expect(given(await desk.door.issuePicture({ folder })).length).toBeGreaterThan(20_000);
  });
});

describe('a new issue', () => {
  const request = {
    template: 'park-broadsheet',
    paper: '湘潭日报',
    supplement: '园区周刊',
    date: '2021-06-25',
  };

  test('is made with the partners of an earlier one, and opens', async () => {
    const partnersFrom = await copiedSample();
    const parent = join(data, 'new');
    const { folder } = given(await desk.door.createIssue({ ...request, parent, partnersFrom }));
    expect(folder).toBe(join(parent, '园区周刊 2021-06-25.issue'));
    expect(await readdir(parent)).toEqual(['园区周刊 2021-06-25.issue']);
    const made = await readFile(join(folder, 'issue.json'), 'utf8');
    const { adGrids } = JSON.parse(await readFile(join(partnersFrom, 'issue.json'), 'utf8'));
    const [grid] = Object.values<{ cells: { name?: string }[] }>(adGrids);
    const partner = grid?.cells.find(({ name }) => name)?.name ?? 'none';
    expect(made).toContain(partner);
    expect(made).not.toContain('学史力行');
    expect(given(await desk.door.openIssue({ folder }))).toMatchObject({ folder, findings: [] });
  });

  test('is not made over one that is there, nor from a template that is not', async () => {
    const parent = data;
    given(await desk.door.createIssue({ ...request, parent }));
    expect(codeOf(await desk.door.createIssue({ ...request, parent }))).toBe('folder exists');
    const unknown = { ...request, template: 'unknown', parent };
    expect(codeOf(await desk.door.createIssue(unknown))).toBe('missing template');
    const supplement = '园区/周刊: 二';
    const { folder } = given(await desk.door.createIssue({ ...request, supplement, parent }));
    expect(folder).toBe(join(data, '园区-周刊- 二 2021-06-25.issue'));
  });
});

describe('what composing takes', () => {
  test('is handed out: templates, faces with fallbacks, words and lexicon', async () => {
    const parts = given(await desk.door.compositionParts({}));
    expect(parts.templates.map(({ id }) => id)).toContain('park-narrow');
    const song = parts.faces.find(({ id }) => id === 'song-400');
    expect(song).toMatchObject({ name: 'Noto Serif SC', weight: 400 });
    expect(song?.fallbacks).toEqual(['hei-400', 'kai-300']);
    expect(parts.newsroomWords).toBeTypeOf('object');
    expect(given(await desk.door.lexicon({})).length).toBeGreaterThan(500_000);
  });

  test('has a face for shaping and one for painting, and names one that is not there', async () => {
    const shaping = given(await desk.door.shapingFont({ face: 'kai-500' }));
    const painting = given(await desk.door.paintFont({ face: 'kai-500' }));
    // Both are sfnt files with TrueType outlines.
    for (const font of [shaping, painting]) expect([...font.slice(0, 4)]).toEqual([0, 1, 0, 0]);
    const face = '../../etc/passwd';
    expect(codeOf(await desk.door.shapingFont({ face }))).toBe('no-such-face');
    expect(codeOf(await desk.door.paintFont({ face }))).toBe('no-such-face');
  });

  test('has tables from ink to light and from light to ink', async () => {
    const profile = 'newsprint-390x540';
    const proof = given(await desk.door.proofTable({ profile }));
    expect(proof.length).toBe(17 ** 4 * 3);
    const [paper, black] = [proof.slice(0, 3), proof.slice(16 * 3, 17 * 3)];
    expect(Math.min(...paper)).toBeGreaterThan(170);
    expect(Math.max(...paper)).toBeLessThan(245);
    expect(Math.max(...black)).toBeLessThan(110);
    // Pure cyan is the step at which cyan alone is full.
    const [red = 0, green = 0, blue = 0] = proof.slice(16 * 17 ** 3 * 3);
    expect(red).toBeLessThan(green);
    expect(green).toBeLessThan(blue);
    const inks = readInkTable(given(await desk.door.inkTable({ profile })));
    if (inks === undefined) throw new Error('no ink table');
    expect(inksOfPixels(inks, Uint8Array.of(0, 0, 0))[3]).toBeGreaterThan(150);
    const foreign = { profile: '../samples/x' };
    expect(codeOf(await desk.door.inkTable(foreign))).toBe('press-profile-missing');
    expect(codeOf(await desk.door.proofTable(foreign))).toBe('press-profile-missing');
  });
});

describe('the machine around', () => {
  test('is listed: folders, issues among them, then files, nothing hidden', async () => {
    const folder = join(data, 'list');
    for (const name of ['第10期', '第2期', 'a.issue', '.hidden']) {
      await mkdir(join(folder, name), { recursive: true });
    }
    await writeFile(join(folder, '图.jpg'), '');
    const listing = given(await desk.door.listFolder({ path: folder }));
    expect(listing).toMatchObject({ path: folder, parent: data });
    const kinds = listing.entries.map(({ name, kind }) => `${kind} ${name}`);
    expect(kinds.toSorted()).toEqual(
      ['file 图.jpg', 'folder 第10期', 'folder 第2期', 'issue a.issue'].toSorted(),
    );
    expect(kinds.at(-1)).toBe('file 图.jpg');
    expect(kinds.indexOf('folder 第2期')).toBeLessThan(kinds.indexOf('folder 第10期'));
    expect(codeOf(await desk.door.listFolder({ path: join(data, 'no') }))).toBe('missing folder');
  });

  test('has an issues folder as soon as it is looked into', async () => {
    const listing = given(await desk.door.listFolder({}));
    expect(listing).toMatchObject({ path: join(data, '版心'), entries: [] });
  });

  test('has no dialogs behind a browser, and menus without effect', async () => {
    expect(codeOf(await desk.door.choosePath({ purpose: 'open issue' }))).toBe('no-dialogs');
    expect(given(await desk.door.setMenus({ menus: [] }))).toEqual({});
    expect(codeOf(await desk.door.showInFolder({ path: join(data, 'no') }))).toBe('missing folder');
  });
});

describe('the sample', () => {
  test('is edited in a copy of its own, the same one each time', async () => {
    const opened = given(await desk.door.openIssue({ sample: true }));
    expect(opened.folder).toBe(join(data, '版心', SAMPLE));
    await access(join(opened.folder, 'issue.log'));
    await desk.door.closeIssue({ session: opened.session });
    await writeFile(join(opened.folder, 'note.txt'), 'mine');
    expect(given(await desk.door.openIssue({ sample: true })).folder).toBe(opened.folder);
    expect(await readFile(join(opened.folder, 'note.txt'), 'utf8')).toBe('mine');
    const original = join(import.meta.dirname, '../../../../templates/samples', SAMPLE);
    expect((await readdir(original)).sort()).toEqual(['assets', 'issue.json']);
  });
});

describe('an issue that is not to be had', () => {
  test('is reported with its place when its file is damaged', async () => {
    const folder = await copiedSample();
    await writeFile(join(folder, 'issue.json'), '{\n  "schemaVersion": 1,,\n}');
    expect(await desk.door.openIssue({ folder })).toMatchObject({
      ok: false,
      failure: { code: 'damaged json', values: { line: 2 } },
    });
    expect(await readdir(folder)).not.toContain('lock.json');
  });

  test('is reported with what is missing in it', async () => {
    const folder = await copiedSample();
    await writeFile(join(folder, 'issue.json'), '{ "schemaVersion": 1 }');
    const answer = await desk.door.openIssue({ folder });
    expect(codeOf(answer)).toBe('malformed');
    expect(JSON.stringify(answer)).toContain('pages invalid_type array');
  });

  test('opens all the same when only a template of it is unknown, which is said', async () => {
    const folder = await copiedSample();
    const path = join(folder, 'issue.json');
    const json = await readFile(path, 'utf8');
    await writeFile(path, json.replaceAll('park-broadsheet', 'park-unknown'));
    const { findings } = given(await desk.door.openIssue({ folder }));
    expect(findings).toMatchObject([
      { code: 'missing template', values: { template: 'park-unknown' } },
    ]);
  });

  test('leaves the issue before it on the desk', async () => {
    const folder = await copiedSample();
    const { session } = given(await desk.door.openIssue({ folder }));
    const nowhere = join(data, 'nowhere.issue');
    expect(codeOf(await desk.door.openIssue({ folder: nowhere }))).toBe('missing folder');
    await cp(folder, join(data, 'plain'), { recursive: true });
    await rm(join(data, 'plain', 'issue.json'));
    await rm(join(data, 'plain', 'issue.log'));
    const plain = await desk.door.openIssue({ folder: join(data, 'plain') });
    expect(codeOf(plain)).toBe('no issue in folder');
    expect(given(await desk.door.issueDocument({ session })).length).toBeGreaterThan(1000);
  });
});
