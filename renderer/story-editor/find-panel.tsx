import { useEffect, useRef } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { Button } from '#renderer/controls/button.tsx';
import { Checkbox } from '#renderer/controls/checkbox.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { textStrings } from '#renderer/strings/text-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { pageOfText, replaceAllHits, replaceChosen, showHit, stepToHit } from './find-steps.ts';
import { type FindQuery, type Hit, isBadPattern } from './find-text.ts';
import { nameOfText } from './text-names.ts';
import { textSessionOf } from './text-session.ts';
import { useHits } from './use-hits.ts';
import './find-panel.css';

/** Nobody reads on; the count names them all. */
const MOST_LISTED = 300;

/** Find and replace in all texts of the issue. */
export function FindPanel() {
  const desk = useDesk();
  const words = useWords(textStrings);
  const { finding } = textSessionOf(desk.openIssue);
  const { query, replacement } = useStore(finding, (state) => state);
  const hits = useHits();
  const fields = useWishedField();
  const change = (changes: Partial<FindQuery>) =>
    finding.change((state) => ({ query: { ...state.query, ...changes }, chosen: -1 }));
  const isReadOnly = desk.openIssue.heldBy !== undefined;
  const hasNone = hits.length === 0;
  return (
    <div className="find-panel">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields within */}
      <div
        className="find-fields"
        ref={(element) => {
          fields.current = element ?? undefined;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          if (event.target instanceof HTMLInputElement) stepToHit(desk, event.shiftKey ? -1 : 1);
        }}
      >
        <TextField
          label={words.find.what}
          value={query.what}
          onCommit={(what) => change({ what })}
          onType={(what) => change({ what })}
        />
        <TextField
          label={words.find.replacement}
          value={replacement}
          onCommit={(typed) => finding.change({ replacement: typed })}
          onType={(typed) => finding.change({ replacement: typed })}
        />
      </div>
      <FindOptions query={query} onChange={change} />
      <div className="find-buttons">
        <Button onPress={() => stepToHit(desk, -1)} isDisabled={hasNone}>
          {words.find.previous}
        </Button>
        <Button onPress={() => stepToHit(desk, 1)} isDisabled={hasNone}>
          {words.find.next}
        </Button>
        <Button onPress={() => replaceChosen(desk)} isDisabled={hasNone || isReadOnly}>
          {words.find.replace}
        </Button>
        <Button onPress={() => replaceAllHits(desk)} isDisabled={hasNone || isReadOnly}>
          {words.find.replaceAll}
        </Button>
      </div>
      <FindOutcome hits={hits} />
      <HitList hits={hits} />
    </div>
  );
}

interface FindOptionsProps {
  readonly query: FindQuery;
  readonly onChange: (changes: Partial<FindQuery>) => void;
}

function FindOptions({ query, onChange }: FindOptionsProps) {
  const { find } = useWords(textStrings);
  return (
    <fieldset className="find-options" aria-label={find.options}>
      <Checkbox
        label={find.wholeWords}
        isOn={query.isWholeWords}
        onChange={(isWholeWords) => onChange({ isWholeWords })}
      />
      <Checkbox
        label={find.exactWidth}
        isOn={query.isExactWidth || query.isPattern}
        isDisabled={query.isPattern}
        onChange={(isExactWidth) => onChange({ isExactWidth })}
      />
      <Checkbox
        label={find.pattern}
        isOn={query.isPattern}
        onChange={(isPattern) => onChange({ isPattern })}
      />
    </fieldset>
  );
}

/** How many there are, and which one shows. */
function FindOutcome({ hits }: { readonly hits: readonly Hit[] }) {
  const { openIssue } = useDesk();
  const { find } = useWords(textStrings);
  const { query, chosen } = useStore(textSessionOf(openIssue).finding, (state) => state);
  return (
    <p className="find-outcome" role="status">
      {outcome()}
    </p>
  );

  function outcome(): string {
    if (query.what === '') return find.empty;
    if (isBadPattern(query)) return find.badPattern;
    if (hits.length === 0) return find.nothing;
    return chosen < 0 ? find.count(hits.length) : find.place(chosen + 1, hits.length);
  }
}

function HitList({ hits }: { readonly hits: readonly Hit[] }) {
  const desk = useDesk();
  const words = useWords(textStrings);
  const issue = useIssue();
  const chosen = useStore(textSessionOf(desk.openIssue).finding, (state) => state.chosen);
  if (hits.length === 0) return undefined;
  return (
    <ListBox
      className="find-hits"
      aria-label={words.find.hits}
      onAction={(key) => showHit(desk, hits, Number(key))}
    >
      {hits.slice(0, MOST_LISTED).map((hit, number) => {
        const place = nameOfText(issue, hit.span.text, words);
        const isPlaced = pageOfText(desk, hit.span.text) !== undefined;
        return (
          <ListBoxItem
            key={`${hit.span.text}/${hit.span.start}`}
            id={number}
            className={number === chosen ? 'find-hit chosen' : 'find-hit'}
            textValue={hit.before + hit.words + hit.after}
          >
            <span className="find-where">
              {isPlaced ? place : `${place}　${words.find.unplaced}`}
            </span>
            <span className="find-context">
              {hit.before}
              <mark>{hit.words}</mark>
              {hit.after}
            </span>
          </ListBoxItem>
        );
      })}
    </ListBox>
  );
}

/** Puts the keyboard into the field that a command asks for. */
function useWishedField() {
  const { openIssue } = useDesk();
  const { finding } = textSessionOf(openIssue);
  const wish = useStore(finding, (state) => state.wish);
  const fields = useRef<HTMLElement>(undefined);
  useEffect(() => {
    if (wish === undefined) return;
    const inputs = fields.current?.querySelectorAll('input');
    const input = inputs?.[wish.field === 'what' ? 0 : 1];
    input?.focus();
    input?.select();
    finding.change({ wish: undefined });
  }, [wish, finding]);
  return fields;
}
