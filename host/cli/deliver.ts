import { userInfo } from 'node:os';
import { readTarget } from '#host/delivery/delivery-target.ts';
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
} as const;

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
  const request = {
    issue: { folder, page: values.page, template: undefined },
    target: readTarget(values.to, { keyFile: values.key, hostKey: values['host-key'] }),
    profilePath: values['press-profile'] ?? DEFAULT_PROFILE,
    by: values.by ?? userInfo().username,
    anyway: switches.has('anyway'),
    again: switches.has('again'),
    unsigned: values.unsigned,
    receipt: values.receipt,
  };
  return { ok: true, request };
}

function refuse(code: string, values: RefusedOptions['values']): RefusedOptions {
  return { ok: false, code, values };
}
