import type { PictureChanges } from '#engine/model/edits/edit.ts';
import type { Picture } from '#engine/model/issue.ts';
import { printedPicture } from '#engine/preflight/picture-resolution.ts';
import { Button } from '#renderer/controls/button.tsx';
import { NumberField } from '#renderer/controls/number-field.tsx';
import { Section } from '#renderer/controls/section.tsx';
import { Select } from '#renderer/controls/select.tsx';
import { Switch } from '#renderer/controls/switch.tsx';
import { TextArea, TextField } from '#renderer/controls/text-field.tsx';
import {
  useDesk,
  useDeskState,
  useIssue,
  usePage,
  useShownPage,
} from '#renderer/desk-state/open-desk.ts';
import { pictureStrings } from '#renderer/strings/picture-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { AdSection } from './ad-section.tsx';
import { chosenPictures } from './chosen-pictures.ts';
import { CLOSEST_ZOOM } from './crop-geometry.ts';
import { FocusPicker } from './focus-picker.tsx';
import { cropChosen } from './on-chosen-picture.ts';
import { PictureFigures } from './picture-figures.tsx';
import { PlaceButtons } from './place-buttons.tsx';
import './pictures.css';

/** The picture that is chosen on the page: its file, its figures in print, crop and words. */
export function PicturePanel() {
  const desk = useDesk();
  const issue = useIssue();
  const page = usePage();
  const words = useWords(pictureStrings);
  const selection = useDeskState((state) => state.selection);
  const pictures = chosenPictures(issue, page, selection);
  const chosen = selection.kind === 'inset picture' ? selection.picture : pictures[0];
  const picture = chosen === undefined ? undefined : issue.pictures[chosen];
  if (picture === undefined) return <p className="panel-empty">{words.none}</p>;
  const block = selection.kind === 'blocks' ? selection.blocks[0] : undefined;
  const holder = selection.kind === 'inset picture' ? selection.block : block;
  return (
    <div className="pictures">
      {pictures.length > 1 && holder !== undefined && (
        <div className="pictures-which">
          <Select
            label={words.which}
            value={picture.id}
            options={pictures.map((id, place) => ({
              id,
              label: issue.pictures[id]?.caption || words.untitled(place + 1),
            }))}
            onChange={(id) =>
              desk.state.change({
                selection: { kind: 'inset picture', block: holder, picture: id },
              })
            }
          />
        </div>
      )}
      <OnePicture key={picture.id} picture={picture} />
    </div>
  );
}

function OnePicture({ picture }: { readonly picture: Picture }) {
  const desk = useDesk();
  const { openIssue } = desk;
  const words = useWords(pictureStrings);
  const items = useShownPage()?.list.items ?? [];
  const printed = printedPicture(items, { picture: picture.id, widthPx: picture.widthPx });
  const change = (step: string, changes: PictureChanges) =>
    openIssue.edit(step, { kind: 'setPicture', picture: picture.id, changes });
  return (
    <>
      <Section title={words.photograph}>
        {picture.asset === undefined ? (
          <p className="picture-note">{words.openHint}</p>
        ) : picture.adPage !== undefined ? undefined : (
          <>
            <FocusPicker
              picture={picture}
              crop={printed?.crop}
              onFocus={(focus) => change(words.steps.crop, { focus })}
            />
            <p className="picture-note">{words.focusHint}</p>
          </>
        )}
        <PlaceButtons picture={picture} />
        {picture.adPage === undefined && <PictureFigures picture={picture} printed={printed} />}
      </Section>
      {picture.adPage === undefined ? (
        <CropSection picture={picture} isPrinted={printed !== undefined} change={change} />
      ) : (
        <AdSection picture={picture} adPage={picture.adPage} />
      )}
      <Section title={words.words}>
        <TextArea
          label={words.caption}
          value={picture.caption}
          onCommit={(caption) => change(words.steps.caption, { caption })}
        />
        <TextField
          label={words.credit}
          value={picture.credit}
          onCommit={(credit) => change(words.steps.credit, { credit })}
        />
      </Section>
    </>
  );
}

interface CropSectionProps {
  readonly picture: Picture;
  readonly isPrinted: boolean;
  readonly change: (step: string, changes: PictureChanges) => void;
}

/** What of a photograph shows in its frame, and whether in colours. */
function CropSection({ change, isPrinted, picture }: CropSectionProps) {
  const desk = useDesk();
  const words = useWords(pictureStrings);
  return (
    <Section title={words.crop}>
      <Button
        isDisabled={picture.asset === undefined || !isPrinted}
        onPress={() => cropChosen(desk)}
      >
        {words.cropOnPage}
      </Button>
      <NumberField
        label={words.zoom}
        unit={words.times}
        value={picture.zoom}
        step={0.05}
        minimum={1}
        maximum={CLOSEST_ZOOM}
        isDisabled={picture.asset === undefined || picture.whole}
        onChange={(zoom) => change(words.steps.crop, { zoom })}
      />
      <Switch
        label={words.whole}
        isOn={picture.whole}
        onChange={(whole) => change(words.steps.crop, { whole })}
      />
      <Switch
        label={words.greyscale}
        isOn={picture.greyscale}
        onChange={(greyscale) => change(words.steps.greyscale, { greyscale })}
      />
    </Section>
  );
}
