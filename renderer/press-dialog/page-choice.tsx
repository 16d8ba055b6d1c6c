import type { Page } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import { Checkbox } from '#renderer/controls/checkbox.tsx';
import { pressStrings } from '#renderer/strings/press-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** Pages to choose from, with what was found on each. */
export interface PageChoiceProps {
  readonly pages: readonly Page[];
  readonly chosen: ReadonlySet<string>;
  readonly findings: ReadonlyMap<string, readonly Finding[] | undefined>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Which pages are pressed. */
export function PageChoice({ pages, chosen, findings, onChoose }: PageChoiceProps) {
  const words = useWords(pressStrings);
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    onChoose(next);
  };
  return (
    <fieldset className="press-pages">
      <legend>{words.pages}</legend>
      {pages.length > 1 && (
        <Checkbox
          label={words.allPages}
          isOn={chosen.size === pages.length}
          onChange={(isAll) => onChoose(new Set(isAll ? pages.map(({ id }) => id) : []))}
        />
      )}
      {pages.map(({ id, number, name }) => (
        <div key={id} className="press-page">
          <Checkbox
            label={words.page(number, name)}
            isOn={chosen.has(id)}
            onChange={(isChosen) => choose(id, isChosen)}
          />
          <Lights found={findings.get(id)} />
        </div>
      ))}
    </fieldset>
  );
}

function Lights({ found }: { readonly found: readonly Finding[] | undefined }) {
  const words = useWords(pressStrings);
  if (found === undefined) return <span className="press-quiet">{words.notComposed}</span>;
  const count = (wanted: Finding['severity']) =>
    found.filter(({ severity }) => severity === wanted).length;
  const [blocking, warning] = [count('blocks press'), count('warns')];
  return (
    <span className="press-lights">
      {blocking > 0 && <span className="press-blocks">{words.blocks(blocking)}</span>}
      {warning > 0 && <span className="press-warns">{words.warns(warning)}</span>}
    </span>
  );
}
