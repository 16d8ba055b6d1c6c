import { useState } from 'react';
import type { Failure } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { deliveryStrings } from '#renderer/strings/delivery-strings.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { TargetForm } from './target-form.tsx';
import type { KeptTarget } from './use-deliveries.ts';

export interface TargetChoiceProps {
  readonly targets: readonly KeptTarget[];
  readonly chosen: KeptTarget | undefined;
  readonly onChoose: (id: string) => void;
  /** The targets are others than before. */
  readonly onChanged: () => Promise<void>;
}

/** Where pages go: a choice among the print shops of this machine, which can be added to. */
export function TargetChoice({ targets, chosen, onChoose, onChanged }: TargetChoiceProps) {
  const { host } = useDesk();
  const words = useWords(deliveryStrings);
  const failures = useWords(failureStrings);
  const [form, setForm] = useState<'new' | 'change'>();
  const [failure, setFailure] = useState<Failure>();
  const remove = async (id: string) => {
    const answer = await host.removeTarget({ id });
    setFailure(answer.ok ? undefined : answer.failure);
    await onChanged();
  };
  return (
    <section className="delivery-target">
      <div className="delivery-row">
        {targets.length === 0 ? (
          <p className="job-quiet">{words.noTarget}</p>
        ) : (
          <Select
            label={words.target}
            value={chosen?.id}
            options={targets.map(({ id, name, address }) => ({ id, label: `${name}　${address}` }))}
            onChange={onChoose}
          />
        )}
        <Button onPress={() => setForm('new')}>{words.addTarget}</Button>
        {chosen !== undefined && (
          <>
            <Button onPress={() => setForm('change')}>{words.changeTarget}</Button>
            <Button look="quiet" onPress={() => void remove(chosen.id)}>
              {words.removeTarget}
            </Button>
          </>
        )}
      </div>
      {failure !== undefined && (
        <p className="delivery-trouble" role="alert">
          {failures.of(failure)}
        </p>
      )}
      {form !== undefined && (
        <TargetForm
          target={form === 'change' ? chosen : undefined}
          onClose={() => setForm(undefined)}
          onKept={async (id) => {
            setForm(undefined);
            await onChanged();
            onChoose(id);
          }}
        />
      )}
    </section>
  );
}
