import type { Page } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { SortedPages } from '#renderer/preflight/sorted-pages.ts';
import { FindingGroups } from '#renderer/press-dialog/finding-groups.tsx';
import { deliveryStrings } from '#renderer/strings/delivery-strings.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import type { DeliveryJobState } from './use-delivery-job.ts';

export interface DeliveryOutcomeProps {
  readonly job: DeliveryJobState;
  readonly pages: readonly Page[];
  readonly onGo: (finding: Finding) => void;
}

/** What came of sending: in line, nothing to do, or what holds the pages. */
export function DeliveryOutcome({ job, pages, onGo }: DeliveryOutcomeProps) {
  const words = useWords(deliveryStrings);
  const failures = useWords(failureStrings);
  const { progress, isRunning } = job;
  if (isRunning) return <p role="status">{words.sending}</p>;
  const failure = job.failure ?? progress?.failure;
  if (failure !== undefined) {
    return (
      <div className="delivery-outcome blocks" role="alert">
        <p>{words.failed}</p>
        <p>{failures.of(failure)}</p>
      </div>
    );
  }
  if (progress === undefined) return undefined;
  const numbers = progress.pages.join(words.and);
  switch (progress.state) {
    case 'ordered':
      return (
        <p className="delivery-outcome good" role="status">
          {words.ordered(numbers)}
        </p>
      );
    case 'unchanged':
      return (
        <p className="delivery-outcome" role="status">
          {words.unchanged}
        </p>
      );
    case 'unsigned':
      return (
        <p className="delivery-outcome blocks" role="alert">
          {words.refusedUnsigned(numbers)}
        </p>
      );
    case 'blocked':
      return (
        <div className="delivery-outcome blocks" role="alert">
          <p>{words.blocked}</p>
          <FindingGroups pages={pages} findings={byPage(pages, progress.findings)} onGo={onGo} />
        </div>
      );
    case 'running':
    case 'failed':
      return undefined;
  }
}

/** Findings of a finished page name it by its number, those of a composed one by its id. */
function byPage(pages: readonly Page[], findings: readonly Finding[]): SortedPages {
  const blocking = findings.filter(({ severity }) => severity === 'blocks press');
  return new Map(
    pages.map(({ id, number }) => [
      id,
      {
        open: blocking.filter(({ where }) => where.page === id || where.page === number),
        waived: [],
      },
    ]),
  );
}
