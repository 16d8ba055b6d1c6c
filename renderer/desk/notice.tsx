import type { Failure } from '#host/contract.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** Why there is nothing to see, or what is being waited for. */
export interface NoticeProps {
  readonly failure: Failure | undefined;
  readonly otherwise: string;
}

/** A sentence where a page would be. */
export function Notice({ failure, otherwise }: NoticeProps) {
  const sentences = useWords(failureStrings);
  return (
    <main className="notice" role={failure === undefined ? 'status' : 'alert'}>
      {failure === undefined ? otherwise : sentences.of(failure)}
    </main>
  );
}
