import { useSyncExternalStore } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { Issue, Page } from '#engine/model/issue.ts';
import { blockReferences } from '#engine/model/issue-references.ts';
import type { Finding } from '#engine/units/finding.ts';
import { goToFinding } from '#renderer/commands/go-to-finding.ts';
import { useDesk, useDeskState, useIssue, useShownPage } from '#renderer/desk-state/open-desk.ts';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { blockNames } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { MendBar } from './mend-bar.tsx';
import './findings-panel.css';

/** What there is to say about the pages, the one that shows first; a click goes there. */
export function FindingsPanel() {
  const desk = useDesk();
  const words = useWords(deskStrings);
  const pages = usePageFindings();
  const lists = pages.filter(({ findings }) => findings.length > 0);
  if (lists.length === 0) {
    return (
      <p className="panel-empty">
        {words.noFindings}
        <br />
        {words.noFindingsHint}
      </p>
    );
  }
  const findings = lists.flatMap((page) => page.findings);
  const choose = (key: unknown) => {
    const finding = findings.find((one) => lineId(one) === key);
    if (finding !== undefined) goToFinding(desk, finding);
  };
  return (
    <>
      <MendBar findings={findings} />
      <ListBox className="findings" aria-label={words.findings} onAction={choose}>
        {lists.map(({ id, number, name, findings: own }) => (
          <ListBoxSection key={id} id={id}>
            <Header className="findings-head">{words.page(number, name)}</Header>
            {own.map((finding) => (
              <FindingLine key={lineId(finding)} id={lineId(finding)} finding={finding} />
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </>
  );
}

/** What a finding says and where: the kit lets no line change its id when another one goes. */
function lineId({ code, where, values }: Finding): string {
  // Without quotation marks, which would break selectors that look for a line by its id.
  return encodeURIComponent(JSON.stringify([code, where, values]));
}

interface FindingLineProps {
  readonly id: string;
  readonly finding: Finding;
}

function FindingLine({ id, finding }: FindingLineProps) {
  const sentences = useWords(findingStrings);
  const names = useWords(blockNames);
  const issue = useIssue();
  const sentence = sentences.of(finding);
  const where = placeOf(issue, finding);
  return (
    <ListBoxItem id={id} className="finding" textValue={sentence}>
      <span className={`finding-light ${LIGHTS[finding.severity]}`} />
      <span>
        <span className="unseen">{sentences.severity(finding.severity)}：</span>
        {sentence}
      </span>
      {where !== undefined && (
        <span className="finding-where">{`${names[where.kind]}　${where.words}`}</span>
      )}
    </ListBoxItem>
  );
}

const LIGHTS: Readonly<Record<Finding['severity'], string>> = {
  'blocks press': 'blocks',
  warns: 'warns',
  informs: 'informs',
};
const ORDER: readonly Finding['severity'][] = ['blocks press', 'warns', 'informs'];

interface PageFindings extends Pick<Page, 'id' | 'number' | 'name'> {
  /** The gravest first. */
  readonly findings: readonly Finding[];
}

/** Findings of every page that has been composed so far, those of the page that shows first. */
function usePageFindings(): readonly PageFindings[] {
  const { composing } = useDesk();
  const { pages } = useIssue();
  const shown = useDeskState((state) => state.page);
  useShownPage();
  useSyncExternalStore(composing.subscribe, () =>
    pages.map(({ id }) => composing.page(id)?.findings.length ?? 0).join(),
  );
  const order = [...pages].sort((a, b) => Number(b.id === shown) - Number(a.id === shown));
  return order.map(({ id, number, name }) => {
    const findings = composing.page(id)?.findings ?? [];
    const once = [...new Map(findings.map((one) => [lineId(one), one])).values()];
    const sorted = ORDER.flatMap((severity) => once.filter((one) => one.severity === severity));
    return { id, number, name, findings: sorted };
  });
}

/** The block a finding is about, by its kind and the words it begins with. */
function placeOf(issue: Issue, { where }: Finding) {
  const blocks = issue.pages.flatMap((page) => page.blocks);
  const block = blocks.find(({ id }) => id === where.block);
  if (block === undefined) return undefined;
  const [, named] = /^article:([^/]+)/.exec(where.text ?? '') ?? [];
  const { articles, pictures } = blockReferences(block);
  const article = issue.articles[named ?? articles[0] ?? ''];
  const words =
    article?.headline || article?.slugline || issue.pictures[pictures[0] ?? '']?.caption;
  return { kind: block.kind, words: (words ?? '').replaceAll('\n', '') };
}
