import { Select } from '#renderer/controls/select.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { deliveryStrings } from '#renderer/strings/delivery-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { type AlongWithPages, READY_NAMES } from './target-draft.ts';

export interface AlongFieldsProps {
  readonly along: AlongWithPages;
  readonly onChange: (along: AlongWithPages) => void;
}

/** What goes to a print shop beside the pages: sign-off sheets and ready-files. */
export function AlongFields({ along, onChange }: AlongFieldsProps) {
  const words = useWords(deliveryStrings);
  const { ready, signOffSheet } = along;
  const setReady = (changes: Partial<AlongWithPages['ready']>) => {
    onChange({ ...along, ready: { ...ready, ...changes } });
  };
  return (
    <>
      <Select
        label={words.signOffSheet}
        value={signOffSheet}
        options={SHEETS.map((id) => ({ id, label: words.sheet(id) }))}
        onChange={(id) => onChange({ ...along, signOffSheet: oneOf(SHEETS, id) })}
      />
      <p className="job-quiet">{words.sheetHint(signOffSheet)}</p>
      <Select
        label={words.readyFile}
        value={ready.kind}
        options={READY.map((id) => ({ id, label: words.ready(id) }))}
        onChange={(id) => {
          const kind = oneOf(READY, id);
          setReady({ kind, name: READY_NAMES[kind] });
        }}
      />
      {ready.kind !== 'none' && (
        <>
          <TextField
            label={words.readyName}
            value={ready.name}
            onType={(name) => setReady({ name })}
            onCommit={(name) => setReady({ name })}
          />
          <Select
            label={words.readyContent}
            value={ready.content}
            options={CONTENTS.map((id) => ({ id, label: words.content(id) }))}
            onChange={(id) => setReady({ content: oneOf(CONTENTS, id) })}
          />
          <p className="job-quiet">{words.readyHint}</p>
        </>
      )}
    </>
  );
}

const SHEETS = ['text', 'pdf', 'none'] as const;
const READY = ['none', 'each page', 'all pages'] as const;
const CONTENTS = ['manifest', 'empty'] as const;

function oneOf<Choice extends string>(choices: readonly [Choice, ...Choice[]], id: string): Choice {
  return choices.find((one) => one === id) ?? choices[0];
}
