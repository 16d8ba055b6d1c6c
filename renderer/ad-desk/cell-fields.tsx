import { useState } from 'react';
import { EMPTY_AD_CELL, isEmptyAdCell } from '#engine/model/ad-cells.ts';
import type { AdCell, AdGrid } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import { Section } from '#renderer/controls/section.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { useIssue } from '#renderer/desk-state/open-desk.ts';
import { partnerStrings } from '#renderer/strings/partner-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { cellAsSlot, filledCell } from './cell-edits.ts';
import { CellFinding } from './cell-finding.tsx';
import type { EditGrid } from './chosen-cell.ts';
import { LogoField } from './logo-field.tsx';
import { PartnerFields } from './partner-fields.tsx';

interface CellFieldsProps {
  readonly grid: AdGrid;
  readonly cell: number;
  readonly content: AdCell;
  readonly findings: readonly Finding[];
  readonly edit: EditGrid;
}

const KINDS = ['title', 'partner', 'picture', 'empty'] as const;
type CellKind = (typeof KINDS)[number];

/** What stands in one cell of the grid. */
export function CellFields({ grid, cell, content, findings, edit }: CellFieldsProps) {
  const words = useWords(partnerStrings);
  const issue = useIssue();
  // A partner without a word is the same as an empty cell; only here it is known to be wanted.
  const [wantsPartner, setWantsPartner] = useState(false);
  const kind: CellKind = isEmptyAdCell(content) && !wantsPartner ? 'empty' : content.kind;
  const place = { grid, cell };
  const fill = (wanted: AdCell) => edit(words.steps.fill, filledCell(issue, place, wanted));
  const change = (wanted: CellKind) => {
    setWantsPartner(wanted === 'partner');
    if (wanted !== 'picture') {
      const next = contentOfKind(content, wanted);
      if (next !== content) fill(next);
      return;
    }
    if (content.kind !== 'picture') edit(words.steps.fill, cellAsSlot(issue, place));
  };
  return (
    <Section title={words.content(cell + 1)}>
      <Select
        label={words.kind}
        value={kind}
        options={KINDS.map((id) => ({ id, label: words.kinds[id] }))}
        onChange={(wanted) => {
          const found = KINDS.find((one) => one === wanted);
          if (found !== undefined) change(found);
        }}
      />
      {content.kind === 'title' && (
        <TextField
          label={words.title}
          value={content.text}
          onCommit={(text) => fill({ kind: 'title', text })}
        />
      )}
      {kind === 'partner' && content.kind === 'partner' && (
        <>
          <LogoField place={place} content={content} edit={edit} />
          <PartnerFields content={content} onFill={fill} />
        </>
      )}
      {kind === 'empty' && <p className="partners-note">{words.emptyHint}</p>}
      {kind === 'picture' && (
        <>
          <LogoField place={place} content={content} edit={edit} />
          <p className="partners-note">{words.pictureHint}</p>
        </>
      )}
      {findings.map((finding) => (
        <CellFinding key={`${finding.code}/${finding.where.text}`} finding={finding} />
      ))}
    </Section>
  );
}

/** The cell as another kind; its name stays where both kinds have one. */
function contentOfKind(content: AdCell, kind: Exclude<CellKind, 'picture'>): AdCell {
  if (kind === 'empty') return EMPTY_AD_CELL;
  if (content.kind === kind) return content;
  if (kind === 'partner') {
    return { ...EMPTY_AD_CELL, name: content.kind === 'title' ? content.text : '' };
  }
  return { kind: 'title', text: content.kind === 'partner' ? content.name : '' };
}
