import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Host } from '#host/contract.ts';
import type { AlongWithPages, StartDeliveryRequest, TargetWay } from '#host/delivery-contract.ts';
import { signedSample } from '#tests/unit/host/cli/signed-sample.ts';
import { startSshServer } from '#tests/unit/host/delivery/ssh-server.ts';
import { copiedSample } from '#tests/unit/host/issue-folder/sample-folder.ts';
import { codeOf, deskBehindDoor, given, ownDataFolder } from './desk-behind-door.ts';
import { openWindow } from './desk-window.ts';

let data = '';
let shop = '';

beforeEach(async () => {
  data = await ownDataFolder();
  shop = join(data, 'shop');
  mkdirSync(shop);
});

/** Pages alone. */
const along: AlongWithPages = {
  signOffSheet: 'none',
  ready: { kind: 'none', name: '', content: 'manifest' },
};

const hotFolder = (): TargetWay => ({ kind: 'hot folder', folder: shop });

async function send(door: Host, request: Pick<StartDeliveryRequest, 'session' | 'target'>) {
  const usual = { pages: [0], profile: 'newsprint-390x540', by: '王墨', again: false };
  const job = given(await door.startDelivery({ ...usual, ...request }));
  for (;;) {
    const progress = given(await door.deliveryProgress(job));
    if (progress.state !== 'running') return progress;
    await new Promise((passed) => setTimeout(passed, 20));
  }
}

async function latest(door: Host) {
  return given(await door.readDeliveries({})).deliveries[0];
}

