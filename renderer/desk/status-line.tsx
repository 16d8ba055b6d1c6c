import type { Failure } from '#host/contract.ts';
import { failureSentence, zhCn } from '#renderer/strings/zh-cn.ts';

/** What the status line says. */
export interface StatusLineProps {
  /** Undefined while there is no page. */
  readonly findingCount: number | undefined;
  readonly failures: readonly Failure[];
}

/** Observations on the page, and what of it could not be had. */
export function StatusLine({ findingCount, failures }: StatusLineProps) {
  return (
    <footer className="status" role="status">
      {findingCount !== undefined && <span>{zhCn.findings(findingCount)}</span>}
      {failures.map((one) => (
        <span key={one.code + JSON.stringify(one.values)}>
          {failureSentence(one.code, one.values)}
        </span>
      ))}
    </footer>
  );
}
