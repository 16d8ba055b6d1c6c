import { FilePlus, SquareArrowOutDownRight, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { freshId } from '#engine/model/fresh-id.ts';
import { unplacedArticles, unplacedPictures } from '#engine/model/unplaced.ts';
import { IconButton } from '#renderer/controls/icon-button.tsx';
import {
  templateOf,
  useDesk,
  useDeskState,
  useIssue,
  usePage,
} from '#renderer/desk-state/open-desk.ts';
import { makeUpStrings } from '#renderer/strings/make-up-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { articleTitle } from './area-words.ts';
import { AskDialog } from './ask-dialog.tsx';
import { blankArticle } from './blank-article.ts';
import { carryOutDrop, type MatterDrop, placeByKey } from './drop-matter.ts';
import { mayEdit } from './make-up-place.ts';
import { chosenPlace } from './make-up-steps.ts';
import type { Matter } from './matter-in-hand.ts';
import { type ListedMatter, MatterList } from './matter-list.tsx';
import { storyLength, storyLines } from './wanted-size.ts';
import './unplaced-list.css';

/** The stories and pictures of the issue that stand on no page (稿库). */
export function UnplacedList() {
  const desk = useDesk();
  const words = useWords(makeUpStrings);
  const issue = useIssue();
  const template = templateOf(desk, usePage()) ?? desk.parts.templates[0];
  useDeskState((state) => state.selection);
  const [chosen, setChosen] = useState<Matter>();
  const [removing, setRemoving] = useState<Matter>();
  const isOurs = mayEdit(desk);
  const { unplaced } = words;
  const articles = unplacedArticles(issue).flatMap((id): readonly ListedMatter[] => {
    const article = issue.articles[id];
    if (article === undefined) return [];
    const title = articleTitle(issue, id) || unplaced.untitled;
    const lines = template === undefined ? [] : [unplaced.lines(storyLines(template, article))];
    const facts = [unplaced.length(storyLength(article)), ...lines].join('　');
    const headline = article.headline.replaceAll('\n', '');
    const further = headline === title ? '' : headline;
    return [{ kind: 'article', id, title, further, facts, asset: undefined }];
  });
  const pictures = unplacedPictures(issue).flatMap((id): readonly ListedMatter[] => {
    const picture = issue.pictures[id];
    if (picture === undefined) return [];
    const { asset, widthPx, heightPx } = picture;
    const facts = asset === undefined ? unplaced.emptySlot : unplaced.pixels(widthPx, heightPx);
    const title = picture.caption || unplaced.noCaption;
    return [{ kind: 'picture', id, title, further: picture.credit, facts, asset }];
  });
  const all = [...articles, ...pictures];
  const own = all.find(({ kind, id }) => kind === chosen?.kind && id === chosen.id);
  const place = (matter: Matter) => {
    const drop = placed(matter);
    if (drop !== undefined) carryOutDrop(desk, drop);
  };
  function placed(matter: Matter): MatterDrop | undefined {
    const on = isOurs ? chosenPlace(desk) : undefined;
    return on && placeByKey(on, matter);
  }
  function addArticle(): void {
    const id = freshId(desk.openIssue.issue(), 'article');
    const article = blankArticle(id, words.steps.newArticle);
    desk.openIssue.edit(words.steps.newArticle, { kind: 'addedArticle', article });
    setChosen({ kind: 'article', id });
  }
  const list = { chosen, onChoose: setChosen, onPlace: place, onRemove: setRemoving };
  return (
    <div className="unplaced">
      <div className="unplaced-lists">
        <MatterList
          {...list}
          title={unplaced.articles}
          matter={articles}
          nothing={unplaced.noArticles}
        />
        <MatterList
          {...list}
          title={unplaced.pictures}
          matter={pictures}
          nothing={unplaced.noPictures}
        />
        {all.length > 0 && <p className="unplaced-hint">{unplaced.hint}</p>}
      </div>
      <div className="side-foot">
        <IconButton
          icon={FilePlus}
          label={unplaced.newArticle}
          isDisabled={!isOurs}
          onPress={addArticle}
        />
        <IconButton
          icon={SquareArrowOutDownRight}
          label={unplaced.place}
          isDisabled={own === undefined || !isOurs}
          onPress={() => own && place(own)}
        />
        <IconButton
          icon={Trash2}
          label={unplaced.remove}
          isDisabled={own === undefined || !isOurs}
          onPress={() => setRemoving(own)}
        />
      </div>
      {removing !== undefined && isOurs && (
        <RemoveDialog
          matter={removing}
          title={all.find(({ id }) => id === removing.id)?.title ?? ''}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </div>
  );
}

interface RemoveDialogProps {
  readonly matter: Matter;
  readonly title: string;
  readonly onClose: () => void;
}

function RemoveDialog({ matter: { kind, id }, title, onClose }: RemoveDialogProps) {
  const { openIssue } = useDesk();
  const { ask, steps } = useWords(makeUpStrings);
  const isArticle = kind === 'article';
  return (
    <AskDialog
      title={isArticle ? ask.removeArticle : ask.removePicture}
      text={isArticle ? ask.removeArticleText(title) : ask.removePictureText(title)}
      onClose={onClose}
      onYes={() => {
        if (isArticle) openIssue.edit(steps.removeArticle, { kind: 'removedArticle', article: id });
        else openIssue.edit(steps.deletePicture, { kind: 'removedPicture', picture: id });
      }}
    />
  );
}
