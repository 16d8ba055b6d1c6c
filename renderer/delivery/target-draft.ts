import type { Host } from '#host/contract.ts';
import type { KeptTarget } from './use-deliveries.ts';

/** A target as it is being filled in. */
export interface TargetDraft {
  readonly id: string;
  readonly name: string;
  readonly kind: 'hot folder' | 'sftp';
  readonly hotFolder: string;
  readonly host: string;
  readonly port: string;
  readonly user: string;
  readonly serverFolder: string;
  readonly keyFile: string;
  /** The key of the server as it was confirmed; empty until then. */
  readonly hostKey: string;
  readonly password: string;
  readonly along: AlongWithPages;
}

/** What goes along with pages. */
export type AlongWithPages = KeptTarget['along'];

/** The usual name of a ready-file: one of a page is called after it. */
export const READY_NAMES: Readonly<Record<AlongWithPages['ready']['kind'], string>> = {
  none: '{file}.ready',
  'each page': '{file}.ready',
  'all pages': '{yyyymmdd}_{page}_v{version}.ready',
};

/** What a new target gets: plain text is what no hot folder makes a plate of. */
const USUALLY_ALONG: AlongWithPages = {
  signOffSheet: 'text',
  ready: { kind: 'none', name: READY_NAMES.none, content: 'manifest' },
};

const SSH_PORT = 22;
const HIGHEST_PORT = 65_535;

/** The fields of a kept target, or of a new one. */
export function targetDraft(target: KeptTarget | undefined): TargetDraft {
  const way = target?.way;
  const server = way?.kind === 'sftp' ? way : undefined;
  return {
    id: target?.id ?? crypto.randomUUID(),
    name: target?.name ?? '',
    kind: way?.kind ?? 'hot folder',
    hotFolder: way?.kind === 'hot folder' ? way.folder : '',
    host: server?.host ?? '',
    port: String(server?.port ?? SSH_PORT),
    user: server?.user ?? '',
    serverFolder: server?.folder ?? '/',
    keyFile: server?.keyFile ?? '',
    hostKey: server?.hostKey ?? '',
    password: '',
    along: target?.along ?? USUALLY_ALONG,
  };
}

/** What the host is asked; undefined while something is missing. */
export function targetRequest(draft: TargetDraft): Parameters<Host['keepTarget']>[0] | undefined {
  const { id, kind, along } = draft;
  const port = Number(draft.port);
  const [name, hotFolder, host, user, folder, keyFile] = [
    draft.name,
    draft.hotFolder,
    draft.host,
    draft.user,
    draft.serverFolder,
    draft.keyFile,
  ].map((text) => text.trim());
  if (!name) return undefined;
  if (kind === 'hot folder') {
    return hotFolder ? { id, name, along, way: { kind, folder: hotFolder } } : undefined;
  }
  if (!host || !user || !folder?.startsWith('/')) return undefined;
  if (!Number.isInteger(port) || port < 1 || port > HIGHEST_PORT) return undefined;
  return {
    id,
    name,
    along,
    way: {
      kind,
      host,
      port,
      user,
      folder,
      hostKey: draft.hostKey || undefined,
      keyFile: keyFile || undefined,
    },
    password: draft.password || undefined,
  };
}
