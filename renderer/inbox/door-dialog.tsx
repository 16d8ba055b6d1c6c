import { Copy } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { DoorState, Failure } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { Switch } from '#renderer/controls/switch.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { inboxStrings } from '#renderer/strings/inbox-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { DoorInvitations } from './door-invitations.tsx';
import { FailureNote } from './failure-note.tsx';

/** The correspondents' door (投稿门): open or shut, to whom, and by which address. */
export function DoorDialog({ onClose }: { readonly onClose: () => void }) {
  const { host } = useDesk();
  const words = useWords(inboxStrings);
  const [state, setState] = useState<DoorState>();
  const [failure, setFailure] = useState<Failure>();
  const take = useCallback((answer: Awaited<ReturnType<typeof host.doorState>>) => {
    if (answer.ok) setState(answer.value);
    setFailure(answer.ok ? answer.value.trouble : answer.failure);
  }, []);
  useEffect(() => {
    void host.doorState({}).then(take);
  }, [host, take]);
  return (
    <Dialog
      title={words.door}
      onClose={onClose}
      foot={<Button onPress={onClose}>{words.close}</Button>}
    >
      <p className="draft-note">{words.doorHint}</p>
      <FailureNote failure={failure} />
      {state !== undefined && (
        <>
          <DoorSwitch state={state} onSet={async (wanted) => take(await host.setDoor(wanted))} />
          <DoorInvitations state={state} onChange={setState} onFailure={setFailure} />
          <p className="draft-note">
            {words.doorLimits(
              state.limits.pictures,
              state.limits.sendingMegabytes,
              state.limits.sendingsPerUnitADay,
            )}
          </p>
        </>
      )}
    </Dialog>
  );
}

interface Wanted {
  readonly isOpen: boolean;
  readonly address: string;
  readonly port: number;
}

interface DoorSwitchProps {
  readonly state: DoorState;
  readonly onSet: (wanted: Wanted) => Promise<void>;
}

/** Where the door opens; while it is open it is moved at once. */
function DoorSwitch({ state, onSet }: DoorSwitchProps) {
  const words = useWords(inboxStrings);
  const [address, setAddress] = useState(state.address);
  const [port, setPort] = useState(state.port);
  const change = (wanted: Partial<Wanted>) => {
    const all = { isOpen: state.isOpen, address, port, ...wanted };
    setAddress(all.address);
    setPort(all.port);
    if (state.isOpen || all.isOpen) void onSet(all);
  };
  const addresses = [...new Set([...state.addresses, address])];
  return (
    <div className="door-setting">
      <Switch
        label={state.isOpen ? words.doorIsOpen : words.doorIsShut}
        isOn={state.isOpen}
        onChange={(isOpen) => change({ isOpen })}
      />
      <Select
        label={words.doorReach}
        value={address}
        options={addresses.map((id) => ({ id, label: words.doorAddress(id) }))}
        onChange={(id) => change({ address: id })}
      />
      <TextField
        label={words.doorPort}
        value={String(port)}
        onCommit={(typed) => {
          const wanted = Number(typed.normalize('NFKC'));
          const isPort = Number.isInteger(wanted) && wanted >= 1 && wanted <= 65_535;
          if (isPort && wanted !== port) change({ port: wanted });
        }}
      />
      {state.links.map((link) => (
        <p key={link} className="door-link">
          <span>{words.doorLink}</span>
          <code>{link}</code>
          <IconButton
            icon={Copy}
            label={words.copyLink}
            onPress={() => void navigator.clipboard.writeText(link)}
          />
        </p>
      ))}
    </div>
  );
}
