import type { Draft } from '#engine/intake/draft.ts';
import { REPAIR_KINDS } from '#engine/intake/repair.ts';
import { Checkbox } from '#renderer/controls/checkbox.tsx';
import { inboxStrings } from '#renderer/strings/inbox-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** The repairs of a draft, and those that are refused. */
export interface RefusalProps {
  readonly draft: Draft;
  readonly refused: ReadonlySet<string>;
  readonly onChange: (refused: ReadonlySet<string>) => void;
}

/** All repairs by kind: each kind is done or refused as a whole. */
export function RepairKinds({ draft, refused, onChange }: RefusalProps) {
  const words = useWords(inboxStrings);
  const kinds = REPAIR_KINDS.map((kind) => ({
    kind,
    ids: draft.repairs.filter((repair) => repair.kind === kind).map(({ id }) => id),
  })).filter(({ ids }) => ids.length > 0);
  const change = (ids: readonly string[], isDone: boolean) => {
    const next = new Set(refused);
    for (const id of ids) {
      if (isDone) next.delete(id);
      else next.add(id);
    }
    onChange(next);
  };
  if (kinds.length === 0) return <p className="draft-note">{words.noRepairs}</p>;
  const done = draft.repairs.filter(({ id }) => !refused.has(id)).length;
  const all = draft.repairs.map(({ id }) => id);
  return (
    <div className="repair-kinds">
      <Checkbox
        label={words.repairs(done)}
        isOn={done > 0}
        onChange={(isDone) => change(all, isDone)}
      />
      {kinds.map(({ kind, ids }) => (
        <Checkbox
          key={kind}
          label={`${words.repairKind(kind)} ${ids.length}`}
          isOn={ids.some((id) => !refused.has(id))}
          onChange={(isDone) => change(ids, isDone)}
        />
      ))}
      <p className="draft-note">{words.repairHint}</p>
    </div>
  );
}
