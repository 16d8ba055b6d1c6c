import { Button } from 'react-aria-components';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { deliveryStrings } from '#renderer/strings/delivery-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { useDeliveries } from './use-deliveries.ts';

/** The line is looked at this often while nobody has the dialog open. */
const LOOK_AGAIN_MS = 4000;

/** A sign while something is in line for a print shop; it opens the dialog. */
export function DeliveryStatus() {
  const desk = useDesk();
  const words = useWords(deliveryStrings);
  const { desk: deliveries } = useDeliveries(desk.host, LOOK_AGAIN_MS);
  const waiting = deliveries?.deliveries.filter(({ state }) => state === 'waiting') ?? [];
  const held = deliveries?.deliveries.filter(({ state }) => state === 'held') ?? [];
  const count = waiting.length + held.length;
  if (count === 0) return undefined;
  const isInTrouble = waiting.some(({ trouble }) => trouble !== undefined);
  const moving = isInTrouble ? words.statusTrouble(count) : words.statusWaiting(count);
  return (
    <Button className="status-light" onPress={() => desk.state.change({ dialog: 'delivery' })}>
      <span className={`finding-light ${held.length > 0 ? 'blocks' : 'warns'}`} />
      {held.length > 0 ? words.statusHeld(held.length) : moving}
    </Button>
  );
}
