import { useState } from 'react';
import { editOfMends } from '#engine/preflight/mend-finding.ts';
import type { Mend } from '#engine/preflight/mends/mend.ts';
import type { Finding } from '#engine/units/finding.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Checkbox } from '#renderer/controls/checkbox.tsx';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { withChosen } from '#renderer/controls/with-chosen.ts';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { mendStrings } from '#renderer/strings/mend-strings.ts';
import { blockNames } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { findingPlace } from './finding-place.ts';

/** A finding with the way to mend it. */
export interface MendableFinding {
  readonly finding: Finding;
  readonly mend: Mend;
}

/** What can be mended, and how it will be. */
export interface MendDialogProps {
  readonly mendable: readonly MendableFinding[];
  readonly onClose: () => void;
}

/** Says what will be done before it is; what is safe is ticked. */
export function MendDialog({ mendable, onClose }: MendDialogProps) {
  const { openIssue } = useDesk();
  const words = useWords(mendStrings);
  const sentences = useWords(findingStrings);
  // As they were when the dialog opened: the page may be set anew behind it.
  const [shown] = useState(mendable);
  const [chosen, choose] = useState<ReadonlySet<MendableFinding>>(
    () => new Set(shown.filter(({ mend }) => mend.isSafe)),
  );
  const names = useWords(blockNames);
  const issue = useIssue();
  const placeWords = (finding: Finding) => {
    const where = findingPlace(issue, finding);
    return where === undefined ? '' : `${names[where.kind]}　${where.words}`.trim();
  };
  const groups = [
    { title: words.safe, own: shown.filter(({ mend }) => mend.isSafe) },
    { title: words.toBeLookedAt, own: shown.filter(({ mend }) => !mend.isSafe) },
  ].filter(({ own }) => own.length > 0);
  const toggle = (one: MendableFinding, isOn: boolean) => choose(withChosen(chosen, one, isOn));
  const mendAll = () => {
    const mends = shown.filter((one) => chosen.has(one)).map(({ mend }) => mend);
    const edit = editOfMends(openIssue.issue(), mends);
    if (edit !== undefined) openIssue.edit(words.step, edit);
    onClose();
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button look="accent" isDisabled={chosen.size === 0} onPress={mendAll}>
            {words.mend(chosen.size)}
          </Button>
        </>
      }
    >
      {groups.map(({ title, own }) => (
        <section key={title} aria-label={title}>
          <h3 className="mend-group">{title}</h3>
          <ul className="mend-lines">
            {own.map((one) => (
              <li key={`${one.finding.code}/${JSON.stringify(one.finding.where)}`}>
                <Checkbox
                  label={sentences.of(one.mend)}
                  isOn={chosen.has(one)}
                  onChange={(isOn) => toggle(one, isOn)}
                />
                <p className="mend-why">{sentences.of(one.finding)}</p>
                <p className="mend-why">{placeWords(one.finding)}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="form-note mend-note">{words.note}</p>
    </Dialog>
  );
}
