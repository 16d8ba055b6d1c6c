import { useSyncExternalStore } from 'react';
import type { Issue, Page } from '#engine/model/issue.ts';
import { blockReferences } from '#engine/model/issue-references.ts';
import { storyText } from '#engine/model/story-text.ts';
import { useDesk, useIssue, usePage, useShownPage } from '#renderer/desk-state/open-desk.ts';
import { useChosenBlocks } from '#renderer/properties/use-block-edits.ts';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** Page, characters, how the chosen block fits, what was found, and whether all is on the disk. */
export function StatusLine() {
  const desk = useDesk();
  const words = useWords(deskStrings);
  const issue = useIssue();
  const page = usePage();
  const shown = useShownPage();
  const findings = shown?.findings.length ?? 0;
  const blocks = shown?.findings.some(({ severity }) => severity === 'blocks press') ?? false;
  return (
    <footer className="status-line">
      {page !== undefined && <span>{words.page(page.number, page.name)}</span>}
      {page !== undefined && <span>{words.characters(charactersOn(issue, page))}</span>}
      <FitWords />
      <span className="status-gap" />
      <button
        type="button"
        className={`status-light ${findings === 0 ? 'good' : blocks ? 'bad' : 'warn'}`}
        onClick={() => desk.state.change({ panel: 'findings', showsRight: true })}
      >
        {findings === 0 ? words.noFindings : words.findingCount(findings)}
      </button>
      <SaveState />
    </footer>
  );
}

function FitWords() {
  const words = useWords(deskStrings);
  const [block] = useChosenBlocks();
  const fit = useShownPage()?.fits[block?.id ?? ''];
  if (fit === undefined) return undefined;
  if (fit.oversetLines > 0) {
    const sentence = words.overset(fit.oversetLines, fit.oversetCharacters);
    return <span className="status-overset">{sentence}</span>;
  }
  return <span>{fit.freeLines > 0 ? words.short(fit.freeLines) : words.fits}</span>;
}

function SaveState() {
  const { openIssue } = useDesk();
  const words = useWords(deskStrings);
  const post = useSyncExternalStore(openIssue.subscribePost, openIssue.post);
  switch (post.kind) {
    case 'settled': {
      const time = post.at === undefined ? undefined : new Date(post.at);
      const shown = time?.toLocaleTimeString('zh-CN', { hour12: false });
      return (
        <span role="status">{shown === undefined ? words.savedBefore : words.saved(shown)}</span>
      );
    }
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
