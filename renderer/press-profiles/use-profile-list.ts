import { useEffect, useState } from 'react';
import type {
  Answer,
  Failure,
  ProfileList,
  ProfileSettings,
  ProfileSheet,
} from '#host/contract.ts';
import { useDesk } from '#renderer/desk-state/open-desk.ts';

/** The profiles of this machine, and what may be done with them. */
export interface Profiles {
  readonly list: ProfileList | undefined;
  /** The profile that is looked at. */
  readonly sheet: ProfileSheet | undefined;
  readonly isTaking: boolean;
  readonly isSaved: boolean;
  readonly failure: Failure | undefined;
  takeIn(file: File): Promise<void>;
  save(settings: ProfileSettings): Promise<void>;
  copy(name: string): Promise<void>;
  remove(id: string): Promise<void>;
}

const NO_ONE = '';

/** Follows the profile that is looked at; the list of the desk follows what is changed. */
export function useProfileList(shown: string, show: (id: string) => void): Profiles {
  const { host, profiles } = useDesk();
  const [list, setList] = useState<ProfileList>();
  const [sheet, setSheet] = useState<ProfileSheet>();
  const [isTaking, setTaking] = useState(false);
  const [saved, setSaved] = useState(NO_ONE);
  const [failure, setFailure] = useState<Failure>();
  async function listAgain(): Promise<void> {
    const answer = await host.listProfiles({});
    if (!answer.ok) return setFailure(answer.failure);
    setList(answer.value);
    profiles.change({ list: answer.value.profiles });
  }
  async function take(asking: Promise<Answer<ProfileSheet>>): Promise<void> {
    const answer = await asking;
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    setSheet(answer.value);
    show(answer.value.id);
    await listAgain();
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once
  useEffect(() => void listAgain(), []);
  useEffect(() => {
    let isWanted = true;
    setSheet(undefined);
    setSaved(NO_ONE);
    if (shown === NO_ONE) return;
    host.readProfile({ profile: shown }).then((answer) => {
      if (!isWanted) return;
      if (answer.ok) setSheet(answer.value);
      else setFailure(answer.failure);
    });
    return () => {
      isWanted = false;
    };
  }, [host, shown]);
  return {
    list,
    sheet: sheet?.id === shown ? sheet : undefined,
    isTaking,
    isSaved: saved === shown,
    failure,
    async takeIn(file) {
      setTaking(true);
      const bytes = new Uint8Array(await file.arrayBuffer());
      await take(host.takeInProfile({ name: file.name, bytes }));
      setTaking(false);
    },
    async save(settings) {
      await take(host.changeProfile({ profile: shown, settings }));
      setSaved(shown);
    },
    copy: (name) => take(host.copyProfile({ profile: shown, name })),
    async remove(id) {
      const answer = await host.deleteProfile({ profile: id });
      setFailure(answer.ok ? undefined : answer.failure);
      if (!answer.ok) return;
      if (id === shown) show(answer.value.profiles[0]?.id ?? NO_ONE);
      await listAgain();
    },
  };
}
