import type { Page } from '#engine/model/issue.ts';
import type { SignOffRole } from '#engine/model/issue-answers.ts';
import type { Failure } from '#host/contract.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { wordsIn } from '#renderer/strings/catalogue.ts';
import { deliveryStrings } from '#renderer/strings/delivery-strings.ts';

/** Who signs which look of a page. */
export interface Signing {
  readonly page: Page;
  readonly look: string;
  readonly role: SignOffRole;
  readonly by: string;
}

/** Signs a page: its state is kept on the disk first, so that later changes can be told. */
export async function signPage(
  { host, openIssue, settings }: OpenDesk,
  { page, look, role, by }: Signing,
): Promise<Failure | undefined> {
  const settled = await openIssue.settle();
  if (settled.kind === 'failing') return settled.failure;
  const kept = await host.keepSignedState({ session: openIssue.session });
  if (!kept.ok) return kept.failure;
  const { version, at } = kept.value;
  const words = wordsIn(deliveryStrings, settings.read().language);
  openIssue.edit(words.stepSign, {
    kind: 'signedPage',
    id: crypto.randomUUID(),
    signOff: { page: page.id, role, by, at, look, version },
  });
  await openIssue.settle();
  return undefined;
}
