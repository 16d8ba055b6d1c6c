import { useState } from 'react';
import type { Draft } from '#engine/intake/draft.ts';
import type { OpenedDraft } from '#engine/intake/inbox-draft.ts';
import type { AdCell } from '#engine/model/issue.ts';
import { Button } from '#renderer/controls/button.tsx';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { remarksOf } from '#renderer/pictures/remarks.ts';
import { keptReader } from '#renderer/proofreading/kept-reader.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { inboxStrings } from '#renderer/strings/inbox-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { DecideForm } from './decide-form.tsx';
import { fillGrid, isEmptyGrid, layDraft } from './lay-draft.ts';
import { type DraftInHand, takeDraft } from './take-draft.ts';

interface DraftButtonsProps {
  readonly opened: OpenedDraft;
  readonly draft: Draft | undefined;
  readonly refused: ReadonlySet<string>;
  readonly onDecided: () => Promise<void>;
  readonly onClose: () => void;
}

/** What can be done with the draft; what was done is said in the same place. */
export function DraftButtons({ opened, draft, refused, onDecided, onClose }: DraftButtonsProps) {
  const desk = useDesk();
  const words = useWords(inboxStrings);
  const [deciding, setDeciding] = useState<'returned' | 'spiked' | 'over'>();
  const { said, cells, take, fillCells } = useTaking({
    opened,
    draft,
    refused,
    onDecided,
    onClose,
  });
  const { receipt, mark } = opened.caption;
  const isHeld = desk.openIssue.heldBy !== undefined;
  const isIdle = draft === undefined || isHeld;
  if (deciding !== undefined && deciding !== 'over') {
    return (
      <DecideForm
        receipt={receipt}
        state={deciding}
        onDone={async () => {
          setDeciding('over');
          await onDecided();
        }}
        onCancel={() => setDeciding('over')}
      />
    );
  }
  return (
    <>
      <span className="draft-said" role="status">
        {isHeld ? words.readOnly : said}
      </span>
      <CellsButton cells={cells} onFill={fillCells} />
      <Button look="quiet" onPress={() => void saveSource(desk.host, opened)}>
        {words.saveSource}
      </Button>
      <Button onPress={() => setDeciding('returned')}>{words.returnDraft}</Button>
      <Button onPress={() => setDeciding('spiked')}>{words.spike}</Button>
      {/* The field that had the keyboard is gone, and Escape must still shut the dialog. */}
      <Button autoFocus={deciding === 'over'} onPress={onClose}>
        {words.close}
      </Button>
      <Button isDisabled={isIdle} onPress={() => void take(undefined)}>
        {mark?.state === 'taken' ? words.takeAgain : words.take}
      </Button>
      <Button look="accent" isDisabled={isIdle} onPress={() => void take(layDraft)}>
        {words.takeAndLay}
      </Button>
    </>
  );
}

/** Taking a draft, and what was said of it. */
function useTaking({ opened, draft, refused, onDecided, onClose }: DraftButtonsProps) {
  const desk = useDesk();
  const words = useWords(inboxStrings);
  const failures = useWords(failureStrings);
  const [said, setSaid] = useState<string>();
  const [cells, setCells] = useState<readonly AdCell[]>([]);
  const { receipt } = opened.caption;
  const take = async (lay: DraftInHand['lay']) => {
    if (draft === undefined) return;
    setSaid(words.taking);
    const taken = await takeDraft(desk, { receipt, draft, refused, lay }, words.steps.take);
    if (!taken.ok) return setSaid(failures.of(taken.failure));
    const { accepted, laid } = taken;
    const { articles, pictures } = accepted;
    const by = keptReader().read().name;
    await desk.host.markDraft({ receipt, state: 'taken', reason: '', by });
    setCells(laid.cells > 0 ? [] : accepted.cells);
    const done =
      lay === undefined
        ? words.taken(articles.length, pictures.length)
        : words.laid(laid.articles, laid.cells, articles.length - laid.articles);
    const isSettled = accepted.cells.length === 0 || laid.cells > 0;
    if (laid.articles > 0 && isSettled) {
      // Nothing is left to ask, and the page is what the editor wants to see now.
      remarksOf(desk).change({ lines: [], done });
      return onClose();
    }
    setSaid(done);
    await onDecided();
  };
  const fillCells = () => {
    const edit = fillGrid(desk.openIssue.issue(), cells);
    if (edit !== undefined) desk.openIssue.edit(words.steps.cells, edit);
    setCells([]);
  };
  return { said, cells, take, fillCells };
}

interface CellsButtonProps {
  readonly cells: readonly AdCell[];
  readonly onFill: () => void;
}

/** Fills the partner grid with what came; says when that takes the place of something. */
function CellsButton({ cells, onFill }: CellsButtonProps) {
  const words = useWords(inboxStrings);
  const [grid] = Object.values(useIssue().adGrids);
  if (cells.length === 0 || grid === undefined) return false;
  const said = isEmptyGrid(grid) ? words.fillCells : words.replaceCells;
  return <Button onPress={onFill}>{said(cells.length)}</Button>;
}

/** The draft as it was received, handed to the browser to be saved. */
async function saveSource(
  host: ReturnType<typeof useDesk>['host'],
  { caption: { receipt, name } }: OpenedDraft,
): Promise<void> {
  const bytes = await host.draftFile({ receipt });
  if (!bytes.ok) return;
  const address = URL.createObjectURL(new Blob([bytes.value.slice().buffer]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
