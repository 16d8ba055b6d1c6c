import { useState } from 'react';
import type { Page } from '#engine/model/issue.ts';
import { type SortedFindings, waiversOfPressedPage } from '#engine/preflight/waivers.ts';
import type { Finding } from '#engine/units/finding.ts';
import { namedKeys } from '#renderer/commands/keys-shown.ts';
import { useDeskState, useIssue } from '#renderer/desk-state/open-desk.ts';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { preflightStrings } from '#renderer/strings/preflight-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { FindingCard } from './finding-card.tsx';
import { MendBar } from './mend-bar.tsx';
import { findingKey, shownFirst, useSortedPages } from './sorted-pages.ts';
import { useCardFocus } from './use-card-focus.ts';
import { WaivedList } from './waived-list.tsx';
import './findings-panel.css';

/** What there is to say about the pages, the one that shows first; a click goes there. */
export function FindingsPanel() {
  const words = useWords(deskStrings);
  const preflight = useWords(preflightStrings);
  const issue = useIssue();
  const shown = useDeskState((state) => state.page);
  const sorted = useSortedPages();
  const pages = shownFirst(issue.pages, shown).map((page) => {
    const { open = [], waived = [] } = sorted.get(page.id) ?? {};
    return { page, open, waived: [...waived, ...waiversOfPressedPage(issue, page)] };
  });
  const told = pages.filter(({ open, waived }) => open.length + waived.length > 0);
  const open = told.flatMap((one) => one.open);
  const focus = useCardFocus();
  return (
    <div className="findings" {...focus}>
      <MendBar findings={open} />
      {open.length === 0 && (
        <p className="panel-empty">
          {words.noFindings}
          <br />
          {words.noFindingsHint}
        </p>
      )}
      {told.map((one) => (
        <PageFindings key={one.page.id} {...one} />
      ))}
      {open.length > 0 && <p className="findings-keys">{preflight.keys(KEYS)}</p>}
    </div>
  );
}

const KEYS = {
  mend: namedKeys('Mod+Enter'),
  repair: namedKeys('Shift+Enter'),
  waive: namedKeys('Alt+Enter'),
};

const GRAVEST_FIRST: readonly Finding['severity'][] = ['blocks press', 'warns', 'informs'];

interface PageFindingsProps extends SortedFindings {
  readonly page: Page;
}

function PageFindings({ page, open, waived }: PageFindingsProps) {
  const words = useWords(deskStrings);
  const preflight = useWords(preflightStrings);
  const { severity: severityWord } = useWords(findingStrings);
  const [chosen, choose] = useState<string>();
  return (
    <section className="findings-page" aria-label={words.page(page.number, page.name)}>
      <h3 className="findings-head">{words.page(page.number, page.name)}</h3>
      {GRAVEST_FIRST.map((severity) => {
        const own = open.filter((finding) => finding.severity === severity);
        if (own.length === 0) return undefined;
        return (
          <section key={severity}>
            <h4 className={`findings-group ${severity.replaceAll(' ', '-')}`}>
              {preflight.group(severityWord(severity), own.length)}
            </h4>
            <ul className="findings-list">
              {own.map((finding) => {
                const key = findingKey(finding);
                return (
                  <FindingCard
                    key={key}
                    finding={finding}
                    isChosen={chosen === key}
                    onChoose={() => choose(key)}
                  />
                );
              })}
            </ul>
          </section>
        );
      })}
      {waived.length > 0 && <WaivedList waived={waived} />}
    </section>
  );
}
