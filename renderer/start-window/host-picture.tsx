import { useEffect, useState } from 'react';
import type { Answer } from '#host/contract.ts';

/** A picture that the host draws; `name` says which, so that it is fetched once. */
export interface HostPictureProps {
  readonly name: string;
  readonly fetch: () => Promise<Answer<Uint8Array>>;
}

/** An empty sheet until the picture is there, or when it cannot be had. */
export function HostPicture({ name, fetch }: HostPictureProps) {
  const [address, setAddress] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: fetched once for each name
  useEffect(() => {
    let made: string | undefined;
    let isWanted = true;
    fetch().then((answer) => {
      if (!answer.ok || !isWanted) return;
      made = URL.createObjectURL(new Blob([answer.value.slice()], { type: 'image/png' }));
      setAddress(made);
    });
    return () => {
      isWanted = false;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [name]);
  return (
    <span className="host-picture" aria-hidden>
      {address === undefined ? <span className="host-sheet" /> : <img src={address} alt="" />}
    </span>
  );
}
