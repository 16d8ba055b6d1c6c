import { userInfo } from 'node:os';
import { isReadyName, USUALLY_ALONG } from '#host/delivery/delivery-package.ts';
import { readTarget } from '#host/delivery/delivery-target.ts';
import type { AlongWithPages } from '#host/delivery-contract.ts';
import type { DeliverRequest } from './deliver-pages.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import { DEFAULT_PROFILE } from './press.ts';
import type { ReadOptions, RefusedOptions } from './read-options.ts';
import { readOptions } from './read-options.ts';
import type { Terminal } from './terminal.ts';

const FORMS = {
  to: 'value',
  key: 'value',
  'host-key': 'value',
  page: 'value',
  'press-profile': 'value',
  anyway: 'switch',
  again: 'switch',
  unsigned: 'value',
  by: 'value',
  receipt: 'value',
  sheet: 'value',
  ready: 'value',
  'ready-name': 'value',
  'ready-empty': 'switch',
} as const;

const READY = { page: 'each page', issue: 'all pages' } as const;
/** The usual name of a ready-file: `A06.pdf` has `A06.ready`; of all pages it names the date. */
const READY_NAMES = { page: '{file}.ready', issue: '{yyyymmdd}_{page}_v{version}.ready' } as const;

/** `banxin deliver`: presses what has changed and brings it to the print shop. */
export async function runDeliver(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(words, FORMS);
  const request = options.ok ? readRequest(options) : options;
  if (!request.ok) {
    terminal.complain(request.code, request.values);
    return EXIT.usage;
  }
  const { deliverIssue } = await import('./deliver-pages.ts');
  return deliverIssue(request.request, terminal);
}

type ReadRequest = { readonly ok: true; readonly request: DeliverRequest } | RefusedOptions;

function readRequest({ values, positionals, switches }: ReadOptions): ReadRequest {
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) return refuse('one-issue', { command: 'deliver' });
  if (values.to === undefined) return refuse('to-missing', {});
  if (values.unsigned?.trim() === '') return refuse('reason-missing', {});
  const along = readAlong(values, switches);
  if (!along.ok) return along;
  const request = {
    issue: { folder, page: values.page, template: undefined },
    target: readTarget(values.to, { keyFile: values.key, hostKey: values['host-key'] }),
    profilePath: values['press-profile'] ?? DEFAULT_PROFILE,
    by: values.by ?? userInfo().username,
    anyway: switches.has('anyway'),
    again: switches.has('again'),
    unsigned: values.unsigned,
    along: along.along,
    receipt: values.receipt,
  };
  return { ok: true, request };
}

type Along = { readonly ok: true; readonly along: AlongWithPages } | RefusedOptions;

function readAlong(values: ReadOptions['values'], switches: ReadOptions['switches']): Along {
  const { ready, sheet = USUALLY_ALONG.signOffSheet } = values;
  if (sheet !== 'none' && sheet !== 'text' && sheet !== 'pdf') return refuse('sheet-unknown', {});
  if (ready === undefined) return { ok: true, along: { ...USUALLY_ALONG, signOffSheet: sheet } };
  if (ready !== 'page' && ready !== 'issue') return refuse('ready-unknown', {});
  const name = values['ready-name'] ?? READY_NAMES[ready];
  if (!isReadyName(name)) return refuse('ready-name-unfit', { name });
  const content = switches.has('ready-empty') ? 'empty' : 'manifest';
  const files = { kind: READY[ready], name, content } as const;
  return { ok: true, along: { signOffSheet: sheet, ready: files } };
}

function refuse(code: string, values: RefusedOptions['values']): RefusedOptions {
  return { ok: false, code, values };
}
