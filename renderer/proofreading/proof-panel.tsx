import { useEffect, useRef } from 'react';
import type { ProofMark, ProofSeverity } from '#engine/proofreading/proof-mark.ts';
import { Button } from '#renderer/controls/button.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { proofStrings } from '#renderer/strings/proof-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { DismissedList } from './dismissed-list.tsx';
import { MarkCard } from './mark-card.tsx';
import { NewsroomListsSection } from './newsroom-lists-section.tsx';
import { isSameMark, proofSessionOf } from './proof-session.ts';
import { showMark, stepToMark } from './proof-steps.ts';
import { useMarks, useScore } from './use-marks.ts';
import './proof-panel.css';

const SEVERITIES: readonly ProofSeverity[] = ['wrong', 'doubtful', 'hint'];

/** What proofreading found on the page, by how sure it is; a click shows the place. */
export function ProofPanel() {
  const desk = useDesk();
  const words = useWords(proofStrings);
  const { open, dismissed, ofPartners } = useMarks();
  const list = useWishedGroup(open);
  return (
    <div className="proof-panel">
      <ScoreCard />
      <div className="proof-steps">
        <Button onPress={() => stepToMark(desk, -1)} isDisabled={open.length === 0}>
          {words.previous}
        </Button>
        <Button onPress={() => stepToMark(desk, 1)} isDisabled={open.length === 0}>
          {words.next}
        </Button>
      </div>
      <section
        className="proof-groups"
        aria-label={words.list}
        ref={(element) => {
          list.current = element ?? undefined;
        }}
      >
        {open.length === 0 && (
          <p className="panel-empty">
            {words.nothing}
            <br />
            {words.nothingHint}
          </p>
        )}
        {SEVERITIES.map((severity) => (
          <MarkGroup key={severity} severity={severity} marks={open} />
        ))}
        {ofPartners.length > 0 && (
          <button
            type="button"
            className="proof-elsewhere"
            onClick={() => desk.state.change({ panel: 'findings' })}
          >
            {words.ofPartners(ofPartners.length)}
          </button>
        )}
        {dismissed.length > 0 && <DismissedList dismissed={dismissed} />}
        <NewsroomListsSection />
      </section>
    </div>
  );
}

/** The regulator's score. */
function ScoreCard() {
  const words = useWords(proofStrings);
  const score = useScore();
  if (score === undefined) return <p className="proof-score">{words.reading}</p>;
  const { errors, characters, perTenThousand, passes } = score;
  return (
    <div className="proof-score">
      <p className="proof-rate">
        <span className={`finding-light ${passes ? 'good' : 'blocks'}`} />
        {words.rate(perTenThousand.toFixed(1))}
      </p>
      <p>{passes ? words.passes : words.fails}</p>
      <p>{words.scoreOf(String(errors), characters)}</p>
    </div>
  );
}

interface MarkGroupProps {
  readonly severity: ProofSeverity;
  readonly marks: readonly ProofMark[];
}

function MarkGroup({ severity, marks }: MarkGroupProps) {
  const desk = useDesk();
  const words = useWords(proofStrings);
  const chosen = useStore(proofSessionOf(desk.openIssue), (state) => state.chosen);
  const own = marks.filter((mark) => mark.severity === severity);
  if (own.length === 0) return undefined;
  return (
    <section data-severity={severity}>
      <h3 className="proof-group" tabIndex={-1}>
        {words.group(words.severity(severity), own.length)}
      </h3>
      <ul className="proof-marks">
        {own.map((mark) => (
          <MarkCard
            key={`${mark.rule}/${mark.where.text}/${mark.where.start}`}
            mark={mark}
            isChosen={isSameMark(mark, chosen)}
          />
        ))}
      </ul>
    </section>
  );
}

/** The status line asks for a group: its first mark is shown and the group scrolled to. */
function useWishedGroup(open: readonly ProofMark[]) {
  const desk = useDesk();
  const session = proofSessionOf(desk.openIssue);
  const wish = useStore(session, (state) => state.wish);
  const list = useRef<HTMLElement>(undefined);
  useEffect(() => {
    if (wish === undefined) return;
    session.change({ wish: undefined });
    const group = list.current?.querySelector(`[data-severity=${wish.severity}]`);
    group?.scrollIntoView({ block: 'start' });
    const first = open.find(({ severity }) => severity === wish.severity);
    if (first !== undefined) showMark(desk, first);
  }, [wish, session, desk, open]);
  return list;
}
