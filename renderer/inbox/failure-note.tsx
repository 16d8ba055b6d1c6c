import type { Failure } from '#host/contract.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** What went wrong, in a line of its own; nothing while nothing did. */
export function FailureNote({ failure }: { readonly failure: Failure | undefined }) {
  const failures = useWords(failureStrings);
  return (
    failure !== undefined && (
      <p className="inbox-trouble" role="alert">
        {failures.of(failure)}
      </p>
    )
  );
}
