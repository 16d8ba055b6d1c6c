import { localTime } from '#host/desk/press-calls.ts';
import { screenFailure } from '#host/desk/screen-failure.ts';
import { invite, readInvitations, withdrawInvitation } from '#host/draft-door/invitations.ts';
import { systemFailure } from '#host/issue-folder/folder-failure.ts';
import { recordsFolder } from '#host/user-folders.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** What is to be done about invitations. */
export type InvitationsRequest =
  | { readonly kind: 'invite'; readonly unit: string }
  | { readonly kind: 'invitations' }
  | { readonly kind: 'withdraw'; readonly code: string };

/** Makes out, lists or takes back invitations to the correspondents' door. */
export async function runInvitations(
  asked: InvitationsRequest,
  terminal: Terminal,
): Promise<ExitCode> {
  const folder = recordsFolder();
  try {
    switch (asked.kind) {
      case 'invite': {
        const since = localTime(new Date());
        const { code } = await invite(folder, { unit: asked.unit, since });
        terminal.say('invited', { unit: asked.unit });
        await terminal.print(`${code}\n`);
        return EXIT.done;
      }
      case 'invitations': {
        for (const { code, unit, since } of await readInvitations(folder)) {
          await terminal.print(`${code}\t${unit}\t${since}\n`);
        }
        return EXIT.done;
      }
      case 'withdraw': {
        if (await withdrawInvitation(folder, asked.code)) return EXIT.done;
        terminal.complain('no-such-invitation', { code: asked.code });
        return EXIT.usage;
      }
    }
  } catch (trouble) {
    const { code, values } = screenFailure(systemFailure(folder, trouble));
    terminal.complain(code, values);
    return EXIT.output;
  }
}
