import { useState } from 'react';
import type { ShownPage } from '#renderer/composing/composing.ts';
import { useShownPage } from '#renderer/desk-state/open-desk.ts';

/**
 * The page that shows as it was last composed from the issue. Previews are passed over: a panel
 * that followed them would move under the pointer that called them up.
 */
export function useSettledPage(): ShownPage | undefined {
  const shown = useShownPage();
  const [settled, setSettled] = useState(shown);
  if (shown === undefined || shown.isPreview || shown === settled) return settled;
  setSettled(shown);
  return shown;
}
