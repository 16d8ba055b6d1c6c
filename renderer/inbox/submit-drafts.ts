import type { Failure, Host } from '#host/contract.ts';

/** A file that was not taken in, and why. */
export interface NotTaken {
  readonly name: string;
  readonly failure: Failure;
}

/** Hands files to the inbox one after the other; answers those that it did not take. */
export async function submitFiles(
  host: Host,
  files: readonly File[],
): Promise<readonly NotTaken[]> {
  const left: NotTaken[] = [];
  for (const file of files) {
    const bytes = await file.arrayBuffer().catch(() => undefined);
    if (bytes === undefined) {
      left.push({
        name: file.name,
        failure: { code: 'draft-unreadable-file', values: { name: file.name } },
      });
      continue;
    }
    const draft = { name: file.name, origin: 'dropped' as const, bytes: new Uint8Array(bytes) };
    const answer = await host.submitDraft(draft);
    if (!answer.ok) left.push({ name: file.name, failure: answer.failure });
  }
  return left;
}

/** Hands pasted words to the inbox; a web page keeps its looks, so that headlines are known. */
export async function submitPaste(
  host: Host,
  name: string,
  pasted: { readonly html: string; readonly text: string },
): Promise<Failure | undefined> {
  const isPage = pasted.html.trim() !== '';
  const words = isPage ? pasted.html : pasted.text;
  if (words.trim() === '') return undefined;
  const bytes = new TextEncoder().encode(words);
  const file = `${name}.${isPage ? 'html' : 'txt'}`;
  const answer = await host.submitDraft({ name: file, origin: 'pasted', bytes });
  return answer.ok ? undefined : answer.failure;
}
