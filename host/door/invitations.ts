import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { replaceFile } from '#host/issue-folder/replace-file.ts';
import { invitationsFolder } from './door-folder.ts';

const INVITATION = z.object({
  version: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{8}$/u),
  unit: z.string(),
  salt: z.string(),
  digest: z.string(),
  madeAt: z.string(),
  withdrawnAt: z.string().optional(),
});

/** An invitation as the newsroom sees it; the code itself is kept nowhere. */
export interface Invitation {
  readonly id: string;
  readonly unit: string;
  /** ISO date and time. */
  readonly madeAt: string;
  readonly withdrawnAt: string | undefined;
}

type KeptInvitation = z.infer<typeof INVITATION>;

/** Without letters and figures that are taken for one another on the telephone. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Makes an invitation for a unit; its code is told this once. */
export async function addInvitation(
  inboxFolder: string,
  unit: string,
  now: string,
): Promise<{ readonly invitation: Invitation; readonly code: string }> {
  const code = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const salt = randomBytes(16).toString('hex');
  const kept: KeptInvitation = {
    version: 1,
    id: randomBytes(4).toString('hex'),
    unit,
    salt,
    digest: (await digestOf(code, salt)).toString('hex'),
    madeAt: now,
  };
  await keep(inboxFolder, kept);
  return { invitation: shown(kept), code: `${code.slice(0, 4)}-${code.slice(4)}` };
}

/** All invitations, the oldest first. */
export async function listInvitations(inboxFolder: string): Promise<readonly Invitation[]> {
  return (await readAll(inboxFolder)).map(shown);
}

/** Ends an invitation; undefined when there is no such one. */
export async function withdrawInvitation(
  inboxFolder: string,
  id: string,
  now: string,
): Promise<Invitation | undefined> {
  const kept = (await readAll(inboxFolder)).find((one) => one.id === id);
  if (kept === undefined) return undefined;
  const ended = { ...kept, withdrawnAt: kept.withdrawnAt ?? now };
  await keep(inboxFolder, ended);
  return shown(ended);
}

/** The invitation of a code; blanks, hyphens and small letters do not matter. */
export async function invitationOf(
  inboxFolder: string,
  code: string,
): Promise<Invitation | undefined> {
  const letters = code
    .normalize('NFKC')
    .replaceAll(/[\s\-—]/gu, '')
    .toUpperCase();
  if (!/^[0-9A-Z]{8}$/u.test(letters)) return undefined;
  for (const kept of await readAll(inboxFolder)) {
    if (kept.withdrawnAt !== undefined) continue;
    const wanted = Buffer.from(kept.digest, 'hex');
    const given = await digestOf(letters, kept.salt);
    if (given.length === wanted.length && timingSafeEqual(given, wanted)) return shown(kept);
  }
  return undefined;
}

const scrypted = promisify(scrypt) as (
  code: string,
  salt: string,
  length: number,
  options: { readonly N: number },
) => Promise<Buffer>;

/** Two milliseconds for one code; guessing all of them from the file takes fifty years. */
function digestOf(code: string, salt: string): Promise<Buffer> {
  return scrypted(code, salt, 32, { N: 1024 });
}

/** A file for each: two programs that add one at the same time do not lose either. */
async function keep(inboxFolder: string, kept: KeptInvitation): Promise<void> {
  await mkdir(invitationsFolder(inboxFolder), { recursive: true });
  const path = join(invitationsFolder(inboxFolder), `${kept.id}.json`);
  await replaceFile(path, `${JSON.stringify(kept)}\n`);
}

async function readAll(inboxFolder: string): Promise<readonly KeptInvitation[]> {
  const folder = invitationsFolder(inboxFolder);
  const names = await readdir(folder).catch(() => []);
  const all: KeptInvitation[] = [];
  for (const name of names.filter((one) => /^[0-9a-f]{8}[.]json$/u.test(one))) {
    try {
      all.push(INVITATION.parse(JSON.parse(await readFile(join(folder, name), 'utf8'))));
    } catch {
      // One that cannot be read invites nobody.
    }
  }
  return all.toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
}

function shown({ id, unit, madeAt, withdrawnAt }: KeptInvitation): Invitation {
  return { id, unit, madeAt, withdrawnAt };
}
