import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SignOff } from '#engine/model/issue-answers.ts';
import { readableJson } from '#engine/model/json-text.ts';
import { composeIn } from '#host/cli/compose.ts';
import { pageLook } from '#host/delivery/page-look.ts';
import { openComposingRoom } from '#host/desk/composing-room.ts';
import { keepVersion } from '#host/issue-folder/versions.ts';
import { changedSample } from './changed-sample.ts';

type Signature = Pick<SignOff, 'role' | 'by'>;

/** The editor and the duty chief, as the templates ask for. */
const BOTH: readonly Signature[] = [
  { role: 'editor', by: '王墨' },
  { role: 'dutyChief', by: '李灿晖' },
];

/** A copy of the sample, changed and then signed as it looks. */
export async function signedSample(
  change: (json: string) => string = (json) => json,
  signatures: readonly Signature[] = BOTH,
): Promise<string> {
  const folder = changedSample(change);
  const room = await openComposingRoom({ folder, templatesFolder: 'templates' });
  if (!room.ok) throw new Error(room.failure.code);
  const { issue } = room.value;
  const at = '2021-06-17T22:30:00+08:00';
  const kept = await keepVersion(folder, { at, reason: 'signed', note: '' }, issue);
  const version = kept.ok ? kept.value.name : undefined;
  const signOffs: Record<string, SignOff> = {};
  for (const page of issue.pages) {
    const look = pageLook(composeIn(room.value, page).list);
    for (const [place, signature] of signatures.entries()) {
      signOffs[`${page.id}-${place}`] = { ...signature, page: page.id, at, look, version };
    }
  }
  writeFileSync(join(folder, 'issue.json'), readableJson({ ...issue, signOffs }));
  return folder;
}

/** Replaces words in the issue.json of a folder. */
export function changeWords(folder: string, from: string, to: string): void {
  const path = join(folder, 'issue.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}
