import { useState } from 'react';
import { mendOf } from '#engine/preflight/mend-finding.ts';
import type { Finding } from '#engine/units/finding.ts';
import { Button } from '#renderer/controls/button.tsx';
import { useIssue } from '#renderer/desk-state/open-desk.ts';
import { mendStrings } from '#renderer/strings/mend-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { type MendableFinding, MendDialog } from './mend-dialog.tsx';

/** The way to mend findings together; nothing where there is nothing that the desk can mend. */
export function MendBar({ findings }: { readonly findings: readonly Finding[] }) {
  const issue = useIssue();
  const words = useWords(mendStrings);
  const [isOpen, setOpen] = useState(false);
  const mendable = findings.flatMap((finding): readonly MendableFinding[] => {
    const mend = mendOf(issue, finding);
    return mend === undefined ? [] : [{ finding, mend }];
  });
  if (mendable.length === 0) return undefined;
  return (
    <div className="mend-bar">
      <Button onPress={() => setOpen(true)}>{words.open(mendable.length)}</Button>
      {isOpen && <MendDialog mendable={mendable} onClose={() => setOpen(false)} />}
    </div>
  );
}
