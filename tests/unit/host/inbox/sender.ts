import { openInbox } from '#host/inbox/open-inbox.ts';
import { roomsHere } from './rooms-here.ts';

/*
 * A program that takes in numbered drafts, decides on every third, and tells after each that it is
 * on the disk, until it is killed. kill.test.ts starts it; it is no test itself.
 */
const [folder = '', first = '0'] = process.argv.slice(2);
const attempt = await openInbox({ folder, rooms: roomsHere, now: () => new Date().toISOString() });
if (!attempt.ok) throw new Error(JSON.stringify(attempt.failure));
const inbox = attempt.value;
// Who got no answer sends again: the first number of this run may be there already.
for (let number = Number(first); ; number += 1) {
  const bytes = Buffer.from(`稿件〔${number}〕`);
  const key = String(number);
  const taken = await inbox.receive({ name: `${number}.txt`, bytes, origin: 'door', key });
  if (!taken.ok) throw new Error(JSON.stringify(taken.failure));
  const { receipt } = taken.value;
  if (number % 3 === 0) await inbox.mark(receipt, { state: 'taken', reason: '', by: '李编' });
  process.stdout.write(`${number} ${receipt}\n`);
}
