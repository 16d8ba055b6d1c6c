import { type KeyboardEvent, useId, useState } from 'react';
import type { DraftCaption } from '#engine/intake/inbox-draft.ts';
import { templateOf, useDesk, usePage } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { linesOfLetters } from '#renderer/make-up/wanted-size.ts';
import { timeAgo } from '#renderer/start-window/time-ago.ts';
import { inboxStrings } from '#renderer/strings/inbox-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { placeByKey } from './draft-drop.tsx';
import { DRAFT_TYPE, takeDraftInHand } from './draft-in-hand.ts';

/** The drafts of a list. */
export interface DraftLinesProps {
  readonly drafts: readonly DraftCaption[];
  readonly onOpen: (draft: DraftCaption) => void;
}

/** One draft below the other; arrows choose, Enter and a double click open. */
export function DraftLines({ drafts, onOpen }: DraftLinesProps) {
  const desk = useDesk();
  const words = useWords(inboxStrings);
  const name = useId();
  const [chosen, setChosen] = useState<string>();
  const at = drafts.findIndex(({ receipt }) => receipt === chosen);
  const press = (event: KeyboardEvent) => {
    const own = drafts[at];
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const next = step === undefined ? undefined : drafts[Math.max(0, at + step)];
    if (next !== undefined) setChosen(next.receipt);
    else if (event.key === 'Enter' && own !== undefined && isWithCommandKey(event)) {
      if (own.reading.kind === 'read') void placeByKey(desk, own);
    } else if (event.key === 'Enter' && own !== undefined) onOpen(own);
    else return;
    event.preventDefault();
  };
  if (drafts.length === 0) return <div className="draft-lines" />;
  return (
    <div
      className="draft-lines"
      role="listbox"
      tabIndex={0}
      aria-label={words.open}
      aria-activedescendant={at < 0 ? undefined : `${name}-${at}`}
      onKeyDown={press}
      onFocus={() => setChosen((now) => now ?? drafts[0]?.receipt)}
    >
      {drafts.map((draft, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the keyboard
        <div
          key={draft.receipt}
          id={`${name}-${index}`}
          className="draft-line"
          role="option"
          aria-selected={index === at}
          aria-keyshortcuts="Control+Enter"
          title={words.placeHint}
          draggable={draft.reading.kind === 'read'}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'copy';
            event.dataTransfer.setData(DRAFT_TYPE, draft.receipt);
            takeDraftInHand(desk, draft);
          }}
          onDragEnd={() => takeDraftInHand(desk, undefined)}
          onPointerDown={() => setChosen(draft.receipt)}
          onDoubleClick={() => onOpen(draft)}
        >
          <DraftLine draft={draft} />
        </div>
      ))}
    </div>
  );
}

function isWithCommandKey(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey;
}

function DraftLine({ draft }: { readonly draft: DraftCaption }) {
  const desk = useDesk();
  const words = useWords(inboxStrings);
  const language = useStore(desk.settings, (settings) => settings.language);
  const template = templateOf(desk, usePage());
  const { sender, mark, reading, letters, pictures, notes, like, receivedAt } = draft;
  const state = mark?.state ?? 'new';
  const facts = [
    words.letters(letters),
    ...(template === undefined ? [] : [words.lines(linesOfLetters(template, letters))]),
    ...(pictures > 0 ? [words.pictures(pictures)] : []),
    ...(notes.length > 0 ? [words.notes(notes.length)] : []),
  ];
  const from = [sender.unit, sender.name].filter((one) => one !== '').join(' ');
  return (
    <>
      <span className="draft-title">{draft.subject || draft.name}</span>
      <span className="draft-facts">
        <span className={`draft-state ${state}`}>{words.state(state)}</span>
        <span>{from || words.origin(draft.origin)}</span>
        <time dateTime={receivedAt} title={new Date(receivedAt).toLocaleString(language)}>
          {timeAgo(receivedAt, new Date(), language)}
        </time>
      </span>
      <span className="draft-facts">
        {reading.kind === 'waiting' && words.waiting}
        {reading.kind === 'refused' && <strong>{words.refused}</strong>}
        {reading.kind === 'read' && facts.join('　')}
      </span>
      {mark !== undefined && mark.reason !== '' && (
        <span className="draft-facts">{words.reasonIs(mark.reason)}</span>
      )}
      {like.slice(0, 1).map(({ name, share }) => (
        <span key={name} className="draft-like">
          {words.like(name, Math.round(share * 100))}
        </span>
      ))}
    </>
  );
}
