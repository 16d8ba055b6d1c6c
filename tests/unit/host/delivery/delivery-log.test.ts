import { expect, it } from 'vitest';
import type { DeliveryEntry, DeliveryOrder } from '#host/delivery/delivery-entry.ts';
import { type Delivery, noteEntry, planPage } from '#host/delivery/delivery-log.ts';

/** Orders in a line: `id target A06=digest v1`. */
function ordered(line: string): DeliveryEntry {
  const [id = '', target = '', page = '', version = ''] = line.split(' ');
  const [number = '', digest = ''] = page.split('=');
  const order: DeliveryOrder = {
    id,
    at: '2021-06-17T22:30:00+08:00',
    target,
    targetName: target,
    by: '',
    subject: '',
    override: undefined,
    files: [
      {
        name: `${number}_${version}.pdf`,
        bytes: 1,
        sha256: digest,
        readyFor: undefined,
        page: {
          issue: 'i',
          number,
          digest,
          version: Number(version.slice(1)),
          look: digest,
          signatures: [],
          remarks: [],
        },
      },
    ],
  };
  return { kind: 'ordered', order };
}

const done = (delivery: string): DeliveryEntry => ({ kind: 'done', delivery, at: '' });
const withdrawn = (delivery: string): DeliveryEntry => ({ kind: 'withdrawn', delivery, at: '' });

function deliveriesOf(entries: readonly DeliveryEntry[]): readonly Delivery[] {
  const known = new Map<string, Delivery>();
  for (const entry of entries) noteEntry(known, entry);
  return [...known.values()];
}

function plan(entries: readonly DeliveryEntry[], target: string, page: string) {
  const [number = '', digest = ''] = page.split('=');
  return planPage(deliveriesOf(entries), target, { issue: 'i', number, digest });
}

it('counts a page from one', () => {
  expect(plan([], 'shop', 'A06=a')).toEqual({
    version: 1,
    isThere: false,
    isInLine: false,
    replaces: undefined,
  });
});

it('sends a page that has not changed no second time', () => {
  const log = [ordered('1 shop A06=a v1'), done('1')];
  expect(plan(log, 'shop', 'A06=a')).toEqual({
    version: 1,
    isThere: true,
    isInLine: false,
    replaces: undefined,
  });
});

it('counts a changed page up and says what it replaces', () => {
  const log = [ordered('1 shop A06=a v1'), done('1')];
  expect(plan(log, 'shop', 'A06=b')).toEqual({
    version: 2,
    isThere: false,
    isInLine: false,
    replaces: 1,
  });
});

it('counts a page that is on its way as sent', () => {
  const log = [ordered('1 shop A06=a v1')];
  expect(plan(log, 'shop', 'A06=a')).toMatchObject({ isThere: true, isInLine: true });
});

it('sends the same page to another print shop under the same version', () => {
  const log = [ordered('1 shop A06=a v1'), ordered('2 shop A06=b v2'), done('1'), done('2')];
  expect(plan(log, 'other', 'A06=b')).toEqual({
    version: 2,
    isThere: false,
    isInLine: false,
    replaces: undefined,
  });
});

it('sends a page again that went back to an earlier state', () => {
  const log = [ordered('1 shop A06=a v1'), ordered('2 shop A06=b v2')];
  expect(plan(log, 'shop', 'A06=a')).toEqual({
    version: 1,
    isThere: false,
    isInLine: false,
    replaces: 2,
  });
});

it('forgets a delivery that was withdrawn before anything was sent', () => {
  const log = [ordered('1 shop A06=a v1'), withdrawn('1')];
  expect(plan(log, 'shop', 'A06=b')).toEqual({
    version: 1,
    isThere: false,
    isInLine: false,
    replaces: undefined,
  });
});

it('gives no second file the version of one that was sent and withdrawn', () => {
  const sent: DeliveryEntry = {
    kind: 'sent',
    delivery: '1',
    name: 'A06_v1.pdf',
    sha256: 'a',
    begun: undefined,
    arrived: undefined,
    at: '',
  };
  const log = [ordered('1 shop A06=a v1'), sent, withdrawn('1')];
  expect(plan(log, 'shop', 'A06=b').version).toBe(2);
});

it('knows why a delivery is held until it is taken up again', () => {
  const held: DeliveryEntry = {
    kind: 'held',
    delivery: '1',
    at: '',
    code: 'delivery-not-let-in',
    values: { host: 'shop' },
  };
  const order = ordered('1 shop A06=a v1');
  expect(deliveriesOf([order, held])[0]).toMatchObject({
    state: 'held',
    trouble: { code: 'delivery-not-let-in' },
  });
  const takenUp: DeliveryEntry = { kind: 'taken up', delivery: '1', at: '' };
  expect(deliveriesOf([order, held, takenUp])[0]).toMatchObject({
    state: 'waiting',
    trouble: undefined,
  });
});
