import type { Finding } from '#engine/units/finding.ts';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** One sentence on a cell or on the grid, as grave as it is. */
export function CellFinding({ finding }: { readonly finding: Finding }) {
  const sentences = useWords(findingStrings);
  const { severity } = finding;
  return (
    <p className={`partners-finding ${severity.replaceAll(' ', '-')}`}>
      <span className="partners-severity">{sentences.severity(severity)}</span>
      {sentences.of(finding)}
    </p>
  );
}
