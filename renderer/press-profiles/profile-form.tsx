import { type ReactNode, useState } from 'react';
import { firstNames, pressFileNames } from '#engine/press/page-names.ts';
import type { ProfileSettings, ProfileSheet } from '#host/contract.ts';
import { Button } from '#renderer/controls/button.tsx';
import { Checkbox } from '#renderer/controls/checkbox.tsx';
import { NumberField } from '#renderer/controls/number-field.tsx';
import { SegmentedControl } from '#renderer/controls/segmented-control.tsx';
import { TextField } from '#renderer/controls/text-field.tsx';
import { useIssue, usePage } from '#renderer/desk-state/open-desk.ts';
import { profileStrings } from '#renderer/strings/profile-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** A profile to be looked at; one of the newsroom's own may be changed. */
export interface ProfileFormProps {
  readonly sheet: ProfileSheet;
  readonly isSaved: boolean;
  readonly onSave: (settings: ProfileSettings) => void;
}

/** What a print shop demands. */
export function ProfileForm({ sheet, isSaved, onSave }: ProfileFormProps) {
  const words = useWords(profileStrings);
  const [wish, setWish] = useState(sheet.settings);
  const fixed = !sheet.isOwn;
  const most = Math.ceil(sheet.figures.mostInkPercent);
  const isTooLow = wish.inkLimitPercent < most;
  const isChanged = JSON.stringify(wish) !== JSON.stringify(sheet.settings);
  const set = (changes: Partial<ProfileSettings>) => setWish({ ...wish, ...changes });
  return (
    <section className="profile-form" aria-label={wish.name}>
      {fixed && <p className="form-note">{words.readOnly}</p>}
      <TextField
        label={words.name}
        value={wish.name}
        isDisabled={fixed}
        onCommit={(name) => set({ name: name || wish.name })}
      />
      <SegmentedControl
        label={words.standard}
        value={wish.standard}
        options={(['x4', 'x1a'] as const)
          .filter((id) => !fixed || id === wish.standard)
          .map((id) => ({ id, label: words.standards[id] }))}
        onChange={(standard) => set({ standard })}
      />
      <Sizes wish={wish} isFixed={fixed} onSet={set} />
      {isTooLow && <p className="form-failure">{words.limitTooLow(most)}</p>}
      <FileName wish={wish} isFixed={fixed} onSet={set} />
      <Marks wish={wish} isFixed={fixed} onSet={set} />
      <Row label={words.iccName}>{sheet.figures.iccName}</Row>
      <Row label={words.condition}>{wish.outputCondition.description}</Row>
      {!fixed && (
        <p className="profile-save">
          <span role="status">{isSaved && !isChanged ? words.saved : ''}</span>
          <Button look="accent" isDisabled={!isChanged || isTooLow} onPress={() => onSave(wish)}>
            {words.save}
          </Button>
        </p>
      )}
    </section>
  );
}

interface PartProps {
  readonly wish: ProfileSettings;
  readonly isFixed: boolean;
  readonly onSet: (changes: Partial<ProfileSettings>) => void;
}

function Sizes({ wish, isFixed, onSet }: PartProps) {
  const words = useWords(profileStrings);
  const { bleedMm, inkLimitPercent, pictureTargetPpi, slugMm, trim } = wish;
  const isDisabled = isFixed;
  return (
    <div className="profile-numbers">
      <NumberField
        label={words.width}
        unit="mm"
        {...{ value: trim.widthMm, minimum: 50, maximum: 2000, isDisabled }}
        onChange={(widthMm) => onSet({ trim: { ...trim, widthMm } })}
      />
      <NumberField
        label={words.height}
        unit="mm"
        {...{ value: trim.heightMm, minimum: 50, maximum: 2000, isDisabled }}
        onChange={(heightMm) => onSet({ trim: { ...trim, heightMm } })}
      />
      <NumberField
        label={words.bleed}
        unit="mm"
        {...{ value: bleedMm, minimum: 0, maximum: 50, isDisabled }}
        onChange={(value) => onSet({ bleedMm: value })}
      />
      <NumberField
        label={words.slug}
        unit="mm"
        {...{ value: slugMm, minimum: 0, maximum: 100, isDisabled }}
        onChange={(value) => onSet({ slugMm: value })}
      />
      <NumberField
        label={words.inkLimit}
        unit="%"
        {...{ value: inkLimitPercent, step: 5, minimum: 100, maximum: 400, isDisabled }}
        onChange={(value) => onSet({ inkLimitPercent: value })}
      />
      <NumberField
        label={words.ppi}
        unit="ppi"
        {...{ value: pictureTargetPpi, step: 10, minimum: 50, maximum: 600, isDisabled }}
        onChange={(value) => onSet({ pictureTargetPpi: value })}
      />
    </div>
  );
}

function FileName({ wish, isFixed, onSet }: PartProps) {
  const words = useWords(profileStrings);
  const issue = useIssue();
  const page = usePage();
  const names = page && firstNames(issue, page, { plates: wish.plates, time: '…' });
  const [example] = names ? pressFileNames(wish.fileName, [names], 'plates') : [];
  return (
    <>
      <TextField
        label={words.fileName}
        value={wish.fileName}
        isDisabled={isFixed}
        onCommit={(fileName) => onSet({ fileName: fileName || wish.fileName })}
      />
      <p className="form-note">
        {example !== undefined && words.example(example)}
        {!isFixed && <br />}
        {!isFixed && words.fileNameHint}
      </p>
    </>
  );
}

function Marks({ wish, isFixed, onSet }: PartProps) {
  const words = useWords(profileStrings);
  const { marks } = wish;
  const choices = [
    ['crop', words.crop],
    ['slug', words.slugLine],
    ['controlStrip', words.controlStrip],
  ] as const;
  return (
    <Row label={words.marks}>
      <span className="profile-marks">
        {choices.map(([mark, label]) => (
          <Checkbox
            key={mark}
            label={label}
            isOn={marks[mark]}
            isDisabled={isFixed}
            onChange={(isOn) => onSet({ marks: { ...marks, [mark]: isOn } })}
          />
        ))}
      </span>
    </Row>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <span>{children}</span>
    </div>
  );
}
