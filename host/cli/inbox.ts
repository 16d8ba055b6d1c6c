import { once } from 'node:events';
import { join } from 'node:path';
import { localTime } from '#host/desk/press-calls.ts';
import { addInvitation, listInvitations, withdrawInvitation } from '#host/door/invitations.ts';
import {
  doorLinks,
  OWN_MACHINE,
  openCheckedDoor,
  USUAL_PORT,
} from '#host/door/open-checked-door.ts';
import { recordsFolder } from '#host/user-folders.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import { type ReadOptions, readOptions } from './read-options.ts';
import type { SentenceValues } from './sentences.ts';
import type { Terminal } from './terminal.ts';

const FORMS = { port: 'value', 'open-to': 'value', inbox: 'value' } as const;

/** `banxin inbox`: the correspondents' door without a desk, and invitations to it. */
export async function runInbox(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(words, FORMS);
  if (!options.ok) return complain(terminal, options.code, options.values);
  const [verb, ...rest] = options.positionals;
  if (verb === 'serve' && rest.length === 0) return serve(options, terminal);
  if (verb === 'invite') return invite(rest, folderOf(options), terminal);
  return complain(terminal, 'inbox-usage', {});
}

function complain(terminal: Terminal, code: string, values: SentenceValues): ExitCode {
  terminal.complain(code, values);
  return EXIT.usage;
}

function folderOf({ values }: ReadOptions): string {
  return values.inbox ?? join(recordsFolder(), 'inbox');
}

const now = () => localTime(new Date());

/** Serves the door until the program is told to end. */
async function serve(options: ReadOptions, terminal: Terminal): Promise<ExitCode> {
  const { port: typed = String(USUAL_PORT), 'open-to': address = OWN_MACHINE } = options.values;
  const port = /^\d{1,5}$/u.test(typed) ? Number(typed) : Number.NaN;
  if (!(port <= 65_535)) return complain(terminal, 'port-wrong', { port: typed });
  const door = await openCheckedDoor({ inboxFolder: folderOf(options), address, port, now });
  if (!door.ok) {
    terminal.complain(door.failure.code, door.failure.values);
    return EXIT.output;
  }
  for (const link of doorLinks(door.value)) await terminal.print(`${link}\n`);
  terminal.say('door-open', {});
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await door.value.close();
  return EXIT.done;
}

async function invite(
  [verb, word, ...others]: readonly string[],
  folder: string,
  terminal: Terminal,
): Promise<ExitCode> {
  if (others.length > 0) return complain(terminal, 'inbox-usage', {});
  if (verb === 'add' && word !== undefined && word.trim() !== '') {
    const { invitation, code } = await addInvitation(folder, word.trim(), now());
    await terminal.print(`${code}\n`);
    terminal.say('invitation-made', { unit: invitation.unit, id: invitation.id });
    return EXIT.done;
  }
  if (verb === 'list' && word === undefined) {
    for (const { id, unit, madeAt, withdrawnAt } of await listInvitations(folder)) {
      const ended = withdrawnAt === undefined ? '' : `\t× ${withdrawnAt}`;
      await terminal.print(`${id}\t${unit}\t${madeAt}${ended}\n`);
    }
    return EXIT.done;
  }
  if (verb !== 'withdraw' || word === undefined) return complain(terminal, 'inbox-usage', {});
  const ended = await withdrawInvitation(folder, word, now());
  if (ended === undefined) return complain(terminal, 'no-such-invitation', { id: word });
  terminal.say('invitation-ended', { unit: ended.unit });
  return EXIT.done;
}
