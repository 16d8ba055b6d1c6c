import { useState } from 'react';
import { Button } from '#renderer/controls/button.tsx';
import { ProgressBar } from '#renderer/controls/progress-bar.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { deliveryStrings } from '#renderer/strings/delivery-strings.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { moment } from './moment.ts';
import type { DeliveryCaption } from './use-deliveries.ts';

export interface DeliveryRecordsProps {
  readonly deliveries: readonly DeliveryCaption[];
  readonly onChanged: () => Promise<void>;
  readonly onReceipt: (delivery: string) => void;
}

/** What is in line and what was sent, the latest first, with hashes and times. */
export function DeliveryRecords({ deliveries, onChanged, onReceipt }: DeliveryRecordsProps) {
  const words = useWords(deliveryStrings);
  return (
    <section className="delivery-records" aria-label={words.records}>
      <h3>{words.records}</h3>
      {deliveries.length === 0 && <p className="job-quiet">{words.noRecords}</p>}
      <ul>
        {deliveries.map((delivery) => (
          <Record
            key={delivery.id}
            delivery={delivery}
            onChanged={onChanged}
            onReceipt={onReceipt}
          />
        ))}
      </ul>
    </section>
  );
}

interface RecordProps extends Omit<DeliveryRecordsProps, 'deliveries'> {
  readonly delivery: DeliveryCaption;
}

function Record({ delivery, onChanged, onReceipt }: RecordProps) {
  const words = useWords(deliveryStrings);
  const { id, state, at, doneAt, by, targetName, files, override } = delivery;
  return (
    <li className={`delivery-record ${state}`}>
      <div className="delivery-row">
        <span className={`delivery-light ${LIGHTS[state]}`}>{words.state(state)}</span>
        <span className="delivery-name">{targetName}</span>
        <span className="job-quiet">{moment(doneAt ?? at)}</span>
        <span className="job-quiet">{by}</span>
        <Button look="quiet" onPress={() => onReceipt(id)}>
          {words.receipt}
        </Button>
      </div>
      {files.map((file) => (
        <DeliveredFile key={file.name} file={file} isUnderWay={state === 'waiting'} />
      ))}
      {override !== undefined && <p className="delivery-override">{words.overridden(override)}</p>}
      <Trouble delivery={delivery} onChanged={onChanged} />
    </li>
  );
}

const LIGHTS: Readonly<Record<DeliveryCaption['state'], string>> = {
  waiting: 'warns',
  held: 'blocks',
  done: 'good',
  withdrawn: '',
};

interface DeliveredFileProps {
  readonly file: DeliveryCaption['files'][number];
  readonly isUnderWay: boolean;
}

function DeliveredFile({ file, isUnderWay }: DeliveredFileProps) {
  const words = useWords(deliveryStrings);
  const { name, bytes, bytesSent, sha256, sentAt } = file;
  if (isUnderWay && sentAt === undefined) {
    return <ProgressBar label={name} done={bytesSent} all={bytes} />;
  }
  return (
    <p className="delivery-file">
      <span>{name}</span>
      <span className="delivery-digest">{words.digest(sha256)}</span>
    </p>
  );
}

/** Why a delivery does not go on, and what can be done about it. */
function Trouble({ delivery, onChanged }: Pick<RecordProps, 'delivery' | 'onChanged'>) {
  const { host } = useDesk();
  const words = useWords(deliveryStrings);
  const failures = useWords(failureStrings);
  const [password, setPassword] = useState('');
  const { id, state, trouble } = delivery;
  if (state !== 'waiting' && state !== 'held') return undefined;
  const takeUp = async () => {
    const withPassword = password === '' ? {} : { password };
    await host.takeUpDelivery({ delivery: id, ...withPassword });
    await onChanged();
  };
  const withdraw = async () => {
    await host.withdrawDelivery({ delivery: id });
    await onChanged();
  };
  const needsPassword = trouble?.code === 'delivery-password-missing';
  return (
    <div className="delivery-row">
      {trouble !== undefined && (
        <p className="delivery-trouble" role="alert">
          {failures.of(trouble)}
        </p>
      )}
      {needsPassword && (
        <TextField
          label={words.password}
          inputType="password"
          value={password}
          onType={setPassword}
          onCommit={setPassword}
        />
      )}
      {trouble !== undefined && <Button onPress={() => void takeUp()}>{words.retry}</Button>}
      <Button onPress={() => void withdraw()}>{words.withdraw}</Button>
    </div>
  );
}
