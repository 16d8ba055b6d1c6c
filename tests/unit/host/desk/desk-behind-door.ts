import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { Answer, Host } from '#host/contract.ts';
import type { DeskHostOptions, RunningHost } from '#host/desk/open-desk-host.ts';
import { openDeskHost } from '#host/desk/open-desk-host.ts';
import { serveDesk } from '#host/loopback/serve-desk.ts';
import { loopbackDoor } from '#renderer/door/loopback-door.ts';

/** A desk as the screen has it: the real host behind the real loopback door. */
export interface DeskBehindDoor {
  readonly door: Host;
  readonly host: RunningHost;
}

/** A folder that goes away with the test. */
export async function passingFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-desk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A place of its own for recent issues and for the issues folder. */
export async function ownDataFolder(): Promise<string> {
  const folder = await passingFolder();
  vi.stubEnv('BANXIN_DATA_FOLDER', folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  return folder;
}

/** Opens a desk and its door; `ownDataFolder` comes first. */
export async function deskBehindDoor(options: DeskHostOptions = {}): Promise<DeskBehindDoor> {
  const host = openDeskHost(options);
  const desk = await serveDesk({ host, screenFolder: 'nowhere' });
  const { origin, hash } = new URL(desk.address);
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetch(new URL(path, origin), init));
  onTestFinished(async () => {
    vi.stubGlobal('fetch', fetch);
    await host.shut();
    await desk.close();
  });
  return { door: loopbackDoor(hash.slice(1)), host };
}

/** The value of an answer; a failure fails the test. */
export function given<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value;
}

/** The code of a failure; `none` for an answer that went well. */
export function codeOf(answer: Answer<unknown>): string {
  return answer.ok ? 'none' : answer.failure.code;
}
