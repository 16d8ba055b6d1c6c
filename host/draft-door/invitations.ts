import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { freshCode, readCode } from '#host/inbox/fresh-code.ts';
import { errorCode } from '#host/issue-folder/folder-failure.ts';
import { replaceFile } from '#host/issue-folder/replace-file.ts';

/** A unit that may send drafts over the network, and the code by which it is known. */
export interface Invitation {
  readonly code: string;
  readonly unit: string;
  /** ISO date and time. */
  readonly since: string;
}

const FILE_NAME = 'invitations.json';

const FILE = z.object({
  version: z.literal(1),
  invitations: z.array(z.object({ code: z.string(), unit: z.string(), since: z.string() })),
});

/** The invitations in force. Errors of the file system are thrown; a damaged file is one. */
export async function readInvitations(recordsFolder: string): Promise<readonly Invitation[]> {
  try {
    const text = await readFile(join(recordsFolder, FILE_NAME), 'utf8');
    return FILE.parse(JSON.parse(text)).invitations;
  } catch (trouble) {
    if (errorCode(trouble) === 'ENOENT') return [];
    throw trouble;
  }
}

/** Makes out an invitation to a unit; a unit that has one gets a second, such as for a new clerk. */
export async function invite(
  recordsFolder: string,
  { unit, since }: Pick<Invitation, 'unit' | 'since'>,
): Promise<Invitation> {
  const before = await readInvitations(recordsFolder);
  const code = freshCode((taken) => before.some((one) => one.code === taken));
  const invitation = { code, unit, since };
  await writeInvitations(recordsFolder, [...before, invitation]);
  return invitation;
}

/** Takes an invitation back; false when there is none of that code. */
export async function withdrawInvitation(recordsFolder: string, typed: string): Promise<boolean> {
  const before = await readInvitations(recordsFolder);
  const code = readCode(typed);
  const left = before.filter((one) => one.code !== code);
  if (left.length === before.length) return false;
  await writeInvitations(recordsFolder, left);
  return true;
}

async function writeInvitations(
  recordsFolder: string,
  invitations: readonly Invitation[],
): Promise<void> {
  await mkdir(recordsFolder, { recursive: true });
  const text = JSON.stringify({ version: 1, invitations }, undefined, 2);
  await replaceFile(join(recordsFolder, FILE_NAME), `${text}\n`);
}
