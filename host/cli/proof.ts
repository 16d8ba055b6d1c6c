import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import type { ProofPagesRequest } from './proof-pages.ts';
import type { ReadOptions, RefusedOptions } from './read-options.ts';
import { readOptions } from './read-options.ts';
import type { Terminal } from './terminal.ts';

const FORMS = {
  out: 'value',
  page: 'value',
  paper: 'value',
  against: 'value',
  'no-line-numbers': 'switch',
} as const;

/** `banxin proof`: page proofs for the office printer, alone or against an earlier state. */
export async function runProof(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(words, FORMS);
  const request = options.ok ? readRequest(options) : options;
  if (!request.ok) {
    terminal.complain(request.code, request.values);
    return EXIT.usage;
  }
  const { proofPages } = await import('./proof-pages.ts');
  return proofPages(request.request, terminal);
}

type ReadRequest = { readonly ok: true; readonly request: ProofPagesRequest } | RefusedOptions;

function readRequest({ values, positionals, switches }: ReadOptions): ReadRequest {
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) return refuse('one-issue', { command: 'proof' });
  if (values.out === undefined) return refuse('out-missing', {});
  const paper = values.paper ?? 'a3';
  if (paper !== 'a3' && paper !== 'a4') return refuse('paper-unknown', { paper });
  const request = {
    issue: { folder, page: values.page, template: undefined },
    out: values.out,
    paper,
    against: values.against,
    hasLineNumbers: !switches.has('no-line-numbers'),
  } as const;
  return { ok: true, request };
}

function refuse(code: string, values: RefusedOptions['values']): RefusedOptions {
  return { ok: false, code, values };
}
