import type { Page } from '#engine/model/issue.ts';
import { sortFindings } from '#engine/preflight/waivers.ts';
import type { Finding } from '#engine/units/finding.ts';
import { ProgressBar } from '#renderer/controls/progress-bar.tsx';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { pressStrings } from '#renderer/strings/press-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { FindingLine } from './finding-line.tsx';
import type { PressJobState } from './use-press-job.ts';

/** A job on its way, or what came of it. */
export interface PressOutcomeProps {
  readonly job: PressJobState;
  /** The pages that were asked for, in their order. */
  readonly pages: readonly Page[];
  readonly onGo: (finding: Finding) => void;
}

/** How far the job is; then the files, or why there are none and what helps. */
export function PressOutcome({ job, pages, onGo }: PressOutcomeProps) {
  const words = useWords(pressStrings);
  const { progress, failure, isStarting } = job;
  const issue = useIssue();
  if (isStarting) {
    return (
      <div className="press-outcome" role="status">
        <p>{words.starting}</p>
      </div>
    );
  }
  if (failure !== undefined) return <Trouble failure={failure} />;
  if (progress === undefined) return undefined;
  const { state, pagesDone, pagesAll, files } = progress;
  if (state === 'running') {
    const current = pages[pagesDone];
    const label = words.running(current?.number ?? '', pagesDone + 1, pagesAll);
    return (
      <div className="press-outcome">
        <ProgressBar label={label} done={pagesDone} all={pagesAll} />
      </div>
    );
  }
  if (state === 'failed' && progress.failure !== undefined) {
    return <Trouble failure={progress.failure} />;
  }
  const sentence = state === 'delivered' ? words.delivered(files.length) : words[state];
  const blocking =
    state === 'blocked'
      ? sortFindings(issue, progress.findings).open.filter(
          ({ severity }) => severity === 'blocks press',
        )
      : [];
  return (
    <div className={`press-outcome ${state}`} role="status">
      <p>{sentence}</p>
      <ul>
        {blocking.map((finding) => {
          const page =
            pages.find(
              ({ id, number }) => id === finding.where.page || number === finding.where.page,
            ) ?? pages[0];
          const key = `${finding.code}/${JSON.stringify([finding.where, finding.values])}`;
          return page && <FindingLine key={key} page={page} finding={finding} onGo={onGo} />;
        })}
        {files.map((file) => (
          <DeliveredFile key={file.path} {...file} />
        ))}
      </ul>
    </div>
  );
}

interface DeliveredFileProps {
  readonly page: string;
  readonly path: string;
  readonly bytes: number;
}

function DeliveredFile({ page, path, bytes }: DeliveredFileProps) {
  const { host } = useDesk();
  const words = useWords(pressStrings);
  return (
    <li className="press-delivered">
      <span className="press-page-number">{page}</span>
      <span className="press-path" title={path}>
        {path.split(/[\\/]/u).at(-1)}
      </span>
      <span className="press-size">{words.size(bytes)}</span>
      <button type="button" className="press-link" onClick={() => void host.showInFolder({ path })}>
        {words.show}
      </button>
    </li>
  );
}

/** Why nothing was pressed, and what can be done about it. */
function Trouble({ failure }: { readonly failure: NonNullable<PressJobState['failure']> }) {
  const words = useWords(pressStrings);
  const failures = useWords(failureStrings);
  return (
    <div className="press-outcome failed" role="alert">
      <p>{words.failed}</p>
      <p className="press-reason">{failures.of(failure)}</p>
      <p className="job-quiet">{words.whatToDo(failure.code)}</p>
    </div>
  );
}
