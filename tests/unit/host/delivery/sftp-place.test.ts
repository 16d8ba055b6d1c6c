import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { cutAfter } from '#build/bench/press/cut-after.ts';
import { partName, sendFile } from '#host/delivery/send-file.ts';
import { openSftpPlace, type SftpAddress } from '#host/delivery/sftp-place.ts';
import { fileOf } from './places.ts';
import { type SshServer, startSshServer } from './ssh-server.ts';

const PAGE = fileOf('XTRB_20210618_A06_v1.pdf', 900_000);
let server: SshServer;

beforeAll(async () => {
  server = await startSshServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  for (const name of readdirSync(server.folder)) {
    rmSync(join(server.folder, name), { recursive: true });
  }
});

async function trouble(address: Partial<SftpAddress>): Promise<unknown> {
  return openSftpPlace({ ...server.address, ...address }, undefined).then(
    (place) => place.close(),
    (reason: unknown) => reason,
  );
}

it('brings a page to a print shop with an OpenSSH server', async () => {
  const place = await openSftpPlace(server.address, undefined);
  await sendFile(place, PAGE);
  await place.close();
  expect(readdirSync(server.folder)).toEqual([PAGE.name]);
  expect(Buffer.compare(readFileSync(join(server.folder, PAGE.name)), PAGE.bytes)).toBe(0);
});

it('goes on over a new line where the old one was cut', async () => {
  const place = await openSftpPlace(server.address, undefined);
  await expect(sendFile(cutAfter(place, 400_001), PAGE)).rejects.toMatchObject({ isPassing: true });
  await place.close();
  expect(readdirSync(server.folder)).toEqual([partName(PAGE)]);
  const again = await openSftpPlace(server.address, undefined);
  await sendFile(again, PAGE);
  await again.close();
  expect(Buffer.compare(readFileSync(join(server.folder, PAGE.name)), PAGE.bytes)).toBe(0);
});

it('replaces an earlier file of that name in one moment', async () => {
  writeFileSync(join(server.folder, PAGE.name), 'the page of yesterday');
  const place = await openSftpPlace(server.address, undefined);
  await sendFile(place, PAGE);
  await place.close();
  expect(Buffer.compare(readFileSync(join(server.folder, PAGE.name)), PAGE.bytes)).toBe(0);
});

it('asks before it trusts a server that it has not met', async () => {
  const { hostKey, host } = server.address;
  expect(await trouble({ hostKey: undefined })).toMatchObject({
    code: 'delivery-host-unknown',
    values: { host, key: hostKey },
    isPassing: false,
  });
});

it('sends nothing to a server whose key has changed', async () => {
  const other = 'SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU';
  expect(await trouble({ hostKey: other })).toMatchObject({ code: 'delivery-host-changed' });
});

it.each([
  ['a key that is not let in', () => ({ keyFile: server.strangeKey }), 'delivery-not-let-in'],
  ['a key file that is gone', () => ({ keyFile: '/no/key' }), 'delivery-no-key'],
  ['a key file that is none', () => ({ keyFile: import.meta.filename }), 'delivery-not-let-in'],
  ['a folder that is not there', () => ({ folder: '/no/folder' }), 'delivery-no-folder'],
  ['a folder that is a file', () => ({ folder: '/etc/passwd' }), 'delivery-no-folder'],
  ['a port where nobody listens', () => ({ port: 1 }), 'delivery-no-line'],
])('says plainly what is wrong: %s', async (_, address, code) => {
  expect(await trouble(address())).toMatchObject({ code });
});

it('says that a server which goes away in the middle may come back', async () => {
  const own = await startSshServer();
  const place = await openSftpPlace(own.address, undefined);
  await own.stop();
  // Stopping the listener leaves the line; the folder is gone with the server.
  await expect(sendFile(place, PAGE)).rejects.toMatchObject({ code: 'delivery-no-folder' });
  await place.close();
});
