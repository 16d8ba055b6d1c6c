import { useState } from 'react';
import type { Booking } from '#engine/model/issue.ts';
import { Checkbox } from '#renderer/controls/checkbox.tsx';
import { Section } from '#renderer/controls/section.tsx';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { mayEdit } from '#renderer/make-up/make-up-place.ts';
import { adStrings } from '#renderer/strings/ad-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { placeBooking, showSlot, strikeBooking } from './ad-steps.ts';
import { BookingLine } from './booking-line.tsx';
import { type BookingState, bookingState } from './booking-state.ts';
import { ImportBookings } from './import-bookings.tsx';
import { SHIPPED_RATE_CARD } from './shipped-rate-card.ts';
import { SlotSection } from './slot-section.tsx';
import './ads-panel.css';

/** Booked ads and how far each has come; slots of the rate card on the page. */
export function AdsPanel() {
  const desk = useDesk();
  const issue = useIssue();
  const words = useWords(adStrings);
  const [isOfIssue, setOfIssue] = useState(true);
  const [remark, setRemark] = useState('');
  const isOurs = mayEdit(desk);
  const all = Object.values(issue.bookings);
  const listed = all.filter(({ date }) => !isOfIssue || date === issue.date);
  const state = (booking: Booking) => bookingState(issue, SHIPPED_RATE_CARD, booking);
  const say = (outcome: string | undefined) => setRemark(outcome ?? '');
  const place = (one: BookingState) => say(placeBooking(desk, one));
  return (
    <div className="ads">
      <Section title={words.bookings}>
        <ImportBookings />
        <Checkbox label={words.ofIssue} isOn={isOfIssue} onChange={setOfIssue} />
        {listed.length === 0 && (
          <p className="ads-note">{all.length === 0 ? words.noneAtAll : words.none}</p>
        )}
        <ul className="ads-list">
          {listed.map(state).map((one) => (
            <BookingLine
              key={one.booking.number}
              state={one}
              issueDate={issue.date}
              isOurs={isOurs}
              onPlace={() => place(one)}
              onShow={() => showSlot(desk, one)}
              onStrike={() => say(strikeBooking(desk, one.booking.number))}
            />
          ))}
        </ul>
      </Section>
      <SlotSection say={say} />
      <p className={remark === '' ? undefined : 'ads-remark'} role="status">
        {remark}
      </p>
    </div>
  );
}
