import { useShownPage } from '#renderer/desk-state/open-desk.ts';

/** How grave the gravest finding of a page is. */
export type Gravity = 'good' | 'informs' | 'warns' | 'blocks';

/** The gravest finding of the page that shows, as a coloured point; nothing when all is well. */
export function FindingLight() {
  const gravity = useGravity();
  return gravity === 'good' ? undefined : <span className={`finding-light ${gravity}`} />;
}

/** How grave the gravest finding of the page that shows is. */
export function useGravity(): Gravity {
  const findings = useShownPage()?.findings ?? [];
  if (findings.some(({ severity }) => severity === 'blocks press')) return 'blocks';
  if (findings.some(({ severity }) => severity === 'warns')) return 'warns';
  return findings.length > 0 ? 'informs' : 'good';
}
