import { useShownFindings } from './sorted-pages.ts';

/** How grave the gravest finding of a page is. */
export type Gravity = 'good' | 'informs' | 'warns' | 'blocks';

/** The gravest finding of the page that shows, as a coloured point; nothing when all is well. */
export function FindingLight() {
  const gravity = useGravity();
  return gravity === 'good' ? undefined : <span className={`finding-light ${gravity}`} />;
}

/** How grave the gravest finding of the page that shows is; what is waived does not count. */
export function useGravity(): Gravity {
  const { open } = useShownFindings();
  if (open.some(({ severity }) => severity === 'blocks press')) return 'blocks';
  if (open.some(({ severity }) => severity === 'warns')) return 'warns';
  return open.length > 0 ? 'informs' : 'good';
}
