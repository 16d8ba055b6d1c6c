import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import type { ReadOptions, RefusedOptions } from './read-options.ts';
import { readOptions } from './read-options.ts';
import type { ServeRequest } from './serve-inbox.ts';
import type { Terminal } from './terminal.ts';

const FORMS = { port: 'value', 'open-to': 'value', title: 'value' } as const;

/** What `banxin inbox` was asked for. */
type InboxRequest =
  | { readonly kind: 'serve'; readonly request: ServeRequest }
  | { readonly kind: 'invite'; readonly unit: string }
  | { readonly kind: 'invitations' }
  | { readonly kind: 'withdraw'; readonly code: string };

/** `banxin inbox`: the correspondents' door, and the invitations to it. */
export async function runInbox(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(words, FORMS);
  const read = options.ok ? readRequest(options) : options;
  if (!read.ok) {
    terminal.complain(read.code, read.values);
    return EXIT.usage;
  }
  const { asked } = read;
  if (asked.kind === 'serve') {
    const { serveInbox } = await import('./serve-inbox.ts');
    return serveInbox(asked.request, terminal);
  }
  const { runInvitations } = await import('./invitations.ts');
  return runInvitations(asked, terminal);
}

type ReadRequest = { readonly ok: true; readonly asked: InboxRequest } | RefusedOptions;

function readRequest({ values, positionals }: ReadOptions): ReadRequest {
  const [what, word, ...others] = positionals;
  if (others.length > 0) return refuse('inbox-usage', {});
  switch (what) {
    case 'serve':
      return word === undefined ? readServe(values) : refuse('inbox-usage', {});
    case 'invite':
      return word === undefined ? refuse('inbox-usage', {}) : found({ kind: 'invite', unit: word });
    case 'invitations':
      return found({ kind: 'invitations' });
    case 'withdraw':
      return word === undefined
        ? refuse('inbox-usage', {})
        : found({ kind: 'withdraw', code: word });
    default:
      return refuse('inbox-usage', {});
  }
}

const MOST_PORT = 65_535;
/** Any that is free would be another after each start, and the address is handed out. */
const USUAL_PORT = 8721;

function readServe(values: ReadOptions['values']): ReadRequest {
  const port = Number(values.port ?? USUAL_PORT);
  if (!Number.isInteger(port) || port < 0 || port > MOST_PORT) {
    return refuse('port-wrong', { most: MOST_PORT });
  }
  const address = values['open-to'] ?? '127.0.0.1';
  return found({ kind: 'serve', request: { port, address, title: values.title ?? '园区周刊' } });
}

function found(asked: InboxRequest): ReadRequest {
  return { ok: true, asked };
}

function refuse(code: string, values: RefusedOptions['values']): RefusedOptions {
  return { ok: false, code, values };
}
