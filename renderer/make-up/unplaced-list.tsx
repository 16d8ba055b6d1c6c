import { FilePlus, SquareArrowOutDownRight, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { freshId } from '#engine/model/fresh-id.ts';
import type { Issue } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
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
  const articles = listedArticles(issue, template, unplaced);
  const pictures = listedPictures(issue, unplaced);
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
      <ListFoot
        isOurs={isOurs}
        hasChosen={own !== undefined}
        onNew={addArticle}
        onPlace={() => own && place(own)}
        onRemove={() => setRemoving(own)}
      />
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

interface ListFootProps {
  readonly isOurs: boolean;
  readonly hasChosen: boolean;
  readonly onNew: () => void;
  readonly onPlace: () => void;
  readonly onRemove: () => void;
}

/** What can be done with the list, and with what is chosen in it. */
function ListFoot({ isOurs, hasChosen, onNew, onPlace, onRemove }: ListFootProps) {
  const { unplaced } = useWords(makeUpStrings);
  const isIdle = !hasChosen || !isOurs;
  return (
    <div className="side-foot">
      <IconButton
        icon={FilePlus}
        label={unplaced.newArticle}
        isDisabled={!isOurs}
        onPress={onNew}
      />
      <IconButton
        icon={SquareArrowOutDownRight}
        label={unplaced.place}
        isDisabled={isIdle}
        onPress={onPlace}
      />
      <IconButton icon={Trash2} label={unplaced.remove} isDisabled={isIdle} onPress={onRemove} />
    </div>
  );
}

type UnplacedWords = (typeof makeUpStrings)['zhCn']['unplaced'];

function listedArticles(
  issue: Issue,
  template: PageTemplate | undefined,
  words: UnplacedWords,
): readonly ListedMatter[] {
  return unplacedArticles(issue).flatMap((id): readonly ListedMatter[] => {
    const article = issue.articles[id];
    if (article === undefined) return [];
    const title = articleTitle(issue, id) || words.untitled;
    const lines = template === undefined ? [] : [words.lines(storyLines(template, article))];
    const facts = [words.length(storyLength(article)), ...lines].join('　');
    const headline = article.headline.replaceAll('\n', '');
    const further = headline === title ? '' : headline;
    return [{ kind: 'article', id, title, further, facts, asset: undefined }];
  });
}

function listedPictures(issue: Issue, words: UnplacedWords): readonly ListedMatter[] {
  return unplacedPictures(issue).flatMap((id): readonly ListedMatter[] => {
    const picture = issue.pictures[id];
    if (picture === undefined) return [];
    const { asset, widthPx, heightPx } = picture;
    const facts = asset === undefined ? words.emptySlot : words.pixels(widthPx, heightPx);
    const title = picture.caption || words.noCaption;
    return [{ kind: 'picture', id, title, further: picture.credit, facts, asset }];
  });
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
