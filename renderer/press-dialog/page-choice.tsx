import type { Page } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import { Checkbox } from '#renderer/controls/checkbox.tsx';
import { withChosen } from '#renderer/controls/with-chosen.ts';
import type { SortedPages } from '#renderer/preflight/sorted-pages.ts';
import { pressStrings } from '#renderer/strings/press-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** Pages to choose from, with what was found on each. */
export interface PageChoiceProps {
  readonly pages: readonly Page[];
  readonly chosen: ReadonlySet<string>;
  readonly findings: SortedPages;
  /** Name of the file of each chosen page. */
  readonly files: ReadonlyMap<string, string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Which pages are pressed, and into which files. */
export function PageChoice({ pages, chosen, findings, files, onChoose }: PageChoiceProps) {
  const words = useWords(pressStrings);
  const choose = (id: string, isChosen: boolean) => onChoose(withChosen(chosen, id, isChosen));
  return (
    <fieldset className="job-pages press-pages">
      <legend>{words.pages}</legend>
      {pages.length > 1 && (
        <div className="job-page all">
          <Checkbox
            label={words.allPages}
            isOn={chosen.size === pages.length}
            onChange={(isAll) => onChoose(new Set(isAll ? pages.map(({ id }) => id) : []))}
          />
        </div>
      )}
      {pages.map(({ id, number, name }) => (
        <div key={id} className="job-page">
          <Checkbox
            label={words.page(number, name)}
            isOn={chosen.has(id)}
            onChange={(isChosen) => choose(id, isChosen)}
          />
          <span className="press-file">{files.get(id)}</span>
          <Lights found={findings.get(id)?.open} />
        </div>
      ))}
    </fieldset>
  );
}

const GRAVEST_FIRST: readonly Finding['severity'][] = ['blocks press', 'warns', 'informs'];

function Lights({ found }: { readonly found: readonly Finding[] | undefined }) {
  const words = useWords(pressStrings);
  if (found === undefined) return <span className="job-quiet">{words.notComposed}</span>;
  const counts = GRAVEST_FIRST.map((severity) => ({
    severity,
    count: found.filter((one) => one.severity === severity).length,
  })).filter(({ count }) => count > 0);
  return (
    <span className="press-lights">
      {counts.length === 0 && <span className="press-light clean">{words.clean}</span>}
      {counts.map(({ severity, count }) => (
        <span key={severity} className={`press-light ${severity.replaceAll(' ', '-')}`}>
          {words.counted(severity, count)}
        </span>
      ))}
    </span>
  );
}
