import { useState } from 'react';
import type { Failure, Host, DeskState as HostDesk } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { PropertyRow } from '#renderer/controls/section.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { startStrings } from '#renderer/strings/start-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { chosenPath } from './choose-path.ts';
import { FolderDialog } from './folder-dialog.tsx';

/** What a new issue is asked about. */
export interface NewIssueDialogProps {
  readonly host: Host;
  readonly hostDesk: HostDesk;
  readonly template: string;
  readonly onClose: () => void;
  readonly onCreated: (folder: string) => void;
}

/** Papers that have no issue yet begin with these, the sample's own. */
const FIRST_PAPER = '湘潭日报';
const FIRST_SUPPLEMENT = '园区周刊';
const NO_PARTNERS = '-';

/** Template, names, date, folder, and whose partners are taken over. */
export function NewIssueDialog(props: NewIssueDialogProps) {
  const { host, hostDesk, onClose } = props;
  const words = useWords(startStrings);
  const failures = useWords(failureStrings);
  const [last] = hostDesk.recent;
  const [form, setForm] = useState({
    template: props.template,
    paper: last?.paper ?? FIRST_PAPER,
    supplement: last?.supplement ?? FIRST_SUPPLEMENT,
    date: new Date().toLocaleDateString('sv-SE'),
    parent: hostDesk.issuesFolder,
    partners: last?.isThere ? last.folder : NO_PARTNERS,
  });
  const [failure, setFailure] = useState<Failure>();
  const [isBrowsing, setIsBrowsing] = useState(false);
  const change = (changes: Partial<typeof form>) => setForm((now) => ({ ...now, ...changes }));
  const create = async () => {
    const { partners, ...request } = form;
    const partnersFrom = partners === NO_PARTNERS ? undefined : partners;
    const answer = await host.createIssue({ ...request, partnersFrom });
    if (answer.ok) props.onCreated(answer.value.folder);
    else setFailure(answer.failure);
  };
  const chooseParent = async () => {
    const wish = { host, hostDesk, purpose: 'issues folder', startAt: form.parent } as const;
    const chosen = await chosenPath(wish);
    if (chosen.kind === 'chosen') change({ parent: chosen.path });
    else if (chosen.kind === 'no dialog') setIsBrowsing(true);
  };
  const partnerChoices = hostDesk.recent
    .filter(({ isThere }) => isThere)
    .map(({ folder, supplement, date }) => ({ id: folder, label: `${supplement} ${date}` }));
  return (
    <Dialog
      title={words.newIssue}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button look="accent" onPress={() => void create()}>
            {words.create}
          </Button>
        </>
      }
    >
      <div className="new-issue">
        <Select
          label={words.template}
          value={form.template}
          options={hostDesk.templates.map(({ id, name }) => ({ id, label: name }))}
          onChange={(template) => change({ template })}
        />
        <TextField label={words.paper} value={form.paper} onCommit={(paper) => change({ paper })} />
        <TextField
          label={words.supplement}
          value={form.supplement}
          onCommit={(supplement) => change({ supplement })}
        />
        <TextField
          label={words.date}
          inputType="date"
          value={form.date}
          onCommit={(date) => change({ date })}
        />
        <Select
          label={words.partners}
          value={form.partners}
          options={[{ id: NO_PARTNERS, label: words.partnersNew }, ...partnerChoices]}
          onChange={(partners) => change({ partners })}
        />
        <PropertyRow label={`${words.folder}　${form.parent}`}>
          <Button onPress={() => void chooseParent()}>{words.change}</Button>
        </PropertyRow>
        {failure !== undefined && <p role="alert">{failures.of(failure)}</p>}
      </div>
      {isBrowsing && (
        <FolderDialog
          host={host}
          path={form.parent}
          onClose={() => setIsBrowsing(false)}
          onFolder={(parent) => change({ parent })}
        />
      )}
    </Dialog>
  );
}
