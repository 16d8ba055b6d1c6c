import { useEffect, useState } from 'react';
import type { PageSide } from '#engine/page-proof/change-places.ts';
import { Button } from '#renderer/controls/button.tsx';
import { SegmentedControl } from '#renderer/controls/segmented-control.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { Switch } from '#renderer/controls/switch.tsx';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { comparisonStrings } from '#renderer/strings/comparison-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import type { ComparisonLook, ComparisonSize } from './comparison-view.tsx';
import { StateChoice } from './state-choice.tsx';
import type { ComparedState } from './use-compared-side.ts';
import type { Versions } from './use-versions.ts';

/** How the pages are looked at. */
export interface Looks {
  readonly look: ComparisonLook;
  readonly size: ComparisonSize;
  readonly flipped: PageSide;
}

/** What is compared, and how it is looked at. */
export interface ComparisonToolsProps {
  readonly versions: Versions;
  readonly before: ComparedState | undefined;
  readonly after: ComparedState;
  readonly page: string;
  readonly looks: Looks;
  readonly onBefore: (state: ComparedState) => void;
  readonly onAfter: (state: ComparedState) => void;
  readonly onPage: (number: string) => void;
  readonly onLooks: (looks: Looks) => void;
  readonly onPrint: () => void;
}

/** The choices above the pages. */
export function ComparisonTools(props: ComparisonToolsProps) {
  const { versions, before, after, page, onBefore, onAfter, onPage, onPrint } = props;
  const words = useWords(comparisonStrings);
  const { openIssue } = useDesk();
  const { pages } = useIssue();
  const list = versions.list ?? [];
  return (
    <div className="comparison-tools">
      <StateChoice
        label={words.before}
        versions={list}
        state={before}
        offers="another issue"
        onState={onBefore}
      />
      <StateChoice
        label={words.after}
        versions={list}
        state={after}
        offers="now"
        onState={onAfter}
      />
      {pages.length > 1 && (
        <Select
          label={words.page}
          value={page}
          options={pages.map(({ number, name }) => {
            return { id: number, label: words.pageName(number, name) };
          })}
          onChange={onPage}
        />
      )}
      <LookChoice {...props} />
      <span className="comparison-orders">
        <span role="status">{versions.isKept ? words.kept : ''}</span>
        <Button isDisabled={openIssue.heldBy !== undefined} onPress={() => void versions.keep()}>
          {words.keep}
        </Button>
        {/* The list of changes on paper is that of the issue as it is now. */}
        <Button isDisabled={after.kind !== 'now'} onPress={onPrint}>
          {words.print}
        </Button>
      </span>
    </div>
  );
}

/** Slower than three times a second, so that it cannot harm; and it can be stopped. */
const FLIP_MS = 900;

function LookChoice({ looks, onLooks }: Pick<ComparisonToolsProps, 'looks' | 'onLooks'>) {
  const words = useWords(comparisonStrings);
  const [flips, setFlips] = useState(false);
  const { look, size, flipped } = looks;
  useEffect(() => {
    if (!flips || look !== 'flipped') return;
    const other = flipped === 'before' ? 'after' : 'before';
    const timer = setTimeout(() => onLooks({ look, size, flipped: other }), FLIP_MS);
    return () => clearTimeout(timer);
  }, [flips, look, size, flipped, onLooks]);
  return (
    <>
      <SegmentedControl
        label={words.look}
        value={look}
        options={(['beside', 'overlaid', 'flipped'] as const).map((id) => {
          return { id, label: words.looks[id], hint: words.lookHints[id] };
        })}
        onChange={(next) => onLooks({ ...looks, look: next })}
      />
      <SegmentedControl
        label={words.size}
        value={size}
        options={(['fit', '1.5', '3'] as const).map((id) => ({ id, label: words.sizes[id] }))}
        onChange={(next) => onLooks({ ...looks, size: next })}
      />
      {look === 'flipped' && (
        <>
          <SegmentedControl
            label={words.side}
            value={flipped}
            options={(['before', 'after'] as const).map((id) => ({ id, label: words[id] }))}
            onChange={(next) => onLooks({ ...looks, flipped: next })}
          />
          <Switch label={words.flips} isOn={flips} onChange={setFlips} />
        </>
      )}
      {look === 'overlaid' && <p className="comparison-key">{words.overlayKey}</p>}
    </>
  );
}
