import type { Finding } from '#engine/units/finding.ts';
import { goToFinding } from '#renderer/commands/go-to-finding.ts';
import { Button } from '#renderer/controls/button.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { fillerStrings } from '#renderer/strings/filler-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { openFillers } from './filler-steps.ts';

/** Findings of holes that a filler may close. */
const HOLES = new Set([
  'ad-empty',
  'ad-slot-empty',
  'story-underset',
  'column-foot-empty',
  'page-hole',
]);

/** The way from a hole that was found to the fillers that close it; nothing for other findings. */
export function FillFinding({ finding }: { readonly finding: Finding }) {
  const desk = useDesk();
  const words = useWords(fillerStrings);
  if (!HOLES.has(finding.code)) return undefined;
  const fill = () => {
    goToFinding(desk, finding);
    openFillers(desk);
  };
  return <Button onPress={fill}>{words.fill}</Button>;
}
