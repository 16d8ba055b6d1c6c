import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { DoorState, Failure } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { inboxStrings } from '#renderer/strings/inbox-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

interface DoorInvitationsProps {
  readonly state: DoorState;
  readonly onChange: (state: DoorState) => void;
  readonly onFailure: (failure: Failure | undefined) => void;
}

/** Which units may send drafts over the network, and a code for one more. */
export function DoorInvitations({ state, onChange, onFailure }: DoorInvitationsProps) {
  const { host } = useDesk();
  const words = useWords(inboxStrings);
  const [unit, setUnit] = useState('');
  const [made, setMade] = useState<{ readonly unit: string; readonly code: string }>();
  const invite = async () => {
    const answer = await host.addInvitation({ unit });
    onFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    onChange(answer.value.state);
    setMade({ unit, code: answer.value.code });
    setUnit('');
  };
  const withdraw = async (id: string) => {
    const answer = await host.withdrawInvitation({ id });
    onFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) onChange(answer.value);
    setMade(undefined);
  };
  return (
    <section className="door-invitations" aria-label={words.invitations}>
      <h3>{words.invitations}</h3>
      <InvitationLines state={state} onWithdraw={withdraw} />
      {made !== undefined && <FreshCode unit={made.unit} code={made.code} />}
      <div className="door-invite">
        <TextField label={words.unit} value={unit} onType={setUnit} onCommit={setUnit} />
        <Button isDisabled={unit.trim() === ''} onPress={() => void invite()}>
          {words.invite}
        </Button>
      </div>
    </section>
  );
}

interface InvitationLinesProps {
  readonly state: DoorState;
  readonly onWithdraw: (id: string) => Promise<void>;
}

function InvitationLines({ state, onWithdraw }: InvitationLinesProps) {
  const desk = useDesk();
  const words = useWords(inboxStrings);
  const language = useStore(desk.settings, (settings) => settings.language);
  if (state.invitations.length === 0) return <p className="draft-note">{words.noInvitations}</p>;
  return (
    <ul>
      {state.invitations.map(({ id, unit, madeAt }) => (
        <li key={id}>
          <span>{unit}</span>
          <time dateTime={madeAt}>{new Date(madeAt).toLocaleDateString(language)}</time>
          <Button look="quiet" label={words.withdrawFrom(unit)} onPress={() => void onWithdraw(id)}>
            {words.withdraw}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The code of an invitation just made; it is kept nowhere and shown no second time. */
function FreshCode({ unit, code }: { readonly unit: string; readonly code: string }) {
  const words = useWords(inboxStrings);
  return (
    <p className="door-code" role="status">
      <span>{words.newCode(unit)}</span>
      <code>{code}</code>
      <IconButton
        icon={Copy}
        label={words.copyCode}
        onPress={() => void navigator.clipboard.writeText(code)}
      />
    </p>
  );
}
