import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { USUALLY_ALONG } from '#host/delivery/delivery-package.ts';
import { type DeliveryTarget, targetName } from '#host/delivery/delivery-target.ts';
import type {
  AlongWithPages,
  KeepTargetRequest,
  KeptTarget,
  TargetWay,
} from '#host/delivery-contract.ts';
import { replaceFile } from '#host/issue-folder/replace-file.ts';

/** Targets of this machine, by id; passwords live as long as the program. */
export interface DeliveryTargets {
  all(): readonly KeptTarget[];
  /** The target whose address an order names. */
  of(address: string): KeptTarget | undefined;
  passwordOf(id: string): string | undefined;
  remember(id: string, password: string | undefined): void;
  keep(request: KeepTargetRequest): Promise<KeptTarget>;
  remove(id: string): Promise<void>;
}

const FILE_NAME = 'delivery-targets.json';

const text = z.string();
const optional = text.optional().transform((value) => value);
const WAY: z.ZodType<TargetWay> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hot folder'), folder: text }),
  z.object({
    kind: z.literal('sftp'),
    host: text,
    port: z.int(),
    user: text,
    folder: text,
    hostKey: optional,
    keyFile: optional,
  }),
]);
const ALONG: z.ZodType<AlongWithPages> = z.object({
  signOffSheet: z.enum(['none', 'text', 'pdf']),
  ready: z.object({
    kind: z.enum(['none', 'each page', 'all pages']),
    name: text,
    content: z.enum(['empty', 'manifest']),
  }),
});
const TARGET = z.object({ id: text, name: text, way: WAY, along: ALONG.default(USUALLY_ALONG) });
const FILE = z.object({ targets: z.array(TARGET) });

type Noted = z.output<typeof FILE>['targets'][number];

/** Reads the targets; a note that is damaged or not there is none. */
export async function openDeliveryTargets(recordsFolder: string): Promise<DeliveryTargets> {
  const passwords = new Map<string, string>();
  let noted = await readNoted(recordsFolder);
  async function write(next: readonly Noted[]): Promise<void> {
    await mkdir(recordsFolder, { recursive: true });
    const note = JSON.stringify({ targets: next }, undefined, 2);
    await replaceFile(join(recordsFolder, FILE_NAME), `${note}\n`);
    noted = [...next];
  }
  const shown = (one: Noted): KeptTarget => ({
    ...one,
    address: targetName(targetOf(one.way)),
    hasPassword: passwords.has(one.id),
  });
  return {
    all: () => noted.map(shown),
    of: (address) => noted.map(shown).find((one) => one.address === address),
    passwordOf: (id) => passwords.get(id),
    remember(id, password) {
      if (password !== undefined && password !== '') passwords.set(id, password);
    },
    async keep({ id, name, way, along }) {
      const own = { id, name, way, along };
      const isKnown = noted.some((one) => one.id === id);
      await write(isKnown ? noted.map((one) => (one.id === id ? own : one)) : [...noted, own]);
      return shown(own);
    },
    async remove(id) {
      await write(noted.filter((one) => one.id !== id));
      passwords.delete(id);
    },
  };
}

async function readNoted(recordsFolder: string): Promise<Noted[]> {
  try {
    const file = await readFile(join(recordsFolder, FILE_NAME), 'utf8');
    return FILE.parse(JSON.parse(file)).targets;
  } catch {
    return [];
  }
}

/** The target as the sender knows it. */
export function targetOf(way: TargetWay): DeliveryTarget {
  if (way.kind === 'hot folder') return way;
  return { ...way, hostKey: way.hostKey, keyFile: way.keyFile };
}
