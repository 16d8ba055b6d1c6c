import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/desk-state/open-desk.ts';

/** A picture of the open issue for a canvas; undefined until it is there. */
export function useAssetBitmap(asset: string | undefined): ImageBitmap | undefined {
  const { host, openIssue } = useDesk();
  const { session } = openIssue;
  const [bitmap, setBitmap] = useState<ImageBitmap>();
  useEffect(() => {
    if (asset === undefined) return;
    let made: ImageBitmap | undefined;
    let isWanted = true;
    const fetch = async () => {
      const answer = await host.pictureFile({ session, asset });
      if (!answer.ok || !isWanted) return;
      made = await createImageBitmap(new Blob([answer.value.slice()])).catch(() => undefined);
      if (isWanted) setBitmap(made);
      else made?.close();
    };
    void fetch();
    return () => {
      isWanted = false;
      setBitmap(undefined);
      made?.close();
    };
  }, [host, session, asset]);
  return bitmap;
}
