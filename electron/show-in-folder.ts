import { stat } from 'node:fs/promises';
import { shell } from 'electron';
import type { Answer, NoAnswer } from '#host/contract.ts';
import { badRequest, REQUESTS } from '#host/desk/requests.ts';

/** Shows a file or folder that is there in the file manager. */
export async function showInFolder(request: unknown): Promise<Answer<NoAnswer>> {
  const asked = REQUESTS.showInFolder.safeParse(request);
  if (!asked.success) return { ok: false, failure: badRequest('showInFolder') };
  const { path } = asked.data;
  const state = await stat(path).catch(() => undefined);
  if (state === undefined)
    return { ok: false, failure: { code: 'missing folder', values: { path } } };
  shell.showItemInFolder(path);
  return { ok: true, value: {} };
}
