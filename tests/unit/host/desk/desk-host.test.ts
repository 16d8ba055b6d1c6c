import { expect, test } from 'vitest';
import type { Issue } from '#engine/model/issue.ts';
import { failed, succeeded } from '#host/desk/answers.ts';
import type { DeskIssue, OpenDeskIssue } from '#host/desk/desk-host.ts';
import { createDeskHost } from '#host/desk/desk-host.ts';

const ASSET = `${'0a'.repeat(32)}.jpg`;

const issue: Issue = {
  schemaVersion: 1,
  id: 'planted',
  paper: '湘潭日报',
  supplement: '园区周刊',
  date: '2021-06-18',
  pages: [{ id: 'p', number: 'A06', name: '园区', template: 't', blocks: [] }],
  articles: {},
  pictures: {},
  adGrids: {},
};

function planted(): { open: OpenDeskIssue; asked: unknown[] } {
  const asked: unknown[] = [];
  const desk: DeskIssue = {
    issue,
    composePage: (page) => {
      asked.push(page);
      const list = { widthPt: 1, heightPt: 2, items: [] };
      return succeeded({ list, findings: [], fits: {} });
    },
    paintFont: (face) => failed({ code: 'no-such-face', values: { face } }),
    readAsset: async (asset) => {
      asked.push(asset);
      return succeeded(Uint8Array.of(7));
    },
  };
  const open: OpenDeskIssue = async (folder) => {
    asked.push(folder);
    if (folder === 'nowhere') return failed({ code: 'issue-unreadable', values: { folder } });
    return succeeded(desk);
  };
  return { open, asked };
}

test('the screen learns the names of the issue and its pages', async () => {
  const answer = await createDeskHost(planted().open).openIssue({});
  expect(answer).toEqual(
    succeeded({
      paper: '湘潭日报',
      supplement: '园区周刊',
      date: '2021-06-18',
      pages: [{ number: 'A06', name: '园区' }],
    }),
  );
});

test('a page is composed and handed over without what the screen has no use for', async () => {
  const answer = await createDeskHost(planted().open).composePage({ page: 0 });
  expect(answer).toEqual(succeeded({ list: { widthPt: 1, heightPt: 2, items: [] }, findings: [] }));
});

test('the issue is opened once for all calls, and again when the screen asks', async () => {
  const { open, asked } = planted();
  const host = createDeskHost(open);
  await Promise.all([host.composePage({ page: 0 }), host.pictureFile({ asset: ASSET })]);
  await host.openIssue({ folder: 'other' });
  await host.composePage({ page: 1 });
  expect(asked).toEqual([undefined, 0, ASSET, 'other', 1]);
});

test('an issue that cannot be opened fails every call in the same words', async () => {
  const host = createDeskHost(planted().open);
  const failure = failed({ code: 'issue-unreadable', values: { folder: 'nowhere' } });
  expect(await host.openIssue({ folder: 'nowhere' })).toEqual(failure);
  expect(await host.composePage({ page: 0 })).toEqual(failure);
  expect(await host.pictureFile({ asset: ASSET })).toEqual(failure);
});

test('the screen cannot ask for a path, a broken page number or a number for a name', async () => {
  const { open, asked } = planted();
  const host = createDeskHost(open);
  const refused = async (answer: Promise<unknown>) => {
    expect(await answer).toMatchObject({ ok: false, failure: { code: 'bad-request' } });
  };
  await refused(host.pictureFile({ asset: '../../etc/passwd' }));
  await refused(host.pictureFile({ asset: `${ASSET}/..` }));
  await refused(host.composePage({ page: -1 }));
  await refused(host.composePage({ page: 0.5 }));
  await refused(host.paintFont({ face: 7 as unknown as string }));
  await refused(host.openIssue({ folder: 7 as unknown as string }));
  expect(asked).toEqual([]);
});
