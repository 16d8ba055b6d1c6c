import type { DeliveryEntry, DeliveryOrder, OrderedPage } from './delivery-entry.ts';

/** How far a delivery is. */
export interface Delivery {
  readonly order: DeliveryOrder;
  readonly state: 'waiting' | 'held' | 'done' | 'withdrawn';
  /** Files that lie at the print shop, and how they came there, by name. */
  readonly sent: ReadonlyMap<string, DeliveryEntryOf<'sent'>>;
  /** When all files were there. */
  readonly doneAt: string | undefined;
  /** Why it is held. */
  readonly trouble: DeliveryEntryOf<'held'> | undefined;
}

type DeliveryEntryOf<Kind> = Extract<DeliveryEntry, { kind: Kind }>;

/** Takes an entry into the deliveries known so far, by their ids in the order of the log. */
export function noteEntry(deliveries: Map<string, Delivery>, entry: DeliveryEntry): void {
  if (entry.kind === 'ordered') {
    deliveries.set(entry.order.id, newDelivery(entry.order));
    return;
  }
  const known = deliveries.get(entry.delivery);
  if (known !== undefined) deliveries.set(entry.delivery, after(known, entry));
}

function newDelivery(order: DeliveryOrder): Delivery {
  return { order, state: 'waiting', sent: new Map(), doneAt: undefined, trouble: undefined };
}

function after(delivery: Delivery, entry: Exclude<DeliveryEntry, { kind: 'ordered' }>): Delivery {
  switch (entry.kind) {
    case 'sent':
      return { ...delivery, sent: new Map([...delivery.sent, [entry.name, entry]]) };
    case 'done':
      return { ...delivery, state: 'done', doneAt: entry.at, trouble: undefined };
    case 'held':
      return { ...delivery, state: 'held', trouble: entry };
    case 'taken up':
      return { ...delivery, state: 'waiting', trouble: undefined };
    case 'withdrawn':
      return { ...delivery, state: 'withdrawn', trouble: undefined };
  }
}

/** A page that is to be delivered, before it has a version. */
export type PageInHand = Pick<OrderedPage, 'issue' | 'number' | 'digest'>;

/** What delivering a page to a place means after what went there before. */
export interface PagePlan {
  /** Version that the page gets; the one that lies there when it has not changed. */
  readonly version: number;
  /** True when the page lies there, or is on its way, as it is. */
  readonly isThere: boolean;
  /** True when it is in line for the place and not all there yet. */
  readonly isInLine: boolean;
  /** Version that it replaces; undefined for the first. */
  readonly replaces: number | undefined;
}

/**
 * Which version of a page is sent next. Versions are counted for the page, not for the place: no
 * two different files of one page bear the same version.
 */
export function planPage(
  deliveries: readonly Delivery[],
  target: string,
  page: PageInHand,
): PagePlan {
  const earlier = deliveries
    .filter(({ state, sent }) => state !== 'withdrawn' || sent.size > 0)
    .flatMap(({ order, state }) =>
      order.files.flatMap((file) =>
        file.page?.issue === page.issue && file.page.number === page.number
          ? [{ target: order.target, page: file.page, state }]
          : [],
      ),
    );
  const last = earlier.findLast((one) => one.target === target && one.state !== 'withdrawn');
  const there = last?.page;
  if (there?.digest === page.digest) {
    const isInLine = last?.state !== 'done';
    return { version: there.version, isThere: true, isInLine, replaces: undefined };
  }
  const same = earlier.find((one) => one.page.digest === page.digest)?.page;
  const latest = Math.max(0, ...earlier.map((one) => one.page.version));
  return {
    version: same?.version ?? latest + 1,
    isThere: false,
    isInLine: false,
    replaces: there?.version,
  };
}
