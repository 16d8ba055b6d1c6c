import { useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import type { Issue, Page } from '#engine/model/issue.ts';
import { blockReferences } from '#engine/model/issue-references.ts';
import { storyText } from '#engine/model/story-text.ts';
import { DeliveryStatus } from '#renderer/delivery/delivery-status.tsx';
import {
  useDesk,
  useDeskState,
  useIssue,
  usePage,
  useShownPage,
} from '#renderer/desk-state/open-desk.ts';
import type { Store } from '#renderer/desk-state/store.ts';
import { ACTUAL_SIZE } from '#renderer/page-view/viewport.ts';
import { useGravity } from '#renderer/preflight/finding-light.tsx';
import { useShownFindings } from '#renderer/preflight/sorted-pages.ts';
import { ProofStatus } from '#renderer/proofreading/proof-status.tsx';
import { columnsOf, isHole } from '#renderer/properties/lever-words.ts';
import { useChosenBlocks } from '#renderer/properties/use-block-edits.ts';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

import { type PointerPlace, PointerReadout } from './pointer-place.tsx';
import './status-line.css';

/** Page, characters, fit of what is chosen, pointer, zoom, findings, and if all is on the disk. */
export function StatusLine({ pointer }: { readonly pointer: Store<PointerPlace> }) {
  const words = useWords(deskStrings);
  const issue = useIssue();
  const page = usePage();
  const zoom = useDeskState((state) => state.look.zoom);
  return (
    <footer className="status-line">
      {page !== undefined && <Figure>{words.page(page.number, page.name)}</Figure>}
      {page !== undefined && <Figure>{words.characters(charactersOn(issue, page))}</Figure>}
      <FitWords />
      <span className="status-gap" />
      <PointerReadout place={pointer} />
      <span>{words.percent(Math.round((zoom / ACTUAL_SIZE) * 100))}</span>
      <DeliveryStatus />
      <ProofStatus />
      <FindingCount />
      <SaveState />
    </footer>
  );
}

/** How the chosen story fits. */
function FitWords() {
  const words = useWords(deskStrings);
  const [block] = useChosenBlocks();
  const fit = useShownPage()?.fits[block?.id ?? ''];
  if (fit === undefined) return undefined;
  const { oversetLines, oversetCharacters, freeLines, freeCharacters } = fit;
  if (oversetLines > 0) {
    return <Figure isGrave>{words.overset(oversetLines, oversetCharacters)}</Figure>;
  }
  const isShort = block !== undefined && isHole(freeLines, columnsOf(block));
  return <Figure>{isShort ? words.short(freeLines, freeCharacters) : words.fits}</Figure>;
}

interface FigureProps {
  readonly children: string;
  readonly isGrave?: boolean;
}

/** Words that are shortened where there is little room. */
function Figure({ children, isGrave = false }: FigureProps) {
  return (
    <span className={isGrave ? 'status-figure status-overset' : 'status-figure'} title={children}>
      {children}
    </span>
  );
}

function FindingCount() {
  const desk = useDesk();
  const words = useWords(deskStrings);
  const count = useShownFindings().open.length;
  const gravity = useGravity();
  return (
    <Button
      className="status-light"
      onPress={() => desk.state.change({ panel: 'findings', showsRight: true })}
    >
      <span className={`finding-light ${gravity}`} />
      {count === 0 ? words.noFindings : words.findingCount(count)}
    </Button>
  );
}

function SaveState() {
  const { openIssue } = useDesk();
  const words = useWords(deskStrings);
  const post = useSyncExternalStore(openIssue.subscribePost, openIssue.post);
  if (openIssue.heldBy !== undefined) return <span>{words.readOnly}</span>;
  switch (post.kind) {
    case 'settled':
      return (
        <span role="status">{post.at ? words.saved(timeOf(post.at)) : words.savedBefore}</span>
      );
    case 'on the way':
      return <span role="status">{words.saving}</span>;
    case 'failing':
      return (
        <span role="status" className="status-overset">
          {words.notSaved}
        </span>
      );
  }
}

function timeOf(iso: string): string {
  return new Date(iso).toLocaleTimeString('zh-CN', { hour12: false });
}

/** Characters of the stories that a page shows, as a newsroom counts: marks too, blanks not. */
function charactersOn(issue: Issue, page: Page): number {
  const shown = new Set(page.blocks.flatMap((block) => blockReferences(block).articles));
  let count = 0;
  for (const id of shown) {
    const article = issue.articles[id];
    if (article !== undefined) count += storyText(article.story).replace(/\s/g, '').length;
  }
  return count;
}
