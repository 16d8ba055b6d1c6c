import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { pictureStrings } from '#renderer/strings/picture-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import type { PlacingTrouble } from './place-photograph.ts';

/** Why a photograph was not placed; nothing when all went well. */
export function PlacingNote({ trouble }: { readonly trouble: PlacingTrouble | undefined }) {
  const words = useWords(pictureStrings);
  const failures = useWords(failureStrings);
  if (trouble === undefined) return undefined;
  return (
    <p className="picture-trouble" role="alert">
      {trouble.kind === 'failure' ? failures.of(trouble.failure) : words[trouble.kind]}
    </p>
  );
}