describe('delivery from the desk', () => {
  test('sends a signed page, and an unsigned one never, whatever the window says', async () => {
    const { door } = await deskBehindDoor();
    given(await door.keepTarget({ id: 'shop', name: '印厂', way: hotFolder(), along }));
    const unsigned = await openWindow(door, { folder: await copiedSample() });
    const refused = await send(door, { session: unsigned.session, target: 'shop' });
    expect(refused).toMatchObject({ state: 'unsigned', pages: ['A06'] });
    const signed = await openWindow(door, { folder: await signedSample() });
    const ordered = await send(door, { session: signed.session, target: 'shop' });
    expect(ordered).toMatchObject({ state: 'ordered', pages: ['A06'] });
    await expect.poll(async () => (await latest(door))?.state).toBe('done');
    expect(readdirSync(shop)).toEqual(['XTRB_20210618_A06_v1.pdf']);
    expect(await send(door, { session: signed.session, target: 'shop' })).toMatchObject({
      state: 'unchanged',
    });
  }, 60_000);

  test('goes on at the next start with what was in line, and says what is in the way', async () => {
    const first = await deskBehindDoor();
    given(await first.door.keepTarget({ id: 'shop', name: '印厂', way: hotFolder(), along }));
    const { session } = await openWindow(first.door, { folder: await signedSample() });
    await rm(shop, { recursive: true });
    await send(first.door, { session, target: 'shop' });
    await expect
      .poll(async () => (await latest(first.door))?.trouble?.code)
      .toBe('delivery-no-folder');
    await first.host.shut();
    mkdirSync(shop);
    const second = await deskBehindDoor();
    given(await second.door.readDesk({}));
    await expect.poll(() => readdirSync(shop)).toEqual(['XTRB_20210618_A06_v1.pdf']);
  }, 60_000);

  test('tries at once when asked to, and gives up what is withdrawn', async () => {
    const { door } = await deskBehindDoor();
    given(await door.keepTarget({ id: 'shop', name: '印厂', way: hotFolder(), along }));
    const { session } = await openWindow(door, { folder: await signedSample() });
    await rm(shop, { recursive: true });
    await send(door, { session, target: 'shop' });
    await expect.poll(async () => (await latest(door))?.trouble).toBeDefined();
    expect(codeOf(await door.removeTarget({ id: 'shop' }))).toBe('target-in-use');
    const delivery = (await latest(door))?.id ?? '';
    given(await door.withdrawDelivery({ delivery }));
    expect((await latest(door))?.state).toBe('withdrawn');
    given(await door.removeTarget({ id: 'shop' }));
    expect(given(await door.readDeliveries({})).targets).toEqual([]);
  }, 60_000);

  test('sends to a server once its key is confirmed, and writes no password down', async () => {
    const server = await startSshServer();
    const { hostKey, keyFile, host, port, user, folder } = server.address;
    const { door } = await deskBehindDoor();
    const way: TargetWay = { kind: 'sftp', host, port, user, folder, keyFile };
    const asked = { id: 'far', name: '印厂', way, along, password: '不可写下' };
    const unknown = await door.tryTarget(asked);
    expect(unknown).toMatchObject({
      ok: false,
      failure: { code: 'delivery-host-unknown', values: { key: hostKey } },
    });
    given(await door.tryTarget({ ...asked, way: { ...way, hostKey } }));
    given(await door.keepTarget({ ...asked, way: { ...way, hostKey } }));
    const { session } = await openWindow(door, { folder: await signedSample() });
    await send(door, { session, target: 'far' });
    await expect.poll(async () => (await latest(door))?.state).toBe('done');
    expect(readdirSync(server.folder)).toEqual(['XTRB_20210618_A06_v1.pdf']);
    const noted = await readFile(join(data, 'delivery-targets.json'), 'utf8');
    expect([noted.includes(String(hostKey)), noted.includes('不可写下')]).toEqual([true, false]);
    await server.stop();
  }, 60_000);

  test('asks for a password that the program no longer remembers', async () => {
    const { door } = await deskBehindDoor();
    const way: TargetWay = {
      kind: 'sftp',
      host: '127.0.0.1',
      port: 1,
      user: 'press',
      folder: '/',
      hostKey: 'SHA256:x',
    };
    const answer = await door.tryTarget({ id: 'far', name: '印厂', way, along });
    expect(codeOf(answer)).toBe('delivery-password-missing');
    const asked = { id: 'far', name: '印厂', way, along, password: 'x' };
    const withOne = await door.tryTarget(asked);
    expect(codeOf(withOne)).toBe('delivery-no-line');
  });

  test('sends the sign-off sheet and a ready-file along, as the shop wants them', async () => {
    const { door } = await deskBehindDoor();
    const ready = {
      kind: 'all pages',
      name: '{yyyymmdd}_{count}.ok',
      content: 'manifest',
    } as const;
    const wanted: AlongWithPages = { signOffSheet: 'pdf', ready };
    const asked = { id: 'shop', name: '印厂', way: hotFolder(), along: wanted };
    given(await door.keepTarget(asked));
    const { session } = await openWindow(door, { folder: await signedSample() });
    await send(door, { session, target: 'shop' });
    await expect.poll(async () => (await latest(door))?.state).toBe('done');
    expect(readdirSync(shop).sort()).toEqual([
      '20210618_1.ok',
      'XTRB_20210618_A06_v1.pdf',
      'XTRB_20210618_A06_v1.signoff.pdf',
    ]);
    const sheet = join(shop, 'XTRB_20210618_A06_v1.signoff.pdf');
    const text = execFileSync('pdftotext', ['-layout', sheet, '-']).toString();
    expect(text).toMatch(/签样单[\s\S]*A06 版[\s\S]*责编：王墨[\s\S]*值班主任：李灿晖/u);
    execFileSync('sha256sum', ['-c', '--strict', '20210618_1.ok'], { cwd: shop });
    const plated = { ...ready, name: '{file}.PDF' };
    const unfit = await door.keepTarget({ ...asked, along: { ...wanted, ready: plated } });
    expect(codeOf(unfit)).toBe('ready-name-unfit');
  }, 60_000);

  test('keeps one target for one address', async () => {
    const { door } = await deskBehindDoor();
    given(await door.keepTarget({ id: 'one', name: '印厂', way: hotFolder(), along }));
    const other = await door.keepTarget({ id: 'two', name: '另一个', way: hotFolder(), along });
    expect(codeOf(other)).toBe('target-taken');
    given(await door.keepTarget({ id: 'one', name: '印务公司', way: hotFolder(), along }));
    expect(given(await door.readDeliveries({})).targets.map(({ name }) => name)).toEqual([
      '印务公司',
    ]);
  });
});
