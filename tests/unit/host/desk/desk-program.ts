import { openDeskHost } from '#host/desk/open-desk-host.ts';
import { given } from './desk-behind-door.ts';
import { openWindow } from './desk-window.ts';

/*
 * A desk that opens an issue and sends numbered words in bursts, telling after each answer which
 * word lies on the disk, until it is killed. desk-kill.test.ts starts it; it is no test itself.
 */
const [folder = ''] = process.argv.slice(2);
const host = openDeskHost({});
const { session, type, opened } = await openWindow(host, { folder });
process.stdout.write(`${JSON.stringify(opened.findings.map(({ code }) => code))}\n`);
for (let number = 0; ; number += 1) {
  const answer = host.writeUpdate({ session, bytes: type(`〔${number}〕`) });
  const told = answer.then((written) => {
    given(written);
    process.stdout.write(`${number}\n`);
  });
  // Four words are on the way at a time, as when somebody types fast.
  if (number % 4 === 3) await told;
  if (number % 25 === 24) given(await host.saveIssue({ session }));
}
