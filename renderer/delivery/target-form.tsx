import { useState } from 'react';
import type { Failure, Host } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { chosenPath } from '#renderer/start-window/choose-path.ts';
import { FolderDialog } from '#renderer/start-window/folder-dialog.tsx';
import { deliveryStrings } from '#renderer/strings/delivery-strings.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { AlongFields } from './along-fields.tsx';
import { type TargetDraft, targetDraft, targetRequest } from './target-draft.ts';
import type { KeptTarget } from './use-deliveries.ts';

export interface TargetFormProps {
  /** Undefined for a new one. */
  readonly target: KeptTarget | undefined;
  readonly onClose: () => void;
  readonly onKept: (id: string) => Promise<void>;
}

type Trial =
  | { readonly kind: 'testing' }
  | { readonly kind: 'reached' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A place that pages are delivered to: what it is called, how it is reached, and if it answers. */
export function TargetForm({ target, onClose, onKept }: TargetFormProps) {
  const { host } = useDesk();
  const words = useWords(deliveryStrings);
  const [draft, setDraft] = useState(() => targetDraft(target));
  const [trial, setTrial] = useState<Trial>();
  const request = targetRequest(draft);
  const change = (changes: Partial<TargetDraft>) => {
    setTrial(undefined);
    // A key is confirmed for one server.
    const isOther = changes.host !== undefined || changes.port !== undefined;
    setDraft((before) => ({ ...before, ...changes, ...(isOther && { hostKey: '' }) }));
  };
  const ask = async (call: 'tryTarget' | 'keepTarget', asked = request) => {
    if (asked === undefined) return;
    setTrial({ kind: 'testing' });
    const answer = await callTarget(host, call, asked);
    if (answer !== undefined) setTrial({ kind: 'failed', failure: answer });
    else if (call === 'tryTarget') setTrial({ kind: 'reached' });
    else await onKept(asked.id);
  };
  const confirm = (hostKey: string) => {
    const confirmed = { ...draft, hostKey };
    setDraft(confirmed);
    void ask('tryTarget', targetRequest(confirmed));
  };
  const isReady = request !== undefined && trial?.kind !== 'testing';
  return (
    <Dialog
      title={target === undefined ? words.newTarget : words.targetTitle}
      onClose={onClose}
      foot={
        <>
          <Button isDisabled={!isReady} onPress={() => void ask('tryTarget')}>
            {words.test}
          </Button>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button look="accent" isDisabled={!isReady} onPress={() => void ask('keepTarget')}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="delivery-form">
        <TextField
          label={words.targetName}
          value={draft.name}
          onType={(name) => change({ name })}
          onCommit={(name) => change({ name })}
          autoFocus
        />
        <Select
          label={words.kind}
          value={draft.kind}
          options={[
            { id: 'hot folder', label: words.hotFolder },
            { id: 'sftp', label: words.sftp },
          ]}
          onChange={(kind) => change({ kind: kind === 'sftp' ? 'sftp' : 'hot folder' })}
        />
        {draft.kind === 'sftp' ? (
          <ServerFields draft={draft} onChange={change} />
        ) : (
          <FolderLine folder={draft.hotFolder} onFolder={(hotFolder) => change({ hotFolder })} />
        )}
        <AlongFields along={draft.along} onChange={(along) => change({ along })} />
        <TrialNote trial={trial} draft={draft} onConfirm={confirm} />
      </div>
    </Dialog>
  );
}

type Asked = NonNullable<ReturnType<typeof targetRequest>>;

async function callTarget(
  host: Host,
  call: 'tryTarget' | 'keepTarget',
  asked: Asked,
): Promise<Failure | undefined> {
  const answer = await host[call](asked);
  return answer.ok ? undefined : answer.failure;
}

interface FieldsProps {
  readonly draft: TargetDraft;
  readonly onChange: (changes: Partial<TargetDraft>) => void;
}

function ServerFields({ draft, onChange }: FieldsProps) {
  const words = useWords(deliveryStrings);
  const line = (label: string, field: 'host' | 'port' | 'user' | 'serverFolder' | 'keyFile') => (
    <TextField
      label={label}
      value={draft[field]}
      onType={(text) => onChange({ [field]: text })}
      onCommit={(text) => onChange({ [field]: text })}
    />
  );
  return (
    <>
      {line(words.host, 'host')}
      {line(words.port, 'port')}
      {line(words.user, 'user')}
      {line(words.serverFolder, 'serverFolder')}
      {line(words.keyFile, 'keyFile')}
      <TextField
        label={words.password}
        inputType="password"
        value={draft.password}
        onType={(password) => onChange({ password })}
        onCommit={(password) => onChange({ password })}
      />
      <p className="job-quiet">{words.passwordHint}</p>
    </>
  );
}

interface FolderLineProps {
  readonly folder: string;
  readonly onFolder: (folder: string) => void;
}

function FolderLine({ folder, onFolder }: FolderLineProps) {
  const { host, hostDesk } = useDesk();
  const words = useWords(deliveryStrings);
  const [isBrowsing, setBrowsing] = useState(false);
  const choose = async () => {
    const startAt = folder === '' ? {} : { startAt: folder };
    const choice = await chosenPath({ host, hostDesk, purpose: 'press folder', ...startAt });
    if (choice.kind === 'chosen') onFolder(choice.path);
    else if (choice.kind === 'no dialog') setBrowsing(true);
  };
  return (
    <div className="delivery-row">
      <TextField label={words.folder} value={folder} onType={onFolder} onCommit={onFolder} />
      <Button onPress={() => void choose()}>{words.choose}</Button>
      {isBrowsing && (
        <FolderDialog
          host={host}
          path={folder}
          onClose={() => setBrowsing(false)}
          onFolder={onFolder}
        />
      )}
    </div>
  );
}

interface TrialNoteProps {
  readonly trial: Trial | undefined;
  readonly draft: TargetDraft;
  readonly onConfirm: (hostKey: string) => void;
}

/** Whether the place answers; a server that is new shows its key, to be confirmed once. */
function TrialNote({ trial, draft, onConfirm }: TrialNoteProps) {
  const words = useWords(deliveryStrings);
  const failures = useWords(failureStrings);
  if (trial === undefined) {
    const isConfirmed = draft.kind === 'sftp' && draft.hostKey !== '';
    return isConfirmed && <p className="job-quiet">{words.confirmed(draft.hostKey)}</p>;
  }
  if (trial.kind === 'testing') return <p role="status">{words.testing}</p>;
  if (trial.kind === 'reached') {
    return (
      <p className="delivery-good" role="status">
        {words.reached}
      </p>
    );
  }
  const { code, values } = trial.failure;
  const key = String(values.key ?? '');
  const isNew = code === 'delivery-host-unknown';
  if (!isNew && code !== 'delivery-host-changed') {
    return (
      <p className="delivery-trouble" role="alert">
        {failures.of(trial.failure)}
      </p>
    );
  }
  const say = isNew ? words.fingerprint : words.fingerprintChanged;
  return (
    <div className="delivery-key" role="alert">
      <p>{say(String(values.host), key)}</p>
      <Button onPress={() => onConfirm(key)}>{words.confirmKey}</Button>
    </div>
  );
}
