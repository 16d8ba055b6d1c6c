import { useState } from 'react';
import type { DraftCaption } from '#engine/intake/inbox-draft.ts';
import { type OpenDesk, useDesk } from '#renderer/desk-state/open-desk.ts';
import { AskDialog } from '#renderer/make-up/ask-dialog.tsx';
import { deskWords, makeUpPlace, mayEdit } from '#renderer/make-up/make-up-place.ts';
import { PageDrop } from '#renderer/make-up/page-drop.tsx';
import { usePageSurface } from '#renderer/page-view/page-surface.ts';
import { remarksOf } from '#renderer/pictures/remarks.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { inboxStrings } from '#renderer/strings/inbox-strings.ts';
import { makeUpStrings } from '#renderer/strings/make-up-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { draftInHand } from './draft-in-hand.ts';
import { type DraftTarget, draftTarget, draftTargetByKey, placeDraft } from './place-draft.ts';

const DROP_ORDER = 61;

/** A draft that was let go over a story. */
interface Replacing extends DraftTarget {
  readonly receipt: string;
  readonly subject: string;
}

/** Takes drafts that are dragged out of the inbox onto the page. */
export function DraftDrop() {
  const desk = useDesk();
  const surface = usePageSurface();
  const words = useWords(makeUpStrings);
  const [replacing, setReplacing] = useState<Replacing>();
  const aim = (event: DragEvent) => {
    const draft = draftInHand(desk);
    const place = draft && mayEdit(desk) ? makeUpPlace(desk) : undefined;
    return place && draft && draftTarget(place, draft, surface.pagePoint(event));
  };
  const over = (event: DragEvent) => {
    const found = aim(event);
    if (found === undefined) return undefined;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    return found.area;
  };
  const drop = (event: DragEvent) => {
    const draft = draftInHand(desk);
    const found = aim(event);
    if (draft === undefined || found === undefined) return;
    event.preventDefault();
    const { receipt, subject } = draft;
    if (found.replaces === undefined) void placeAndSay(desk, receipt, found);
    else setReplacing({ ...found, receipt, subject });
  };
  return (
    <>
      <PageDrop name="draft drop" order={DROP_ORDER} onOver={over} onDrop={drop} />
      {replacing !== undefined && (
        <AskDialog
          title={words.ask.replace}
          text={words.ask.replaceText(replacing.replaces ?? '', replacing.subject)}
          onYes={() => void placeAndSay(desk, replacing.receipt, replacing)}
          onClose={() => setReplacing(undefined)}
        />
      )}
    </>
  );
}

/** Places a draft that is chosen in the list; says so when the page has no room for it. */
export async function placeByKey(desk: OpenDesk, draft: DraftCaption): Promise<void> {
  const place = mayEdit(desk) ? makeUpPlace(desk) : undefined;
  if (place === undefined) return;
  const found = draftTargetByKey(place, draft);
  if (found !== undefined) return placeAndSay(desk, draft.receipt, found);
  remarksOf(desk).change({ lines: [deskWords(desk, inboxStrings).noRoom] });
}

/** What became of a draft is said where remarks about pictures stand. */
async function placeAndSay(desk: OpenDesk, receipt: string, { target }: DraftTarget) {
  const words = deskWords(desk, inboxStrings);
  const placed = await placeDraft(desk, receipt, { target, step: words.steps.take });
  const said = placed.ok
    ? words.laid(placed.laid.articles, 0, placed.left)
    : deskWords(desk, failureStrings).of(placed.failure);
  const isPlain = placed.ok && placed.laid.articles > 0 && placed.left === 0;
  remarksOf(desk).change({ lines: isPlain ? [] : [said] });
}
