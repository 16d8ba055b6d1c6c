import { useState } from 'react';
import type { Picture } from '#engine/model/issue.ts';
import type { AdPage } from '#engine/units/ad-page.ts';
import { onBlackPlate } from '#engine/units/ad-page.ts';
import { ptToMm } from '#engine/units/units.ts';
import { NumberField } from '#renderer/controls/number-field.tsx';
import { Section } from '#renderer/controls/section.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { Switch } from '#renderer/controls/switch.tsx';
import { type OpenDesk, useDesk } from '#renderer/desk-state/open-desk.ts';
import { deskWords } from '#renderer/make-up/make-up-place.ts';
import { adPageStrings } from '#renderer/strings/ad-page-strings.ts';
import { pictureStrings } from '#renderer/strings/picture-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { adRemarks, fileOf, type PlacingTrouble } from './place-photograph.ts';
import { PlacingNote } from './placing-note.tsx';
import { remarksOf } from './remarks.ts';

interface AdSectionProps {
  readonly picture: Picture;
  readonly adPage: AdPage;
}

/** An advertiser's PDF in a slot: its size, which page, how it fits, what was mended. */
export function AdSection({ adPage, picture }: AdSectionProps) {
  const desk = useDesk();
  const words = useWords(adPageStrings);
  const { adShownAsPicture } = useWords(pictureStrings);
  const [trouble, setTrouble] = useState<PlacingTrouble>();
  const change = (step: string, changed: AdPage) =>
    desk.openIssue.edit(step, {
      kind: 'setPicture',
      picture: picture.id,
      changes: { adPage: changed },
    });
  const setFit = (fit: AdPage['fit']) => change(words.steps.fit, { ...adPage, fit });
  const setGrey = (isGrey: boolean) => {
    const colour = { ...adPage, mends: adPage.mends.filter((mend) => mend !== 'grey') };
    change(words.steps.grey, isGrey ? onBlackPlate(adPage) : colour);
  };
  const mended = adPage.mends.map((mend) => words.mend[mend]);
  return (
    <Section title={words.title}>
      <dl className="picture-figures">
        <dt>{words.size}</dt>
        <dd>{`${mm(adPage.widthPt)} × ${mm(adPage.heightPt)} mm`}</dd>
        <dt>{words.mends}</dt>
        <dd>{mended.length === 0 ? words.noMends : mended.join('、')}</dd>
      </dl>
      <NumberField
        label={words.page}
        value={adPage.page}
        minimum={1}
        maximum={1000}
        onChange={async (page) => setTrouble(await takeOtherPage(desk, { picture, adPage, page }))}
      />
      <Select
        label={words.fit}
        value={adPage.fit}
        options={(['whole', 'stretched'] as const).map((id) => ({ id, label: words.fits[id] }))}
        onChange={(fit) => setFit(fit === 'stretched' ? 'stretched' : 'whole')}
      />
      <Switch
        label={words.grey}
        isOn={adPage.mends.includes('grey')}
        onChange={(isGrey) => setGrey(isGrey)}
      />
      <PlacingNote trouble={trouble} />
      <p className="picture-note">{adShownAsPicture}</p>
    </Section>
  );
}

function mm(lengthPt: number): string {
  return ptToMm(lengthPt).toFixed(1);
}

/** Reads another page of the file that is among the assets already. */
async function takeOtherPage(
  desk: OpenDesk,
  { adPage, page, picture }: AdSectionProps & { readonly page: number },
): Promise<PlacingTrouble | undefined> {
  const { host, openIssue } = desk;
  const step = deskWords(desk, adPageStrings).steps.page;
  const { session } = openIssue;
  const file = await host.pictureFile({ session, asset: picture.asset ?? '', original: true });
  if (!file.ok) return { kind: 'failure', failure: file.failure };
  const name = picture.id;
  const taken = await host.importPicture({ session, name, bytes: file.value, page });
  if (!taken.ok) return { kind: 'failure', failure: taken.failure };
  const { adPage: other, ...rest } = fileOf(taken.value);
  const photograph = { ...rest, ...(other && { adPage: { ...other, fit: adPage.fit } }) };
  const edit = { kind: 'placedPicture', picture: picture.id, photograph } as const;
  remarksOf(desk).change({ lines: adRemarks(desk, taken.value) });
  return openIssue.edit(step, edit).ok ? undefined : { kind: 'gone' };
}
