import type { Failure, PressProgress } from '#host/contract.ts';
import { ProgressBar } from '#renderer/controls/progress-bar.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { failureStrings } from '#renderer/strings/failure-strings.ts';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { pressStrings } from '#renderer/strings/press-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** A job on its way, or what came of it. */
export interface PressOutcomeProps {
  readonly progress: PressProgress | undefined;
  readonly failure: Failure | undefined;
}

/** How far the job is; then the files, or why there are none. */
export function PressOutcome({ progress, failure }: PressOutcomeProps) {
  const { host } = useDesk();
  const words = useWords(pressStrings);
  const failures = useWords(failureStrings);
  const sentences = useWords(findingStrings);
  if (failure !== undefined) return <p role="alert">{failures.of(failure)}</p>;
  if (progress === undefined) return undefined;
  const { state, pagesDone, pagesAll, files } = progress;
  if (state === 'running') {
    return (
      <ProgressBar label={words.running(pagesDone, pagesAll)} done={pagesDone} all={pagesAll} />
    );
  }
  const sentence = state === 'delivered' ? words.delivered(files.length) : words[state];
  const blocking = state === 'blocked' ? progress.findings : [];
  return (
    <div className="press-outcome" role="status">
      <p>{sentence}</p>
      {progress.failure !== undefined && <p role="alert">{failures.of(progress.failure)}</p>}
      {blocking.map((finding) => (
        <p key={`${finding.code}/${JSON.stringify(finding.where)}`}>{sentences.of(finding)}</p>
      ))}
      <ul>
        {files.map(({ page, path, bytes }) => (
          <li key={path}>
            <span className="press-sentence" title={path}>
              {words.file(page, Math.round(bytes / 1024))}
            </span>
            <button
              type="button"
              className="press-link"
              onClick={() => void host.showInFolder({ path })}
            >
              {words.show}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
