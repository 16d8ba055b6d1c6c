import type { FromWorker, ToWorker } from './messages.ts';
import { WorkerDesk } from './worker-desk.ts';

// The composing worker. HarfBuzz is loaded by a top-level await in what is imported above: messages
// sent before that are lost, so the worker says when it is ready.
const scope = self as unknown as {
  postMessage(message: FromWorker): void;
  onmessage: (event: MessageEvent<ToWorker>) => void;
};
const desk = new WorkerDesk((message) => scope.postMessage(message));
scope.onmessage = ({ data }) => desk.take(data);
scope.postMessage({ kind: 'ready' });
