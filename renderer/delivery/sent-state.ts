import type { DeliveryDesk } from './use-deliveries.ts';

/** What of a page lies at a target. */
export type SentState =
  | { readonly kind: 'not sent' }
  | { readonly kind: 'sent' | 'in line' | 'sent and changed'; readonly version: number };

/** A page as it is now, and the target that it may have gone to. */
export interface SentQuestion {
  readonly issue: string;
  readonly number: string;
  readonly look: string | undefined;
  /** Address of the target. */
  readonly target: string;
}

/** What of a page lies at the target, or is on its way there; the latest delivery counts. */
export function sentState(
  deliveries: DeliveryDesk['deliveries'],
  { issue, number, look, target }: SentQuestion,
): SentState {
  for (const delivery of deliveries) {
    if (delivery.target !== target || delivery.state === 'withdrawn') continue;
    const page = delivery.files
      .map((file) => file.page)
      .find((one) => one?.issue === issue && one.number === number);
    if (page === undefined) continue;
    const { version } = page;
    if (delivery.state !== 'done') return { kind: 'in line', version };
    return { kind: page.look === look ? 'sent' : 'sent and changed', version };
  }
  return { kind: 'not sent' };
}
