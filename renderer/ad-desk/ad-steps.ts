import type { AdSize } from '#engine/model/rate-card.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { chooseBlocks } from '#renderer/make-up/choose-blocks.ts';
import { deskWords, placeOnPage } from '#renderer/make-up/make-up-place.ts';
import { adStrings } from '#renderer/strings/ad-strings.ts';
import type { BookingState } from './booking-state.ts';
import { placeAdSlot } from './place-slot.ts';

/**
 * Places the slot of a booking on its page, or on the page that shows when any will do. Answers
 * what the newsroom has to be told, if anything.
 */
export function placeBooking(
  desk: OpenDesk,
  { booking, size }: Pick<BookingState, 'booking' | 'size'>,
): string | undefined {
  const words = deskWords(desk, adStrings);
  if (size === undefined) return words.unknownSize(booking.size);
  const { pages } = desk.openIssue.issue();
  const named = pages.find(({ number }) => number.toUpperCase() === booking.page);
  if (booking.page !== '' && named === undefined) return words.noPage(booking.page);
  const page = named?.id ?? desk.state.read().page;
  return placeSlot(desk, { page, size, booking: booking.number, step: words.steps.place });
}

/** Where a slot is wanted, and what the step of undo is called. */
interface SlotWish {
  readonly page: string;
  readonly size: AdSize;
  readonly booking: string | undefined;
  readonly step: string;
}

/** Places a slot, shows its page and chooses it. */
export function placeSlot(desk: OpenDesk, wish: SlotWish): string | undefined {
  const words = deskWords(desk, adStrings);
  const place = placeOnPage(desk, desk.openIssue.issue(), wish.page);
  if (place === undefined) return words.failed;
  const placed = placeAdSlot({ ...place, size: wish.size, booking: wish.booking });
  if (placed === undefined) return words.tooLarge(wish.size.name);
  if (!desk.openIssue.edit(wish.step, placed.edit).ok) return words.failed;
  showBlock(desk, wish.page, placed.block);
  return placed.isOver ? words.over : undefined;
}

/** Shows the slot of a booking and chooses it. */
export function showSlot(desk: OpenDesk, { slot }: Pick<BookingState, 'slot'>): void {
  if (slot !== undefined) showBlock(desk, slot.page.id, slot.block.id);
}

/** Strikes a booking out of the list; its slot stays and says that it has none. */
export function strikeBooking(desk: OpenDesk, number: string): string | undefined {
  const words = deskWords(desk, adStrings);
  const edit = { kind: 'setBooking', number, booking: undefined } as const;
  return desk.openIssue.edit(words.steps.strike, edit).ok ? undefined : words.failed;
}

function showBlock(desk: OpenDesk, page: string, block: string): void {
  if (page !== desk.state.read().page) {
    desk.composing.show(page);
    desk.state.change({ page });
  }
  chooseBlocks(desk, [block]);
}
