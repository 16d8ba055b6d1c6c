import { useEffect, useState } from 'react';
import { assetShownAs } from '#engine/display/shown-asset.ts';
import { useDesk } from '#renderer/desk-state/open-desk.ts';

/** Address of a picture of the open issue for an `img`; undefined until it is there. */
export function useAssetAddress(asset: string | undefined): string | undefined {
  const { host, openIssue } = useDesk();
  const { session } = openIssue;
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (asset === undefined) return;
    let made: string | undefined;
    let isWanted = true;
    host.pictureFile({ session, ...assetShownAs(asset) }).then((answer) => {
      if (!answer.ok || !isWanted) return;
      made = URL.createObjectURL(new Blob([answer.value.slice()]));
      setAddress(made);
    });
    return () => {
      isWanted = false;
      if (made !== undefined) URL.revokeObjectURL(made);
      setAddress(undefined);
    };
  }, [host, session, asset]);
  return address;
}
