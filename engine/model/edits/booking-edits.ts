import type { IssueRoots } from '#engine/model/issue-doc.ts';
import { bookingSchema } from '#engine/model/issue-schema.ts';
import type { SetBooking } from './edit.ts';
import { type EditPlan, planned, refused } from './edit-plan.ts';

/** Plans that a booking is entered, changed or struck out. */
export function planSetBooking({ bookings }: IssueRoots, edit: SetBooking): EditPlan {
  const { booking, number } = edit;
  if (booking !== undefined && booking.number !== number) return refused('another booking number');
  const isThere = bookings.has(number);
  if (booking === undefined && !isThere) return refused('no such booking');
  const former = isThere ? bookingSchema.parse(bookings.get(number)) : undefined;
  return planned({ kind: 'setBooking', number, booking: former }, () => {
    if (booking === undefined) bookings.delete(number);
    else bookings.set(number, booking);
  });
}
