import { useState } from 'react';
import type { Issue } from '#engine/model/issue.ts';
import { blockReferences } from '#engine/model/issue-references.ts';
import { findingRule } from '#engine/preflight/finding-rules.ts';
import { mendOf } from '#engine/preflight/mend-finding.ts';
import type { Finding } from '#engine/units/finding.ts';
import { goToFinding } from '#renderer/commands/go-to-finding.ts';
import { Button } from '#renderer/controls/button.tsx';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { FillFinding } from '#renderer/fillers/fill-finding.tsx';
import { AnswerForm } from '#renderer/proofreading/answer-form.tsx';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { preflightStrings } from '#renderer/strings/preflight-strings.ts';
import { blockNames } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { goToRepair, mendOne, waiveFinding } from './waiver-steps.ts';

export interface FindingCardProps {
  readonly finding: Finding;
  /** The card shows what can be done. */
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** One finding: what it says, where, who asks for it; once chosen, what can be done. */
export function FindingCard({ finding, isChosen, onChoose }: FindingCardProps) {
  const desk = useDesk();
  const sentences = useWords(findingStrings);
  const words = useWords(preflightStrings);
  const names = useWords(blockNames);
  const where = placeOf(useIssue(), finding);
  const source = sentences.source(finding);
  return (
    <li className={isChosen ? 'finding chosen' : 'finding'}>
      <button
        type="button"
        className="finding-place"
        aria-expanded={isChosen}
        onClick={() => {
          onChoose();
          goToFinding(desk, finding);
        }}
      >
        <span className={`finding-light ${LIGHTS[finding.severity]}`} />
        <span>
          <span className="unseen">{sentences.severity(finding.severity)}：</span>
          {sentences.of(finding)}
        </span>
        {where !== undefined && (
          <span className="finding-where">{`${names[where.kind]}　${where.words}`}</span>
        )}
        {source !== '' && <span className="finding-where">{words.source(source)}</span>}
      </button>
      {isChosen && <FindingActions finding={finding} />}
    </li>
  );
}

const LIGHTS: Readonly<Record<Finding['severity'], string>> = {
  'blocks press': 'blocks',
  warns: 'warns',
  informs: 'informs',
};

/** Mending it, going where it is put right, or answering for it. */
function FindingActions({ finding }: { readonly finding: Finding }) {
  const desk = useDesk();
  const words = useWords(preflightStrings);
  const issue = useIssue();
  const [isWaiving, setWaiving] = useState(false);
  const isReadOnly = desk.openIssue.heldBy !== undefined;
  const { mayBeWaived, repair } = findingRule(finding.code);
  const mend = mendOf(issue, finding);
  if (isWaiving) {
    return (
      <div className="finding-actions">
        <AnswerForm
          words={words.answer}
          onAnswer={(answer) => waiveFinding(desk, finding, answer)}
          onClose={() => setWaiving(false)}
        />
      </div>
    );
  }
  return (
    <div className="finding-actions">
      {mend !== undefined && (
        <Button onPress={() => mendOne(desk, mend)} isDisabled={isReadOnly}>
          {words.mend}
        </Button>
      )}
      <FillFinding finding={finding} />
      <Button look="quiet" onPress={() => goToRepair(desk, finding, repair)}>
        {words.repair(repair)}
      </Button>
      {mayBeWaived && (
        <Button look="quiet" onPress={() => setWaiving(true)} isDisabled={isReadOnly}>
          {words.waive}
        </Button>
      )}
      {!mayBeWaived && <p className="finding-never">{words.neverWaived}</p>}
    </div>
  );
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
