import { useEffect, useMemo, useState } from 'react';
import { changePlaces, type PageSide } from '#engine/page-proof/change-places.ts';
import { comparePages } from '#engine/page-proof/compare-pages.ts';
import { describeChange } from '#engine/page-proof/describe-change.ts';
import { Dialog } from '#renderer/controls/dialog.tsx';
import { useIssue, usePage } from '#renderer/desk-state/open-desk.ts';
import { PageProofDialog } from '#renderer/press-dialog/page-proof-dialog.tsx';
import { comparisonStrings } from '#renderer/strings/comparison-strings.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { useLanguage, useWords } from '#renderer/strings/use-words.ts';
import changeBooks from '#templates/sentences/changes.json' with { type: 'json' };
import { ChangeList } from './change-list.tsx';
import { ComparisonTools, type Looks } from './comparison-tools.tsx';
import { ComparisonView } from './comparison-view.tsx';
import {
  type ComparedSide,
  type ComparedState,
  keyOf,
  useComparedSide,
} from './use-compared-side.ts';
import { useVersions } from './use-versions.ts';
import './comparison.css';

/** Two states of a page on the screen: what came in, what went, what was moved. */
export function CompareDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(comparisonStrings);
  const failures = useWords(failureStrings);
  const versions = useVersions();
  const [wish, setBefore] = useState<ComparedState>();
  const [after, setAfter] = useState<ComparedState>({ kind: 'now' });
  const [page, setPage] = useState(usePage()?.number ?? '');
  const [looks, setLooks] = useState<Looks>({ look: 'beside', size: 'fit', flipped: 'before' });
  const [chosen, setChosen] = useState<number>();
  const [isPrinting, setPrinting] = useState(false);
  const [latest] = versions.list ?? [];
  const before = wish ?? (latest && ({ kind: 'version', name: latest.name } as const));
  const sides = { before: useComparedSide(before, page), after: useComparedSide(after, page) };
  const compared = useChanges(sides.before, sides.after);
  const isChosen = chosen !== undefined && chosen < compared.changes.length;
  const isNothing = versions.list !== undefined && before === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a number means another change now
  useEffect(() => setChosen(undefined), [keyOf(before), keyOf(after), page]);
  return (
    <Dialog title={words.title} isWhole onClose={onClose}>
      <div className="comparison">
        <ComparisonTools
          versions={versions}
          before={before}
          after={after}
          page={page}
          looks={looks}
          onBefore={setBefore}
          onAfter={setAfter}
          onPage={setPage}
          onLooks={setLooks}
          onPrint={() => setPrinting(true)}
        />
        {versions.failure !== undefined && (
          <p className="form-failure" role="alert">
            {failures.of(versions.failure)}
          </p>
        )}
        {isNothing ? (
          <p className="compared-told">{words.nothingKept}</p>
        ) : (
          <div className="comparison-body">
            <ComparisonView
              sides={sides}
              places={compared.places}
              page={page}
              {...looks}
              chosen={isChosen ? chosen : undefined}
              onChoose={setChosen}
            />
            <ChangeList
              changes={compared.changes}
              sentences={compared.sentences}
              chosen={isChosen ? chosen : undefined}
              onChoose={setChosen}
            />
          </div>
        )}
      </div>
      {isPrinting && (
        <PageProofDialog against={before} page={page} onClose={() => setPrinting(false)} />
      )}
    </Dialog>
  );
}

/** What has changed, where it is on either side, and how it is told. */
function useChanges(before: ComparedSide, after: ComparedSide) {
  const language = useLanguage();
  const now = useIssue();
  return useMemo(() => {
    const isBoth = before.kind === 'page' && after.kind === 'page';
    const changes = isBoth ? comparePages(before, after) : [];
    const placesOn = (side: PageSide) => {
      const state = side === 'before' ? before : after;
      return state.kind === 'page' ? changes.map((one) => changePlaces(one, side, state)) : [];
    };
    const issues = {
      before: before.kind === 'page' ? before.issue : now,
      after: after.kind === 'page' ? after.issue : now,
    };
    const book = changeBooks[language === 'en' ? 'en' : 'zh'];
    return {
      changes,
      places: { before: placesOn('before'), after: placesOn('after') },
      sentences: changes.map((one) => describeChange(one, issues, book)),
    };
  }, [before, after, language, now]);
}
