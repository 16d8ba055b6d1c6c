import { proofPageOf } from '#engine/proofreading/proof-page.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { keptLists, listsNow } from './newsroom-lists.ts';
import type { ProofAnswer, ToProofWorker } from './proof-messages.ts';
import { isSameMark, proofSessionOf } from './proof-session.ts';

/** A pause in typing of this length, and the page is proofread again. */
const PAUSE_MS = 150;

/** Proofreads the page that shows, in a worker, whenever typing pauses; answers how to stop. */
export function keepProofreading(desk: OpenDesk): () => void {
  const session = proofSessionOf(desk.openIssue);
  const worker = new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module' });
  const send = (message: ToProofWorker) => worker.postMessage(message);
  let round = 0;
  let asked = { page: '', characters: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown = '';

  worker.onmessage = ({ data }: MessageEvent<ProofAnswer>) => {
    if (data.round !== round) return;
    const { marks, proofMs } = data;
    const { chosen } = session.read();
    const still = marks.find((mark) => isSameMark(mark, chosen));
    session.change({ ...asked, marks, proofMs, chosen: still });
  };
  const readNow = () => {
    const issue = desk.openIssue.issue();
    const page = issue.pages.find(({ id }) => id === desk.state.read().page);
    if (page === undefined) return;
    round += 1;
    const given = proofPageOf(issue, page);
    asked = { page: page.id, characters: given.characters };
    send({ kind: 'proofread', round, page: given, issueDate: issue.date });
  };
  const readSoon = (delayMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(readNow, delayMs);
  };
  const takeLists = () => {
    send({ kind: 'lists', lists: listsNow() });
    readSoon(0);
  };
  const stops = [
    desk.openIssue.subscribe(() => readSoon(PAUSE_MS)),
    desk.state.subscribe(() => {
      const { page } = desk.state.read();
      if (page === shown) return;
      shown = page;
      readSoon(0);
    }),
    keptLists().subscribe(takeLists),
  ];
  // Until the words have come, the page is proofread without them.
  void desk.host.lexicon({}).then((answer) => {
    if (!answer.ok) return;
    send({ kind: 'lexicon', lexicon: answer.value });
    readSoon(0);
  });
  shown = desk.state.read().page;
  takeLists();
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
    worker.terminate();
  };
}
