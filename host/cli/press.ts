import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import type { PressRequest, ProofRequest } from './press-sheets.ts';
import type { ReadOptions, RefusedOptions } from './read-options.ts';
import { readOptions } from './read-options.ts';
import type { Terminal } from './terminal.ts';

const FORMS = {
  out: 'value',
  page: 'value',
  profile: 'value',
  'press-profile': 'value',
  template: 'value',
  png: 'value',
  ppi: 'value',
  newsprint: 'switch',
  time: 'value',
  anyway: 'switch',
  'read-back': 'switch',
  report: 'switch',
} as const;

/** `banxin press`: composes an issue and writes one PDF for each page. */
export async function runPress(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(words, FORMS);
  const request = options.ok ? readRequest(options, process.env) : options;
  if (!request.ok) {
    terminal.complain(request.code, request.values);
    return EXIT.usage;
  }
  // Loaded late: a slip on the command line needs neither fonts nor ink tables.
  const { pressPages } = await import('./press-pages.ts');
  return pressPages(request.request, terminal);
}

/** The profile of the paper's own press. */
export const DEFAULT_PROFILE = fileURLToPath(
  new URL('../../templates/press-profiles/newsprint-390x540.json', import.meta.url),
);
const USUAL_PPI = 150;
const MOST_PPI = 1200;
/** A time of day with its offset, as PDF and XMP both take it. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;

type ReadRequest = { readonly ok: true; readonly request: PressRequest } | RefusedOptions;
type Environment = Readonly<Record<string, string | undefined>>;

function readRequest(options: ReadOptions, environment: Environment): ReadRequest {
  const { values, positionals, switches } = options;
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) return refuse('one-issue', { command: 'press' });
  if (values.out === undefined) return refuse('out-missing', {});
  const standard = values.profile;
  if (standard !== undefined && standard !== 'x4' && standard !== 'x1a') {
    return refuse('profile-unknown', { profile: standard });
  }
  const ppi = Number(values.ppi ?? USUAL_PPI);
  if (!(ppi >= 10 && ppi <= MOST_PPI)) return refuse('ppi-wrong', { most: MOST_PPI });
  const paper: ProofRequest['paper'] = switches.has('newsprint') ? 'newsprint' : 'white';
  const time = values.time ?? epochTime(environment.SOURCE_DATE_EPOCH);
  if (time !== undefined && !isTime(time)) return refuse('time-wrong', { time });
  const named = values['press-profile'];
  const request = {
    issue: { folder, page: values.page, template: values.template },
    out: values.out,
    standard,
    profilePath: named === undefined ? DEFAULT_PROFILE : fullPath(named),
    isOwnProfile: named !== undefined,
    png: values.png === undefined ? undefined : { path: values.png, ppi, paper },
    time,
    anyway: switches.has('anyway'),
    readsBack: switches.has('read-back') || switches.has('report'),
    hasReport: switches.has('report'),
  } as const;
  return { ok: true, request };
}

function fullPath(path: string): string {
  return isAbsolute(path) ? path : join(process.cwd(), path);
}

/** Builds that must give the same bytes twice state their time in this variable. */
function epochTime(seconds: string | undefined): string | undefined {
  if (seconds === undefined || !/^\d{1,11}$/.test(seconds)) return undefined;
  return new Date(Number(seconds) * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}

function isTime(time: string): boolean {
  return TIME.test(time) && !Number.isNaN(Date.parse(time));
}

function refuse(code: string, values: RefusedOptions['values']): RefusedOptions {
  return { ok: false, code, values };
}
