import { type FormEvent, useState } from 'react';
import type { Failure, Host, DeskState as HostDesk } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { startStrings } from '#renderer/strings/start-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { FolderField } from './folder-field.tsx';
import { HostPicture } from './host-picture.tsx';

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
const FORM = 'new-issue';

/** Template, names, date, folder, and whose partners are taken over. */
export function NewIssueDialog(props: NewIssueDialogProps) {
  const { host, hostDesk, onClose, onCreated } = props;
  const words = useWords(startStrings);
  const failures = useWords(failureStrings);
  const [form, setForm] = useState(() => firstForm(props));
  const [failure, setFailure] = useState<Failure>();
  const [isMaking, setIsMaking] = useState(false);
  const change = (changes: Partial<typeof form>) => setForm((now) => ({ ...now, ...changes }));
  const create = async (event: FormEvent) => {
    event.preventDefault();
    setIsMaking(true);
    const { partners, ...request } = form;
    const partnersFrom = partners === NO_PARTNERS ? undefined : partners;
    const answer = await host.createIssue({ ...request, partnersFrom });
    setIsMaking(false);
    if (answer.ok) onCreated(answer.value.folder);
    else setFailure(answer.failure);
  };
  const buttons = (
    <>
      <Button onPress={onClose}>{words.cancel}</Button>
      <Button look="accent" form={FORM} isDisabled={isMaking}>
        {words.create}
      </Button>
    </>
  );
  return (
    <Dialog title={words.newIssueTitle} onClose={onClose} foot={buttons}>
      <form id={FORM} className="new-issue" onSubmit={(event) => void create(event)}>
        <HostPicture
          key={form.template}
          name={`template/${form.template}`}
          fetch={() => host.templatePicture({ template: form.template, page: 0 })}
        />
        <div className="new-issue-fields">
          <IssueFields hostDesk={hostDesk} form={form} onChange={change} />
          <FolderField
            host={host}
            hostDesk={hostDesk}
            label={words.folder}
            purpose="issues folder"
            path={form.parent}
            onChange={(parent) => change({ parent })}
          />
          {failure !== undefined && (
            <p className="form-failure" role="alert">
              {failures.of(failure)}
            </p>
          )}
        </div>
      </form>
    </Dialog>
  );
}

interface NewIssueForm {
  readonly template: string;
  readonly paper: string;
  readonly supplement: string;
  readonly date: string;
  readonly parent: string;
  /** Folder of the issue whose partner grid is taken over, or `NO_PARTNERS`. */
  readonly partners: string;
}

function firstForm({ hostDesk, template }: NewIssueDialogProps): NewIssueForm {
  const [last] = hostDesk.recent;
  return {
    template,
    paper: last?.paper ?? FIRST_PAPER,
    supplement: last?.supplement ?? FIRST_SUPPLEMENT,
    // The Swedes write dates as the issue does.
    date: new Date().toLocaleDateString('sv-SE'),
    parent: hostDesk.issuesFolder,
    partners: hostDesk.recent.find(({ isThere }) => isThere)?.folder ?? NO_PARTNERS,
  };
}

interface IssueFieldsProps {
  readonly hostDesk: HostDesk;
  readonly form: NewIssueForm;
  readonly onChange: (changes: Partial<NewIssueForm>) => void;
}

function IssueFields({ hostDesk, form, onChange }: IssueFieldsProps) {
  const words = useWords(startStrings);
  const partners = hostDesk.recent
    .filter(({ isThere }) => isThere)
    .map(({ folder, supplement, date }) => ({
      id: folder,
      label: words.partnersFrom(words.issue(supplement, date)),
    }));
  return (
    <>
      <Select
        label={words.template}
        value={form.template}
        options={hostDesk.templates.map(({ id, name }) => ({ id, label: name }))}
        onChange={(template) => onChange({ template })}
      />
      <TextField
        label={words.paper}
        value={form.paper}
        onCommit={(paper) => onChange({ paper })}
        onType={(paper) => onChange({ paper })}
      />
      <TextField
        label={words.supplement}
        value={form.supplement}
        onCommit={(supplement) => onChange({ supplement })}
        onType={(supplement) => onChange({ supplement })}
      />
      <TextField
        label={words.date}
        inputType="date"
        value={form.date}
        onCommit={(date) => onChange({ date })}
        onType={(date) => onChange({ date })}
      />
      <Select
        label={words.partners}
        value={form.partners}
        options={[{ id: NO_PARTNERS, label: words.partnersNew }, ...partners]}
        onChange={(folder) => onChange({ partners: folder })}
      />
    </>
  );
}
