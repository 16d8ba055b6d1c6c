import { emptyProofMemory, proofreadPage } from '#engine/proofreading/proofread.ts';
import type { ProofRoom } from '#engine/proofreading/text-rule.ts';
import type { ProofAnswer, ToProofWorker } from './proof-messages.ts';
import { bookWith, SHIPPED_BOOK, senseOf } from './shipped-book.ts';

// The proofreading worker: rules run here, so that no rule can hold up a keystroke.
const scope = self as unknown as {
  postMessage(answer: ProofAnswer): void;
  onmessage: (event: MessageEvent<ToProofWorker>) => void;
};
const memory = emptyProofMemory();
let room: ProofRoom = { book: SHIPPED_BOOK, issueDate: '' };

scope.onmessage = ({ data }) => {
  if (data.kind === 'lists') {
    room = { ...room, book: bookWith(data.lists) };
    return;
  }
  if (data.kind === 'lexicon') {
    room = { ...room, sense: senseOf(data.lexicon) };
    return;
  }
  // The memory holds for one room: it is kept while neither book nor date change.
  if (room.issueDate !== data.issueDate) room = { ...room, issueDate: data.issueDate };
  const start = performance.now();
  const marks = proofreadPage(data.page, room, memory);
  scope.postMessage({ round: data.round, marks, proofMs: performance.now() - start });
};
