import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import {
  type ListProblem,
  readTitleList,
  readWordList,
} from '#engine/proofreading/newsroom-lists.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Section } from '#renderer/controls/section.tsx';
import { useStore } from '#renderer/desk-state/store.ts';
import { proofStrings } from '#renderer/strings/proof-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { decodedList } from './decoded-list.ts';
import { keptLists, type ListName } from './newsroom-lists.ts';

const LISTS: readonly ListName[] = ['words', 'titles'];
const READERS = { words: readWordList, titles: readTitleList };
/** The browser keeps five megabytes; a list of a newsroom has some hundred lines. */
const MOST_BYTES = 1_000_000;

/** The newsroom's own lists: loaded from a text file, kept on this machine. */
export function NewsroomListsSection() {
  const words = useWords(proofStrings);
  return (
    <Section title={words.lists}>
      {LISTS.map((name) => (
        <NewsroomList key={name} name={name} />
      ))}
    </Section>
  );
}

type Trouble = 'too long' | readonly ListProblem[];

function NewsroomList({ name }: { readonly name: ListName }) {
  const words = useWords(proofStrings);
  const lists = keptLists();
  const text = useStore(lists, (kept) => kept[name]);
  const [trouble, setTrouble] = useState<Trouble>([]);
  const entries = READERS[name](text).entries.length;
  const load = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > MOST_BYTES) {
      setTrouble('too long');
      return;
    }
    const loaded = decodedList(new Uint8Array(await file.arrayBuffer()));
    setTrouble(READERS[name](loaded).problems);
    lists.change({ [name]: loaded });
  };
  return (
    <div className="proof-list">
      <p className="proof-list-name">
        <strong>{words.listNames[name]}</strong>
        {text === '' ? words.notLoaded : words.loaded(entries)}
      </p>
      <p className="proof-reason">{words.listHints[name]}</p>
      <div className="proof-buttons">
        <FileTrigger
          acceptedFileTypes={['.txt', '.csv', '.tsv']}
          onSelect={(files) => void load(files?.[0])}
        >
          <Button>{words.load}</Button>
        </FileTrigger>
        {text !== '' && (
          <Button
            look="quiet"
            onPress={() => {
              setTrouble([]);
              lists.change({ [name]: '' });
            }}
          >
            {words.unload}
          </Button>
        )}
      </div>
      <Troubles trouble={trouble} />
    </div>
  );
}

/** More are not read; the first ones show what is the matter. */
const MOST_PROBLEMS = 5;

function Troubles({ trouble }: { readonly trouble: Trouble }) {
  const words = useWords(proofStrings);
  const sentences =
    trouble === 'too long'
      ? [words.listTooLong]
      : trouble
          .slice(0, MOST_PROBLEMS)
          .map(({ line, code }) => words.listProblem(line, words.listProblems[code]));
  return (
    <div role="status">
      {sentences.map((sentence) => (
        <p key={sentence} className="proof-trouble">
          {sentence}
        </p>
      ))}
    </div>
  );
}
