import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { type ReadBookings, readBookings } from '#engine/intake/read-bookings.ts';
import type { Booking } from '#engine/model/issue.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { editsTogether } from '#renderer/make-up/edits-together.ts';
import { mayEdit } from '#renderer/make-up/make-up-place.ts';
import { decodedList } from '#renderer/proofreading/decoded-list.ts';
import { adStrings } from '#renderer/strings/ad-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { compareBookings, editsOfChanges, fieldsThatDiffer } from './booking-changes.ts';

/** A list of bookings of a year has some hundred lines. */
const MOST_BYTES = 1_000_000;

interface ReadFile {
  readonly name: string;
  readonly read: ReadBookings;
}

/** Reads the list of the ad office; it is entered once the editor has seen what it changes. */
export function ImportBookings() {
  const desk = useDesk();
  const words = useWords(adStrings);
  const [file, setFile] = useState<ReadFile>();
  const [isTooLong, setTooLong] = useState(false);
  const load = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setTooLong(chosen.size > MOST_BYTES);
    if (chosen.size > MOST_BYTES) return;
    const text = decodedList(new Uint8Array(await chosen.arrayBuffer()));
    setFile({ name: chosen.name, read: readBookings(text) });
  };
  return (
    <>
      <FileTrigger
        acceptedFileTypes={['.csv', '.txt', '.tsv']}
        onSelect={(files) => void load(files?.[0])}
      >
        <Button isDisabled={!mayEdit(desk)}>{words.load}</Button>
      </FileTrigger>
      <p className="ads-note">{words.loadHint}</p>
      {isTooLong && (
        <p className="ads-remark" role="alert">
          {words.tooLong}
        </p>
      )}
      {file !== undefined && <ImportDialog file={file} onClose={() => setFile(undefined)} />}
    </>
  );
}

interface ImportDialogProps {
  readonly file: ReadFile;
  readonly onClose: () => void;
}

function ImportDialog({ file: { name, read }, onClose }: ImportDialogProps) {
  const desk = useDesk();
  const words = useWords(adStrings);
  const changes = compareBookings(useIssue().bookings, read.bookings);
  const edit = editsTogether(editsOfChanges(changes));
  const apply = () => {
    if (edit !== undefined) desk.openIssue.edit(words.steps.load, edit);
    onClose();
  };
  return (
    <Dialog
      title={words.from(name)}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button look="accent" autoFocus isDisabled={edit === undefined} onPress={apply}>
            {words.apply}
          </Button>
        </>
      }
    >
      <p className="ask-text">
        {words.changes(changes.added.length, changes.changed.length, changes.same)}
      </p>
      <ul className="ads-changes">
        {changes.added.map(({ number, advertiser, size, date }) => (
          <li key={number}>{[words.newBooking, number, advertiser, size, date].join('　')}</li>
        ))}
        {changes.changed.map(({ before, after }) => (
          <li key={after.number}>
            {[after.number, ...changedWords(before, after, words)].join('　')}
          </li>
        ))}
      </ul>
      <Problems read={read} />
    </Dialog>
  );
}

type AdWords = (typeof adStrings)['zhCn'];

function changedWords(before: Booking, after: Booking, words: AdWords): readonly string[] {
  const shown = (booking: Booking, field: keyof Booking) =>
    field === 'colour' ? words.colours[booking.colour] : booking[field];
  return fieldsThatDiffer(before, after).map((field) =>
    words.changedField(words.fields[field], shown(before, field), shown(after, field)),
  );
}

/** Rows that were not read, each with what to do about it. */
function Problems({ read: { problems, unknownColumns } }: { readonly read: ReadBookings }) {
  const words = useWords(adStrings);
  return (
    <>
      {unknownColumns.length > 0 && (
        <p className="ads-note">{words.unknownColumns(unknownColumns.join('、'))}</p>
      )}
      {problems.length > 0 && (
        <div role="alert">
          <ul className="ads-changes ads-problems">
            {problems.map(({ line, code, text }) => (
              <li key={line}>
                {words.problem(line, words.problems[code], text.slice(0, MOST_TEXT))}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** Enough to know a row again. */
const MOST_TEXT = 40;
