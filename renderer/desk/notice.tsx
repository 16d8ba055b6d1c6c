import type { Failure } from '#host/contract.ts';
import { failureSentence } from '#renderer/strings/zh-cn.ts';

/** Why there is nothing to see, or what is being waited for. */
export interface NoticeProps {
  readonly failure: Failure | undefined;
  readonly otherwise: string;
}

/** A sentence where a page would be. */
export function Notice({ failure, otherwise }: NoticeProps) {
  const sentence = failure && failureSentence(failure.code, failure.values);
  return (
    <main className="notice" role={failure === undefined ? 'status' : 'alert'}>
      {sentence ?? otherwise}
    </main>
  );
}
