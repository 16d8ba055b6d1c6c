import { X } from 'lucide-react';
import { useEffect } from 'react';
import { CLEANINGS, cleaningCount } from '#engine/intake/clean-text.ts';
import { Button } from '#renderer/controls/button.tsx';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { textStrings } from '#renderer/strings/text-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { textSessionOf } from './text-session.ts';

/** Long enough to read eight kinds of cleaning. */
const SHOWN_MS = 12_000;

/** What the last paste had cleaned, and a way to take the cleaning back. */
export function CleanedNotice() {
  const { openIssue } = useDesk();
  const words = useWords(textStrings);
  const { cleaned } = textSessionOf(openIssue);
  const changes = useStore(cleaned, (state) => state.changes);
  useEffect(() => {
    if (changes === undefined) return;
    const fading = setTimeout(() => cleaned.change({ changes: undefined }), SHOWN_MS);
    return () => clearTimeout(fading);
  }, [changes, cleaned]);
  const done = changes && CLEANINGS.filter((cleaning) => changes[cleaning] > 0);
  const close = () => cleaned.change({ changes: undefined });
  return (
    <div className="cleaned-place" role="status">
      {changes !== undefined && done !== undefined && (
        <div className="cleaned-notice">
          <strong>{words.cleaned(cleaningCount(changes))}</strong>
          <span className="cleaned-kinds">
            {done.map((cleaning) => words.cleanings[cleaning](changes[cleaning])).join('　')}
          </span>
          {openIssue.undo.undoName() === words.steps.clean && (
            <Button
              look="quiet"
              onPress={() => {
                openIssue.undo.undo();
                close();
              }}
            >
              {words.takeBack}
            </Button>
          )}
          <IconButton icon={X} label={words.dismiss} onPress={close} />
        </div>
      )}
    </div>
  );
}
