import type { Edit } from '#engine/model/edits/edit.ts';
import type { Booking, Issue } from '#engine/model/issue.ts';

/** What a list of bookings would change of those that are entered. */
export interface BookingChanges {
  readonly added: readonly Booking[];
  /** With the booking as it was. */
  readonly changed: readonly { readonly before: Booking; readonly after: Booking }[];
  readonly same: number;
}

/** Compares a list with what is entered, by number. What the list does not name stays. */
export function compareBookings(
  entered: Issue['bookings'],
  list: readonly Booking[],
): BookingChanges {
  const added = list.filter(({ number }) => entered[number] === undefined);
  const changed = list.flatMap((after) => {
    const before = entered[after.number];
    return before === undefined || fieldsThatDiffer(before, after).length === 0
      ? []
      : [{ before, after }];
  });
  return { added, changed, same: list.length - added.length - changed.length };
}

/** The fields in which two bookings differ. */
export function fieldsThatDiffer(a: Booking, b: Booking): readonly (keyof Booking)[] {
  const fields = Object.keys(a) as readonly (keyof Booking)[];
  return fields.filter((field) => a[field] !== b[field]);
}

/** Enters what is new and changed. */
export function editsOfChanges({ added, changed }: BookingChanges): readonly Edit[] {
  const bookings = [...added, ...changed.map(({ after }) => after)];
  return bookings.map((booking): Edit => {
    return { kind: 'setBooking', number: booking.number, booking };
  });
}
