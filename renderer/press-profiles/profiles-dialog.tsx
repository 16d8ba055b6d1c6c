import { useEffect, useState } from 'react';
import { FileTrigger, ListBox, ListBoxItem } from 'react-aria-components';
import type { ProfileList, ProfileSheet } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { useDesk, useProfile } from '#renderer/desk-state/open-desk.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { profileStrings } from '#renderer/strings/profile-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { ProfileComparison } from './profile-comparison.tsx';
import { ProfileForm } from './profile-form.tsx';
import { type Profiles, useProfileList } from './use-profile-list.ts';
import './press-profiles.css';

/** The print shops that the newsroom works for: what each demands, and how each prints. */
export function ProfilesDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(profileStrings);
  const failures = useWords(failureStrings);
  const used = useProfile()?.id ?? '';
  const [shown, show] = useState(used);
  const profiles = useProfileList(shown, show);
  const usedSheet = useSheet(used);
  useKeyboardKept();
  const { failure, isTaking, list, sheet } = profiles;
  return (
    <Dialog title={words.title} isWhole onClose={onClose}>
      <div className="profiles">
        <nav className="profile-list" aria-label={words.list}>
          <FileTrigger
            acceptedFileTypes={['.icc', '.icm', '.json']}
            onSelect={(files) => {
              const [file] = files ?? [];
              if (file !== undefined) void profiles.takeIn(file);
            }}
          >
            <Button look="accent" isDisabled={isTaking}>
              {words.takeIn}
            </Button>
          </FileTrigger>
          {list !== undefined && (
            <ProfileLines list={list} shown={shown} used={used} onShow={show} />
          )}
          {list !== undefined && <BrokenLines list={list} onRemove={profiles.remove} />}
        </nav>
        <div className="profile-sheet">
          {isTaking && <p role="status">{words.taking}</p>}
          {failure !== undefined && (
            <p className="form-failure" role="alert">
              {failures.of(failure)}
            </p>
          )}
          {sheet !== undefined && <SheetOrders profiles={profiles} sheet={sheet} used={used} />}
          {sheet !== undefined && (
            <ProfileForm
              key={`${sheet.id} ${JSON.stringify(sheet.settings)}`}
              sheet={sheet}
              isSaved={profiles.isSaved}
              onSave={(settings) => void profiles.save(settings)}
            />
          )}
        </div>
        <div className="profile-beside">
          {sheet !== undefined && usedSheet !== undefined && (
            <ProfileComparison used={usedSheet} shown={sheet} />
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** A button that was pressed may go out of use or away; the keyboard must not go with it. */
function useKeyboardKept(): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>('.profile-line[data-selected]')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  });
}

interface ProfileLinesProps {
  readonly list: ProfileList;
  readonly shown: string;
  readonly used: string;
  readonly onShow: (id: string) => void;
}

function ProfileLines({ list, shown, used, onShow }: ProfileLinesProps) {
  const words = useWords(profileStrings);
  return (
    <ListBox
      className="profile-lines"
      aria-label={words.list}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[shown]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        if (key !== undefined) onShow(String(key));
      }}
    >
      {list.profiles.map(({ id, name }) => (
        <ListBoxItem key={id} id={id} className="profile-line" textValue={name}>
          <span>{name}</span>
          {id === used && <span className="profile-used">{words.inUse}</span>}
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

/** Named in words, and taken away where they are of no use any more. */
function BrokenLines(props: {
  readonly list: ProfileList;
  readonly onRemove: (id: string) => Promise<void>;
}) {
  const words = useWords(profileStrings);
  const failures = useWords(failureStrings);
  return (
    <ul className="profile-broken">
      {props.list.broken.map(({ id, failure }) => (
        <li key={id}>
          <strong>{words.broken}</strong>
          <span>{failures.of(failure)}</span>
          <Button label={`${words.remove} ${id}`} onPress={() => void props.onRemove(id)}>
            {words.remove}
          </Button>
        </li>
      ))}
    </ul>
  );
}

interface SheetOrdersProps {
  readonly profiles: Profiles;
  readonly sheet: ProfileSheet;
  readonly used: string;
}

function SheetOrders({ profiles, sheet, used }: SheetOrdersProps) {
  const words = useWords(profileStrings);
  const { host, settings } = useDesk();
  const { id, isOwn } = sheet;
  const { name } = sheet.settings;
  const isUsed = id === used;
  const hand = async () => {
    const answer = await host.exportProfile({ profile: id });
    if (answer.ok) saveFile(`${name}.json`, answer.value);
  };
  return (
    <div className="profile-orders">
      <Button look="accent" isDisabled={isUsed} onPress={() => settings.change({ profile: id })}>
        {words.adopt}
      </Button>
      <Button onPress={() => void profiles.copy(words.copyName(name))}>{words.copy}</Button>
      <Button onPress={() => void hand()}>{words.hand}</Button>
      <Button isDisabled={!isOwn || isUsed} onPress={() => void profiles.remove(id)}>
        {words.remove}
      </Button>
    </div>
  );
}

/** Hands a file to the browser, which asks or knows where files go. */
function saveFile(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replaceAll(/[\\/:*?"<>|]/gu, '-');
  link.click();
  URL.revokeObjectURL(address);
}

/** A profile that is not the one looked at. */
function useSheet(profile: string): ProfileSheet | undefined {
  const { host } = useDesk();
  const [sheet, setSheet] = useState<ProfileSheet>();
  useEffect(() => {
    let isWanted = true;
    host.readProfile({ profile }).then((answer) => {
      if (isWanted && answer.ok) setSheet(answer.value);
    });
    return () => {
      isWanted = false;
    };
  }, [host, profile]);
  return sheet?.id === profile ? sheet : undefined;
}
