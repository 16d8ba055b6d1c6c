import { useEffect, useState } from 'react';
import type { Page } from '#engine/model/issue.ts';
import type { SignOffRole } from '#engine/model/issue-answers.ts';
import { type KeptSignOff, SIGN_OFF_ROLES, type SignOffState } from '#engine/model/sign-off.ts';
import type { Failure } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { type OpenDesk, useDesk } from '#renderer/desk-state/open-desk.ts';
import { deliveryStrings } from '#renderer/strings/delivery-strings.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { moment } from './moment.ts';
import { signPage } from './sign-page.ts';

export interface SignSheetProps {
  readonly page: Page;
  readonly look: string;
  readonly signs: SignOffState;
}

/** The sheet under a page (签样单): who has signed, what has changed since, and a line to sign. */
export function SignSheet({ page, look, signs }: SignSheetProps) {
  const desk = useDesk();
  const words = useWords(deliveryStrings);
  const isReadOnly = desk.openIssue.heldBy !== undefined;
  return (
    <section className="sign-sheet" aria-label={words.signTitle(page.number)}>
      <ul>
        {signs.stale.map((one) => (
          <li key={one.id} className="stale">
            {words.signature(words.role(one.role), one.by, moment(one.at))}
            {words.staleSignature}
          </li>
        ))}
        {signs.valid.map((one) => (
          <Signature key={one.id} signOff={one} isReadOnly={isReadOnly} />
        ))}
      </ul>
      {signs.stale.length > 0 && signs.kind !== 'signed' && <Changes page={page} look={look} />}
      {/* Made anew after each signature, so that the next name can be typed at once. */}
      {!isReadOnly && (
        <SignLine key={`${look}/${signs.valid.length}`} page={page} look={look} signs={signs} />
      )}
    </section>
  );
}

interface SignatureProps {
  readonly signOff: KeptSignOff;
  readonly isReadOnly: boolean;
}

function Signature({ signOff, isReadOnly }: SignatureProps) {
  const { openIssue } = useDesk();
  const words = useWords(deliveryStrings);
  const { id, role, by, at } = signOff;
  return (
    <li>
      <span>{words.signature(words.role(role), by, moment(at))}</span>
      <Button
        look="quiet"
        isDisabled={isReadOnly}
        onPress={() => openIssue.edit(words.stepUnsign, { kind: 'unsignedPage', id })}
      >
        {words.unsign}
      </Button>
    </li>
  );
}

/** What has changed on the page since it was last signed. */
function Changes({ page, look }: { readonly page: Page; readonly look: string }) {
  const desk = useDesk();
  const words = useWords(deliveryStrings);
  const changes = useChanges(desk, page.id, look);
  if (changes === undefined) return undefined;
  const lines = changes === 'unknown' ? [] : changes;
  return (
    <div className="sign-changes">
      <h4>{words.changesTitle}</h4>
      {changes === 'unknown' && <p>{words.changesUnknown}</p>}
      {changes !== 'unknown' && lines.length === 0 && <p>{words.noChanges}</p>}
      <ol>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </div>
  );
}

function useChanges(
  { host, openIssue, settings }: OpenDesk,
  page: string,
  look: string,
): readonly string[] | 'unknown' | undefined {
  const [changes, setChanges] = useState<readonly string[] | 'unknown'>();
  useEffect(() => {
    let isWanted = true;
    const language = settings.read().language === 'en' ? 'en' : 'zh';
    const ask = async () => {
      await openIssue.settle();
      const { session } = openIssue;
      const answer = await host.changesSinceSigned({ session, page, look, language });
      if (isWanted) setChanges((answer.ok ? answer.value.changes : undefined) ?? 'unknown');
    };
    void ask();
    return () => {
      isWanted = false;
    };
  }, [host, openIssue, settings, page, look]);
  return changes;
}

/** The first needed role that nobody has signed in yet. */
function nextRole({ missing }: SignOffState): SignOffRole {
  return missing[0]?.[0] ?? 'proofreader';
}

function SignLine({ page, look, signs }: SignSheetProps) {
  const desk = useDesk();
  const words = useWords(deliveryStrings);
  const failures = useWords(failureStrings);
  const wanted = nextRole(signs);
  const [chosen, setRole] = useState<SignOffRole>();
  const [by, setBy] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const role = chosen ?? wanted;
  const sign = async () => {
    if (by.trim() === '') return;
    setFailure(await signPage(desk, { page, look, role, by: by.trim() }));
    setRole(undefined);
    setBy('');
  };
  const isOnePerson = signs.missing.length > 0 && signs.valid.some((one) => one.by === by.trim());
  return (
    <form
      className="sign-line"
      onSubmit={(event) => {
        event.preventDefault();
        void sign();
      }}
    >
      <Select
        label={words.signAs}
        value={role}
        options={SIGN_OFF_ROLES.map((one) => ({ id: one, label: words.role(one) }))}
        onChange={(id) => setRole(SIGN_OFF_ROLES.find((one) => one === id))}
      />
      <TextField label={words.name} value={by} onType={setBy} onCommit={setBy} autoFocus />
      <Button look="accent" isDisabled={by.trim() === ''} onPress={() => void sign()}>
        {words.signNow}
      </Button>
      {isOnePerson && <p className="job-quiet">{words.onePerson}</p>}
      {failure !== undefined && (
        <p className="delivery-trouble" role="alert">
          {failures.of(failure)}
        </p>
      )}
    </form>
  );
}
