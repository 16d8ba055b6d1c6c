import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '#renderer/controls/button.tsx';
import { Section } from '#renderer/controls/section.tsx';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { mayEdit } from '#renderer/make-up/make-up-place.ts';
import {
  PICTURE_KINDS,
  takePhotograph,
  troubleWords,
} from '#renderer/pictures/place-photograph.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { fillerStrings } from '#renderer/strings/filler-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { fillerDeskOf, takeStock } from './filler-desk.ts';
import { type NewFile, NewFileDialog, NewTextDialog } from './new-filler-dialog.tsx';

/** The newsroom's own fillers, and new ones. */
export function StockSection() {
  const desk = useDesk();
  const words = useWords(fillerStrings);
  const failures = useWords(failureStrings);
  const stock = useStore(fillerDeskOf(desk), (now) => now.stock);
  const failure = useStore(fillerDeskOf(desk), (now) => now.failure);
  const [dialog, setDialog] = useState<'text' | NewFile>();
  const [trouble, setTrouble] = useState('');
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const taken = await takePhotograph(desk, file);
    setTrouble(taken.ok ? '' : troubleWords(desk, taken.trouble));
    if (taken.ok) setDialog({ file, picture: taken.photograph });
  };
  const own = stock?.fillers.filter(({ isOwn }) => isOwn) ?? [];
  const said = failure === undefined ? trouble : failures.of(failure);
  return (
    <Section title={words.stock}>
      <p className="fillers-note">
        {words.shippedCount((stock?.fillers.length ?? 0) - own.length)}
      </p>
      {own.length === 0 && <p className="fillers-note">{words.noneOwn}</p>}
      {stock !== undefined && stock.broken.length > 0 && (
        <p className="fillers-remark">{words.broken(stock.broken.join('、'))}</p>
      )}
      <ul className="fillers-list">
        {own.map(({ filler }) => (
          <OwnLine key={filler.id} {...{ filler }} />
        ))}
      </ul>
      <div className="fillers-buttons">
        <Button onPress={() => setDialog('text')}>{words.addText}</Button>
        <FileTrigger
          acceptedFileTypes={PICTURE_KINDS.split(',')}
          onSelect={(files) => void take(files?.[0])}
        >
          <Button isDisabled={!mayEdit(desk)}>{words.addFile}</Button>
        </FileTrigger>
      </div>
      <p className="fillers-remark" role="status">
        {said}
      </p>
      {dialog === 'text' && <NewTextDialog onClose={() => setDialog(undefined)} />}
      {typeof dialog === 'object' && (
        <NewFileDialog taken={dialog} onClose={() => setDialog(undefined)} />
      )}
    </Section>
  );
}

interface OwnLineProps {
  readonly filler: { readonly id: string } & Parameters<typeof factsOf>[1];
}

function OwnLine({ filler }: OwnLineProps) {
  const desk = useDesk();
  const { date } = useIssue();
  const words = useWords(fillerStrings);
  const { id, name, until } = filler;
  const remove = async () => takeStock(desk, await desk.host.removeFiller({ id }));
  const isOver = until !== undefined && until < date;
  return (
    <li className="fillers-kept">
      <span className="fillers-name">{name}</span>
      <Button look="quiet" label={words.strikeOf(name)} onPress={() => void remove()}>
        {words.strike}
      </Button>
      <span className={isOver ? 'fillers-facts over' : 'fillers-facts'}>
        {factsOf(words, filler, isOver)}
      </span>
    </li>
  );
}

type FillerWords = (typeof fillerStrings)['zhCn'];

function factsOf(
  words: FillerWords,
  {
    kind,
    label,
    until,
  }: {
    readonly kind: 'text' | 'notice' | 'picture';
    readonly label: keyof FillerWords['labels'];
    readonly name: string;
    readonly until?: string;
  },
  isOver: boolean,
): string {
  const end = until === undefined ? '' : isOver ? words.ended(until) : words.until(until);
  const facts = [words.kinds[kind], label === 'none' ? '' : words.labels[label], end];
  return facts.filter((fact) => fact !== '').join('　');
}
