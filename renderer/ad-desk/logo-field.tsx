import { ImageOff, Replace } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { shownAsset } from '#engine/display/shown-asset.ts';
import type { AdCell } from '#engine/model/issue.ts';
import { cellPictures } from '#engine/model/issue-references.ts';
import { Button } from '#renderer/controls/button.tsx';
import { useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { AdSection } from '#renderer/pictures/ad-section.tsx';
import {
  adRemarks,
  fileOf,
  PICTURE_KINDS,
  type PlacingTrouble,
  takePhotograph,
} from '#renderer/pictures/place-photograph.ts';
import { PlacingNote } from '#renderer/pictures/placing-note.tsx';
import { remarksOf } from '#renderer/pictures/remarks.ts';
import { useAssetAddress } from '#renderer/pictures/use-asset-address.ts';
import { partnerStrings } from '#renderer/strings/partner-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { type CellPlace, cellWithPicture, filledCell } from './cell-edits.ts';
import type { EditGrid } from './chosen-cell.ts';

interface LogoFieldProps {
  readonly place: CellPlace;
  readonly content: AdCell;
  readonly edit: EditGrid;
}

/** The logo of a partner, or the picture that fills a cell: take in, replace, take out. */
export function LogoField({ place, content, edit }: LogoFieldProps) {
  const desk = useDesk();
  const { pictures } = useIssue();
  const words = useWords(partnerStrings);
  const [trouble, setTrouble] = useState<PlacingTrouble>();
  const [isTaking, setTaking] = useState(false);
  const picture = pictures[cellPictures(content)[0] ?? ''];
  const asset = picture?.asset;
  const address = useAssetAddress(picture && shownAsset(picture));
  const isLogo = content.kind === 'partner';
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setTaking(true);
    const taken = await takePhotograph(desk, file);
    setTaking(false);
    setTrouble(taken.ok ? undefined : taken.trouble);
    if (!taken.ok) return;
    const photograph = fileOf(taken.photograph);
    remarksOf(desk).change({ lines: adRemarks(desk, taken.photograph) });
    edit(words.steps.picture, cellWithPicture(desk.openIssue.issue(), place, photograph));
  };
  const takeOut = () => {
    if (content.kind !== 'partner') return;
    const bare = { ...content, logo: undefined };
    edit(words.steps.picture, filledCell(desk.openIssue.issue(), place, bare));
  };
  return (
    <div className="field cell-picture">
      <span className="field-label">{isLogo ? words.logo : words.picture}</span>
      <div className="cell-picture-row">
        {asset !== undefined && (
          <span className="cell-picture-frame">
            {address !== undefined && <img src={address} alt={words.logo} />}
          </span>
        )}
        <FileTrigger
          acceptedFileTypes={PICTURE_KINDS.split(',')}
          onSelect={(files) => void take(files?.[0])}
        >
          <Button isDisabled={isTaking} onPress={opensDialog}>
            {asset !== undefined && <Replace aria-hidden />}
            {asset === undefined ? words.choosePicture : words.replacePicture}
          </Button>
        </FileTrigger>
        {asset !== undefined && isLogo && (
          <Button look="quiet" onPress={takeOut}>
            <ImageOff aria-hidden />
            {words.removePicture}
          </Button>
        )}
      </div>
      <PlacingNote trouble={trouble} />
      {picture?.adPage && <AdSection picture={picture} adPage={picture.adPage} />}
    </div>
  );
}

/** The trigger round the button opens the file dialog. */
function opensDialog(): void {}
