import { useState } from 'react';
import type { FillerLabel } from '#engine/model/filler.ts';
import type { NewFiller } from '#engine/model/house-filler.ts';
import type { ImportedPicture } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { TextArea, TextField } from '#renderer/controls/text-field.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { fillerStrings } from '#renderer/strings/filler-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { takeStock } from './filler-desk.ts';

const LABELS: readonly FillerLabel[] = ['publicService', 'advertisement', 'none'];

/** A file that was taken in and may be kept as a filler. */
export interface NewFile {
  readonly file: File;
  readonly picture: ImportedPicture;
}

interface DialogProps {
  readonly onClose: () => void;
}

/** What every filler has, as it is being written. */
interface Entry {
  readonly name: string;
  readonly label: FillerLabel;
  readonly until: string;
}

/** Writes a new text filler. */
export function NewTextDialog({ onClose }: DialogProps) {
  const words = useWords(fillerStrings);
  const keep = useKeeping(onClose);
  const [entry, setEntry] = useState<Entry>({ name: '', label: 'publicService', until: '' });
  const [headline, setHeadline] = useState('');
  const [text, setText] = useState('');
  const paragraphs = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isWhole = headline.trim() !== '' && paragraphs.length > 0;
  const filler = (): NewFiller => ({
    ...entryOf(entry, headline),
    kind: 'text',
    headline: headline.trim(),
    paragraphs,
    least: 1,
  });
  return (
    <FillerDialog
      title={words.newText}
      isWhole={isWhole}
      onKeep={() => void keep(filler(), new Uint8Array())}
      onClose={onClose}
    >
      <TextField
        label={words.headline}
        value={headline}
        onCommit={setHeadline}
        onType={setHeadline}
        isStacked
        autoFocus
      />
      <TextArea label={words.paragraphs} value={text} onCommit={setText} onType={setText} />
      <p className="form-note">{words.paragraphsHint}</p>
      <EntryFields entry={entry} onChange={setEntry} />
    </FillerDialog>
  );
}

/** Names a picture or PDF file that is to be kept. */
export function NewFileDialog({ taken, onClose }: DialogProps & { readonly taken: NewFile }) {
  const words = useWords(fillerStrings);
  const keep = useKeeping(onClose);
  const { file, picture } = taken;
  const named = file.name.replace(/\.[^.]*$/u, '');
  const [entry, setEntry] = useState<Entry>({ name: named, label: 'advertisement', until: '' });
  const { asset, ad, heightPx, widthPx } = picture;
  const save = async () => {
    const own = { kind: 'picture', asset, widthPx, heightPx } as const;
    const filler = { ...entryOf(entry, named), ...own, ...(ad && { adPage: ad.adPage }) };
    await keep(filler, new Uint8Array(await file.arrayBuffer()));
  };
  return (
    <FillerDialog title={words.newFile} isWhole onKeep={() => void save()} onClose={onClose}>
      <EntryFields entry={entry} onChange={setEntry} />
    </FillerDialog>
  );
}

function useKeeping(onClose: () => void) {
  const desk = useDesk();
  return async (filler: NewFiller, bytes: Uint8Array) => {
    takeStock(desk, await desk.host.keepFiller({ filler, bytes }));
    onClose();
  };
}

/** The most letters of a name. */
const MOST_LETTERS = 60;

function entryOf({ label, name, until }: Entry, usual: string) {
  const named = (name.trim() || usual.trim()).slice(0, MOST_LETTERS);
  return { name: named, label, ...(until !== '' && { until }) };
}

interface FillerDialogProps extends DialogProps {
  readonly title: string;
  readonly isWhole: boolean;
  readonly onKeep: () => void;
  readonly children: React.ReactNode;
}

function FillerDialog({ title, isWhole, onKeep, onClose, children }: FillerDialogProps) {
  const words = useWords(fillerStrings);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button look="accent" isDisabled={!isWhole} onPress={onKeep}>
            {words.keep}
          </Button>
        </>
      }
    >
      <div className="fillers-form">{children}</div>
    </Dialog>
  );
}

interface EntryFieldsProps {
  readonly entry: Entry;
  readonly onChange: (entry: Entry) => void;
}

function EntryFields({ entry, onChange }: EntryFieldsProps) {
  const words = useWords(fillerStrings);
  const setLabel = (wanted: string) => {
    const label = LABELS.find((one) => one === wanted);
    if (label !== undefined) onChange({ ...entry, label });
  };
  return (
    <>
      <TextField
        label={words.name}
        value={entry.name}
        onCommit={(name) => onChange({ ...entry, name })}
        isStacked
      />
      <Select
        label={words.label}
        value={entry.label}
        options={LABELS.map((id) => ({ id, label: words.labels[id] }))}
        onChange={setLabel}
      />
      <TextField
        inputType="date"
        label={words.lastDay}
        value={entry.until}
        mayBeEmpty
        onCommit={(until) => onChange({ ...entry, until })}
      />
    </>
  );
}
