import { useState } from 'react';
import type { Page } from '#engine/model/issue.ts';
import type { SignOffState } from '#engine/model/sign-off.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Checkbox } from '#renderer/controls/checkbox.tsx';
import { withChosen } from '#renderer/controls/with-chosen.ts';
import { deliveryStrings } from '#renderer/strings/delivery-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import type { SentState } from './sent-state.ts';
import { SignSheet } from './sign-sheet.tsx';

/** A page as the dialog knows it. */
export interface PageRow {
  readonly page: Page;
  /** Undefined while the page is being composed. */
  readonly look: string | undefined;
  readonly signs: SignOffState | undefined;
  readonly sent: SentState;
}

export interface PageRowsProps {
  readonly rows: readonly PageRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Which pages go: each with its signatures and with what of it was sent; signed in its place. */
export function PageRows({ rows, chosen, onChoose }: PageRowsProps) {
  const words = useWords(deliveryStrings);
  const [signing, setSigning] = useState<string>();
  const choose = (id: string, isChosen: boolean) => onChoose(withChosen(chosen, id, isChosen));
  return (
    <fieldset className="job-pages delivery-pages">
      <legend>{words.pages}</legend>
      {rows.map((row) => {
        const { id, number, name } = row.page;
        const isOpen = signing === id;
        return (
          <div key={id} className="job-page">
            <Checkbox
              label={words.page(number, name)}
              isOn={chosen.has(id)}
              onChange={(isChosen) => choose(id, isChosen)}
            />
            <SignLight signs={row.signs} />
            <SentLight sent={row.sent} />
            <Button
              label={words.signTitle(number)}
              isDisabled={row.look === undefined}
              onPress={() => setSigning(isOpen ? undefined : id)}
            >
              {words.sign}
            </Button>
            {isOpen && row.look !== undefined && row.signs !== undefined && (
              <SignSheet page={row.page} look={row.look} signs={row.signs} />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

function SignLight({ signs }: { readonly signs: SignOffState | undefined }) {
  const words = useWords(deliveryStrings);
  if (signs === undefined) return <span className="job-quiet">{words.composing}</span>;
  switch (signs.kind) {
    case 'signed':
      return <span className="delivery-light good">{words.signed}</span>;
    case 'unsigned':
      return <span className="delivery-light warns">{words.unsigned}</span>;
    case 'changed':
      return <span className="delivery-light blocks">{words.changed}</span>;
    case 'partly signed': {
      const roles = signs.missing.map((group) => group.map(words.role).join(words.or));
      return (
        <span className="delivery-light warns">{words.partlySigned(roles.join(words.and))}</span>
      );
    }
  }
}

function SentLight({ sent }: { readonly sent: SentState }) {
  const words = useWords(deliveryStrings);
  switch (sent.kind) {
    case 'not sent':
      return <span className="delivery-light">{words.notSent}</span>;
    case 'sent':
      return <span className="delivery-light good">{words.sent(sent.version)}</span>;
    case 'in line':
      return <span className="delivery-light warns">{words.inLine(sent.version)}</span>;
    case 'sent and changed':
      return <span className="delivery-light blocks">{words.sentAndChanged(sent.version)}</span>;
  }
}
