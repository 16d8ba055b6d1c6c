import { useEffect, useState } from 'react';
import type { Failure, Host } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { deliveryStrings } from '#renderer/strings/delivery-strings.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

type Paragraphs = Extract<
  Awaited<ReturnType<Host['readReceipt']>>,
  { ok: true }
>['value']['paragraphs'];

export interface ReceiptViewProps {
  readonly delivery: string;
  readonly onClose: () => void;
}

/** The receipt of a delivery: on the screen as on paper, and written as a PDF to be printed. */
export function ReceiptView({ delivery, onClose }: ReceiptViewProps) {
  const { host, openIssue, settings } = useDesk();
  const words = useWords(deliveryStrings);
  const failures = useWords(failureStrings);
  const language = useStore(settings, (one) => (one.language === 'en' ? 'en' : 'zh'));
  const [paragraphs, setParagraphs] = useState<Paragraphs>([]);
  const [failure, setFailure] = useState<Failure>();
  const [path, setPath] = useState<string>();
  useEffect(() => {
    void host.readReceipt({ delivery, language }).then((answer) => {
      if (answer.ok) setParagraphs(answer.value.paragraphs);
      else setFailure(answer.failure);
    });
  }, [host, delivery, language]);
  const write = async () => {
    const { session } = openIssue;
    const answer = await host.writeReceipt({ session, delivery, language });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) setPath(answer.value.path);
  };
  return (
    <Dialog
      title={words.receiptTitle}
      isWide
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.close}</Button>
          <Button look="accent" onPress={() => void write()}>
            {words.writeReceipt}
          </Button>
        </>
      }
    >
      <article className="receipt">
        {paragraphs.slice(1).map(({ text, rank }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a receipt never changes its order
          <p key={place} className={`receipt-${rank}`}>
            {text}
          </p>
        ))}
      </article>
      {failure !== undefined && (
        <p className="delivery-trouble" role="alert">
          {failures.of(failure)}
        </p>
      )}
      {path !== undefined && (
        <p className="delivery-row" role="status">
          <span className="delivery-name">{words.receiptWritten(path)}</span>
          <Button look="quiet" onPress={() => void host.showInFolder({ path })}>
            {words.show}
          </Button>
        </p>
      )}
    </Dialog>
  );
}
