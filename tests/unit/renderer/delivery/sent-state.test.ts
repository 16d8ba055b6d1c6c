import { expect, it } from 'vitest';
import { sentState } from '#renderer/delivery/sent-state.ts';
import type { DeliveryCaption } from '#renderer/delivery/use-deliveries.ts';

/** A delivery of A06 such as `done shop v1=look`. */
function delivery(words: string): DeliveryCaption {
  const [state = '', target = '', page = ''] = words.split(' ');
  const [version = '', look = ''] = page.split('=');
  return {
    id: words,
    at: '',
    by: '',
    target,
    targetName: target,
    subject: '',
    state: state as DeliveryCaption['state'],
    doneAt: undefined,
    trouble: undefined,
    override: undefined,
    files: [
      {
        name: '',
        bytes: 1,
        bytesSent: 0,
        sha256: '',
        sentAt: undefined,
        page: { issue: 'i', number: 'A06', version: Number(version.slice(1)), look },
      },
    ],
  };
}

/** The state of A06, which looks like `now`, by deliveries of which the latest stands first. */
function stateOf(...deliveries: readonly string[]) {
  const question = { issue: 'i', number: 'A06', look: 'now', target: 'shop' };
  return sentState(deliveries.map(delivery), question);
}

it('knows a page that lies at the print shop as it is', () => {
  expect(stateOf('done shop v2=now', 'done shop v1=old')).toEqual({ kind: 'sent', version: 2 });
});

it('says which version was changed since it was sent', () => {
  expect(stateOf('done shop v1=old')).toEqual({ kind: 'sent and changed', version: 1 });
});

it('counts a held page as in line, and a withdrawn one as never sent', () => {
  expect(stateOf('held shop v1=now')).toEqual({ kind: 'in line', version: 1 });
  expect(stateOf('withdrawn shop v1=now')).toEqual({ kind: 'not sent' });
});

it('takes what lies at another print shop for nothing', () => {
  expect(stateOf('done other v1=now')).toEqual({ kind: 'not sent' });
});
