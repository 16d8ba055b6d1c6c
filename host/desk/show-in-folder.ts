import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Answer, NoAnswer } from '#host/contract.ts';
import { failed, succeeded } from './answers.ts';

/** A program and what it is told; never through a shell, which would read commands in names. */
export interface ProgramCall {
  readonly program: string;
  readonly words: readonly string[];
}

/** Runs a program without waiting for its end; answers whether it could be started. */
export type RunProgram = (call: ProgramCall) => Promise<boolean>;

/** Shows a file in the system's file manager, or opens a folder in it; only what is there. */
export async function showInFolder(
  path: string,
  run: RunProgram = runProgram,
): Promise<Answer<NoAnswer>> {
  const state = await stat(path).catch(() => undefined);
  if (state === undefined) return failed({ code: 'missing folder', values: { path } });
  const call = showingCall(process.platform, path, state.isDirectory());
  return (await run(call)) ? succeeded({}) : failed({ code: 'no-file-manager', values: { path } });
}

/** How the file manager of a system is called. */
export function showingCall(
  platform: NodeJS.Platform,
  path: string,
  isFolder: boolean,
): ProgramCall {
  if (platform === 'win32') {
    return { program: 'explorer.exe', words: [isFolder ? path : `/select,${path}`] };
  }
  if (platform === 'darwin') return { program: 'open', words: isFolder ? [path] : ['-R', path] };
  // There is no common way to have a file marked in its folder.
  return { program: 'xdg-open', words: [isFolder ? path : dirname(path)] };
}

const runProgram: RunProgram = ({ program, words }) => {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return Promise.resolve(false);
  }
  return new Promise((started) => {
    const running = spawn(program, [...words], { stdio: 'ignore', detached: true });
    running.once('error', () => started(false));
    running.once('spawn', () => {
      running.unref();
      started(true);
    });
  });
};
