import { ClipboardPaste, DoorOpen, FilePlus, FolderInput } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import type { DraftCaption, DraftState } from '#engine/intake/inbox-draft.ts';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { inboxStrings } from '#renderer/strings/inbox-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { DoorDialog } from './door-dialog.tsx';
import { DraftDialog } from './draft-dialog.tsx';
import { DraftLines } from './draft-lines.tsx';
import { FailureNote } from './failure-note.tsx';
import { submitFiles, submitPaste } from './submit-drafts.ts';
import { type DraftQuestion, useDrafts } from './use-drafts.ts';
import { WatchDialog } from './watch-dialog.tsx';
import './inbox.css';

const STATES: readonly DraftState[] = ['new', 'taken', 'returned', 'spiked'];

/** What correspondents sent (收稿箱): found, opened, taken in by drop and paste. */
export function InboxList() {
  const { host } = useDesk();
  const words = useWords(inboxStrings);
  const failures = useWords(failureStrings);
  const [question, setQuestion] = useState<DraftQuestion>({ search: '', state: undefined });
  const { list, failure, refresh } = useDrafts(host, question);
  const [opened, setOpened] = useState<DraftCaption>();
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  const [isWatching, setWatching] = useState(false);
  const submit = async (files: readonly File[]) => {
    const left = await submitFiles(host, files);
    setTroubles(left.map((one) => `${one.name}：${failures.of(one.failure)}`));
    await refresh();
  };
  const paste = async (pasted: { readonly html: string; readonly text: string }) => {
    const trouble = await submitPaste(host, words.pastedName, pasted);
    setTroubles(trouble === undefined ? [] : [failures.of(trouble)]);
    await refresh();
  };
  const drafts = list?.drafts ?? [];
  const isFiltered = question.search !== '' || question.state !== undefined;
  return (
    <div
      className="inbox"
      {...dropProps(submit)}
      onPaste={(event) => pasteInto(event, paste, submit)}
    >
      <DraftSearch question={question} onChange={setQuestion} />
      <FailureNote failure={failure} />
      <Troubles said={troubles} />
      {list !== undefined && drafts.length === 0 && (
        <p className="inbox-hint">{isFiltered ? words.noneFound : words.empty}</p>
      )}
      <DraftLines drafts={drafts} onOpen={setOpened} />
      {list !== undefined && list.count > drafts.length && (
        <p className="inbox-hint">{words.more(drafts.length, list.count)}</p>
      )}
      <InboxFoot
        watched={list?.watched.folder}
        onFiles={submit}
        onPaste={paste}
        onWatch={() => setWatching(true)}
      />
      {opened !== undefined && (
        <DraftDialog
          receipt={opened.receipt}
          onClose={() => {
            setOpened(undefined);
            void refresh();
          }}
        />
      )}
      {isWatching && (
        <WatchDialog
          watched={list?.watched}
          onClose={() => {
            setWatching(false);
            void refresh();
          }}
        />
      )}
    </div>
  );
}

interface DraftSearchProps {
  readonly question: DraftQuestion;
  readonly onChange: (question: DraftQuestion) => void;
}

/** Which drafts are shown. */
function DraftSearch({ question, onChange }: DraftSearchProps) {
  const words = useWords(inboxStrings);
  const { search, state } = question;
  const look = (wanted: string) => onChange({ search: wanted, state });
  const states = STATES.map((id) => ({ id, label: words.state(id) }));
  return (
    <div className="inbox-head">
      <TextField
        label={words.search}
        inputType="search"
        isStacked
        value={search}
        onType={look}
        onCommit={look}
      />
      <Select
        label={words.states}
        value={state ?? 'all'}
        options={[{ id: 'all', label: words.all }, ...states]}
        onChange={(id) => onChange({ search, state: STATES.find((one) => one === id) })}
      />
    </div>
  );
}

/** What was not taken in, each in a line. */
function Troubles({ said }: { readonly said: readonly string[] }) {
  return said.map((trouble) => (
    <p key={trouble} className="inbox-trouble" role="alert">
      {trouble}
    </p>
  ));
}

type Submit = (files: readonly File[]) => Promise<void>;
type Paste = (pasted: { readonly html: string; readonly text: string }) => Promise<void>;

/** Files from the file manager; what is dragged within the desk is none of ours. */
function dropProps(submit: Submit) {
  const isFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return {
    onDragOver: (event: DragEvent) => {
      if (!isFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = 'copy' as const;
    },
    onDrop: (event: DragEvent) => {
      if (!isFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      void submit([...event.dataTransfer.files]);
    },
  };
}

function pasteInto(event: React.ClipboardEvent, paste: Paste, submit: Submit): void {
  // In the search field a paste is a word to look for.
  if (event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  const { clipboardData } = event;
  if (clipboardData.files.length > 0) void submit([...clipboardData.files]);
  else
    void paste({ html: clipboardData.getData('text/html'), text: clipboardData.getData('text') });
}

interface InboxFootProps {
  readonly watched: string | undefined;
  readonly onFiles: Submit;
  readonly onPaste: Paste;
  readonly onWatch: () => void;
}

/** Ways in that need no drag. */
function InboxFoot({ watched, onFiles, onPaste, onWatch }: InboxFootProps) {
  const words = useWords(inboxStrings);
  const input = useRef<HTMLInputElement>(undefined);
  const [isAtDoor, setAtDoor] = useState(false);
  return (
    <div className="side-foot">
      <input
        type="file"
        multiple
        hidden
        aria-label={words.addFiles}
        ref={(element) => {
          input.current = element ?? undefined;
        }}
        onChange={({ currentTarget }) => {
          void onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <IconButton icon={FilePlus} label={words.addFiles} onPress={() => input.current?.click()} />
      <IconButton
        icon={ClipboardPaste}
        label={words.paste}
        onPress={async () => onPaste(await readClipboard())}
      />
      <IconButton
        icon={FolderInput}
        label={watched === undefined ? words.watch : words.watched(watched)}
        onPress={onWatch}
      />
      <IconButton icon={DoorOpen} label={words.door} onPress={() => setAtDoor(true)} />
      {isAtDoor && <DoorDialog onClose={() => setAtDoor(false)} />}
    </div>
  );
}

async function readClipboard(): Promise<{ readonly html: string; readonly text: string }> {
  const [item] = await navigator.clipboard.read().catch(() => []);
  const read = async (type: string) =>
    item?.types.includes(type) ? (await item.getType(type)).text() : '';
  return { html: await read('text/html'), text: await read('text/plain') };
}
