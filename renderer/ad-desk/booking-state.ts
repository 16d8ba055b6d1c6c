import type { Booking, Issue } from '#engine/model/issue.ts';
import { type AdSize, adSizeNamed, type RateCard } from '#engine/model/rate-card.ts';
import type { PlacedSlot } from '#engine/preflight/ads/ad-fit.ts';
import { slotFindings } from '#engine/preflight/ads/slot-findings.ts';
import { slotsOfBooking } from '#engine/preflight/ads/slots-of-booking.ts';
import type { Finding } from '#engine/units/finding.ts';

/** How far a booked ad has come: 未排、缺稿、不符、已有稿. */
export type BookingStage = 'unplaced' | 'empty' | 'wrong' | 'ready';

/** A booking with what has become of it. */
export interface BookingState {
  readonly booking: Booking;
  /** Undefined for a size that the paper does not sell. */
  readonly size: AdSize | undefined;
  readonly slot: PlacedSlot | undefined;
  readonly stage: BookingStage;
  /** Green: may go to press. Red: holds the page back, or can have no place. */
  readonly light: 'green' | 'amber' | 'red';
  readonly findings: readonly Finding[];
  /** The slot has another size than is booked. */
  readonly hasOtherSize: boolean;
}

/** What has become of a booking. */
export function bookingState(issue: Issue, card: RateCard, booking: Booking): BookingState {
  const size = adSizeNamed(card, booking.size);
  const [slot] = slotsOfBooking(issue, booking.number);
  const findings = slot === undefined ? [] : slotFindings({ issue, page: slot.page }, slot.block);
  const hasOtherSize = slot !== undefined && size?.name !== slot.block.ad?.size;
  const asset = slot && issue.pictures[slot.block.picture]?.asset;
  const isWrong = findings.length > 0 || hasOtherSize;
  const stage = stageOf({ isPlaced: slot !== undefined, isThere: asset !== undefined, isWrong });
  const isRed = size === undefined || findings.some(({ severity }) => severity === 'blocks press');
  const isAmber = stage === 'unplaced' || isWrong;
  const light = isRed || stage === 'empty' ? 'red' : isAmber ? 'amber' : 'green';
  return { booking, size, slot, stage, light, findings, hasOtherSize };
}

interface StageSigns {
  readonly isPlaced: boolean;
  readonly isThere: boolean;
  readonly isWrong: boolean;
}

function stageOf({ isPlaced, isThere, isWrong }: StageSigns): BookingStage {
  if (!isPlaced) return 'unplaced';
  if (!isThere) return 'empty';
  return isWrong ? 'wrong' : 'ready';
}
