import * as Y from 'yjs';
import { EditOrigin } from './edits/apply-edit.ts';
import { issueRoots } from './issue-doc.ts';

/** Undo and redo of one desk's own edits, across text and layout. */
export interface Undo {
  /**
   * Runs edits as one step of that name; what they change is taken back together. Steps of one
   * `series` that follow each other are one step.
   */
  step<Result>(name: string, edits: () => Result, series?: StepSeries): Result;
  /** Takes the last step back; false when there is none. */
  undo(): boolean;
  redo(): boolean;
  /** Name of the step that `undo` would take back; empty for typing, undefined for no step. */
  undoName(): string | undefined;
  redoName(): string | undefined;
  /**
   * A composition of the input method begins (compositionstart). Until it has ended, everything
   * typed is one step: otherwise a slow typist's step ends in the middle of the pinyin, and undo
   * brings the pinyin back instead of taking the word away.
   */
  beginComposition(): void;
  /**
   * The composition is over. Call it some 60 ms after compositionend: the last change of the
   * input method reaches the document only then.
   */
  endComposition(): void;
  /**
   * Keeps something beside each step, such as where the caret stood; answers how to stop. It is
   * taken as the step begins, and given back when the step is taken back or done again.
   */
  remember(memory: StepMemory): () => void;
  close(): void;
}

/** Stands for a task of several edits, such as cropping a picture; told apart by identity. */
export interface StepSeries {
  /** For those who look at it in a debugger. */
  readonly task: string;
}

/** What a desk keeps beside a step; the undo does not look at it. */
export interface StepMemory {
  /** As it was before the change that begins the step. */
  take(): unknown;
  giveBack(kept: unknown): void;
}

/** Typing within half a second is one step, as in other editors. */
const TYPING_PAUSE_MS = 500;
/** Longer than any composition: Yjs has no "never". */
const NEVER_MS = 1e12;

/**
 * Undo of one desk. `origins` are further transaction origins of this desk, such as the key of the
 * story editor's sync plugin; the edits of `applyEdit` and of `step` count always, those that come
 * from other desks never.
 */
export function createUndo(doc: Y.Doc, origins: readonly unknown[] = []): Undo {
  const stepOrigin = new EditOrigin('step');
  const manager = new Y.UndoManager(Object.values(issueRoots(doc)), {
    captureTimeout: TYPING_PAUSE_MS,
    trackedOrigins: new Set<unknown>([EditOrigin, ...origins]),
  });
  let openStep: OpenStep | undefined;
  let lastSeries: { readonly series: StepSeries; readonly step: unknown } | undefined;
  let memory: StepMemory | undefined;
  manager.on('stack-item-added', ({ stackItem, type }) => {
    if (type === 'undo' && openStep !== undefined) stackItem.meta.set(STEP_NAME, openStep.name);
    // Of a step its own: by now those who follow the document have moved on.
    stackItem.meta.set(STEP_MEMORY, openStep ? openStep.memory : memory?.take());
  });
  manager.on('stack-item-popped', ({ stackItem }) => {
    memory?.giveBack(stackItem.meta.get(STEP_MEMORY));
  });
  function goBack(way: 'undo' | 'redo'): boolean {
    openStep = { name: '', memory: memory?.take() };
    try {
      return carryName(manager, way);
    } finally {
      openStep = undefined;
    }
  }
  return {
    step(name, edits, series) {
      const newest = manager.undoStack.at(-1);
      const isSame = series !== undefined && lastSeries?.series === series;
      const goesOn = isSame && newest !== undefined && lastSeries?.step === newest;
      manager.stopCapturing();
      // A change that came later than any other joins the last step, whatever the clock says.
      if (goesOn) manager.lastChange = Number.POSITIVE_INFINITY;
      openStep = { name, memory: memory?.take() };
      try {
        return doc.transact(edits, stepOrigin);
      } finally {
        openStep = undefined;
        manager.stopCapturing();
        const step = manager.undoStack.at(-1);
        const hasBegun = goesOn || step !== newest;
        lastSeries = series && hasBegun ? { series, step } : undefined;
      }
    },
    undo: () => goBack('undo'),
    redo: () => goBack('redo'),
    undoName: () => nameOf(manager.undoStack.at(-1)),
    redoName: () => nameOf(manager.redoStack.at(-1)),
    beginComposition() {
      manager.stopCapturing();
      manager.captureTimeout = NEVER_MS;
    },
    endComposition() {
      manager.captureTimeout = TYPING_PAUSE_MS;
      manager.stopCapturing();
    },
    remember(wanted) {
      memory = wanted;
      return () => {
        if (memory === wanted) memory = undefined;
      };
    },
    close: () => {
      manager.destroy();
    },
  };
}

const STEP_NAME = 'step name';
const STEP_MEMORY = 'step memory';

/** A step that is being carried out, or taken back. */
interface OpenStep {
  readonly name: string;
  /** Taken before its first change. */
  readonly memory: unknown;
}

interface NamedStep {
  readonly meta: Map<unknown, unknown>;
}

function nameOf(step: NamedStep | undefined): string | undefined {
  if (!step) return undefined;
  const name = step.meta.get(STEP_NAME);
  return typeof name === 'string' ? name : '';
}

/**
 * Undoing a step puts a new one on the redo stack, and the other way round; the name goes along.
 */
function carryName(manager: Y.UndoManager, way: 'undo' | 'redo'): boolean {
  const name = nameOf((way === 'undo' ? manager.undoStack : manager.redoStack).at(-1));
  const done = way === 'undo' ? manager.undo() : manager.redo();
  if (!done) return false;
  const other = (way === 'undo' ? manager.redoStack : manager.undoStack).at(-1);
  if (name) other?.meta.set(STEP_NAME, name);
  return true;
}
