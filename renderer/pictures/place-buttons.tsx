import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { Picture } from '#engine/model/issue.ts';
import { Button } from '#renderer/controls/button.tsx';
import { useDesk } from '#renderer/desk-state/open-desk.ts';
import { pictureStrings } from '#renderer/strings/picture-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { PICTURE_KINDS, type PlacingTrouble, placePhotograph } from './place-photograph.ts';
import { PlacingNote } from './placing-note.tsx';

/** Puts a file into the slot in place of what it shows, or takes the photograph out again. */
export function PlaceButtons({ picture }: { readonly picture: Picture }) {
  const desk = useDesk();
  const words = useWords(pictureStrings);
  const [isTaking, setTaking] = useState(false);
  const [trouble, setTrouble] = useState<PlacingTrouble>();
  const isOpen = picture.asset === undefined;
  const place = async (file: File | undefined) => {
    if (file === undefined) return;
    setTaking(true);
    const step = isOpen ? words.steps.place : words.steps.replace;
    setTrouble(await placePhotograph(desk, picture.id, { file, step }));
    setTaking(false);
  };
  return (
    <>
      <div className="picture-buttons">
        <FileTrigger
          acceptedFileTypes={PICTURE_KINDS.split(',')}
          onSelect={(files) => place(files?.[0])}
        >
          <Button look={isOpen ? 'accent' : 'plain'} isDisabled={isTaking} onPress={nothingMore}>
            {isOpen ? words.place : words.replace}
          </Button>
        </FileTrigger>
        {!isOpen && (
          <Button
            look="quiet"
            isDisabled={isTaking}
            onPress={() => {
              const edit = { kind: 'placedPicture', picture: picture.id } as const;
              desk.openIssue.edit(words.steps.takeOut, { ...edit, photograph: undefined });
            }}
          >
            {words.takeOut}
          </Button>
        )}
        {isTaking && <span role="status">{words.taking}</span>}
      </div>
      <PlacingNote trouble={trouble} />
    </>
  );
}

/** The trigger round the button opens the file dialog. */
function nothingMore(): void {}
