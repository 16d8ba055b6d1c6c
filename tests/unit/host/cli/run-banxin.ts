import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The entry file of the command line. */
export const ENTRY = fileURLToPath(new URL('../../../../host/cli/banxin.ts', import.meta.url));

/** The sample issue as it is delivered. */
export const SAMPLE_ISSUE = fileURLToPath(
  new URL('../../../../templates/samples/park-supplement-2021-06-18.issue', import.meta.url),
);

/** What a run of the command line left behind. */
export interface BanxinRun {
  readonly exit: number | undefined;
  readonly out: string;
  readonly complaint: string;
}

/** Language settings of the machine the tests run on must not show. */
export function cleanEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { PATH } = process.env;
  return { PATH, ...environment };
}

/** Starts the real command line. */
export function startBanxin(words: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  return spawn(process.execPath, [ENTRY, ...words], { env: cleanEnvironment(environment) });
}

/** Runs the real command line to its end, with an input if it reads one. */
export function runBanxin(
  words: readonly string[],
  input = '',
  environment: NodeJS.ProcessEnv = {},
): Promise<BanxinRun> {
  const child = startBanxin(words, environment);
  const out: Buffer[] = [];
  const complaint: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit) => {
      const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString('utf8');
      resolve({ exit: exit ?? undefined, out: text(out), complaint: text(complaint) });
    });
  });
}
