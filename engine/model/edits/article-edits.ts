import type { Picture } from '#engine/model/issue.ts';
import { articleMap, type IssueRoots, pictureMap } from '#engine/model/issue-doc.ts';
import { childText, readArticle, readPicture } from '#engine/model/read-issue.ts';
import type {
  AddedPicture,
  Photograph,
  PictureChanges,
  PlacedPicture,
  RemovedPicture,
  SetPicture,
} from './edit.ts';
import {
  type EditPlan,
  filedMap,
  isInAdCell,
  isOnPage,
  planned,
  refused,
  writeText,
} from './edit-plan.ts';
import type {
  AddedArticle,
  RemovedArticle,
  SetHeadlinePart,
  SetSlugline,
  SetTracking,
} from './text-edit.ts';

/** Plans the words of a kicker, headline or deck. */
export function planSetHeadlinePart(roots: IssueRoots, edit: SetHeadlinePart): EditPlan {
  const map = filedMap(roots.articles, edit.article);
  if (!map) return refused('no such article');
  const text = childText(map, edit.part);
  return planned({ ...edit, text: text.toString() }, () => {
    writeText(text, edit.text);
  });
}

/** Plans the working name of an article. */
export function planSetSlugline(roots: IssueRoots, edit: SetSlugline): EditPlan {
  const map = filedMap(roots.articles, edit.article);
  if (!map) return refused('no such article');
  const { slugline } = readArticle(edit.article, map);
  return planned({ ...edit, slugline }, () => {
    map.set('slugline', edit.slugline);
  });
}

/** Plans the tracking of a story. */
export function planSetTracking(roots: IssueRoots, edit: SetTracking): EditPlan {
  const map = filedMap(roots.articles, edit.article);
  if (!map) return refused('no such article');
  const { tracking = 0 } = readArticle(edit.article, map);
  return planned({ ...edit, tracking }, () => {
    if (edit.tracking === 0) map.delete('tracking');
    else map.set('tracking', edit.tracking);
  });
}

/** Plans a new article. */
export function planAddedArticle(roots: IssueRoots, edit: AddedArticle): EditPlan {
  const { article } = edit;
  if (roots.articles.has(article.id)) return refused('id is taken');
  return planned({ kind: 'removedArticle', article: article.id }, () => {
    roots.articles.set(article.id, articleMap(article));
  });
}

/** Plans taking an article out of the issue. */
export function planRemovedArticle(roots: IssueRoots, edit: RemovedArticle): EditPlan {
  const map = filedMap(roots.articles, edit.article);
  if (!map) return refused('no such article');
  if (isOnPage(roots, 'articles', edit.article)) return refused('still on a page');
  return planned({ kind: 'addedArticle', article: readArticle(edit.article, map) }, () => {
    roots.articles.delete(edit.article);
  });
}

/** Plans the photograph of a picture slot. */
export function planPlacedPicture(roots: IssueRoots, edit: PlacedPicture): EditPlan {
  const map = filedMap(roots.pictures, edit.picture);
  if (!map) return refused('no such picture');
  const photograph = photographOf(readPicture(edit.picture, map));
  return planned({ ...edit, photograph }, () => {
    if (edit.photograph) map.set('asset', edit.photograph.asset);
    else map.delete('asset');
    map.set('widthPx', edit.photograph?.widthPx ?? 0);
    map.set('heightPx', edit.photograph?.heightPx ?? 0);
    for (const key of ['adPage', 'lineArt', 'rasterised'] as const) {
      const value = edit.photograph?.[key];
      if (value === undefined) map.delete(key);
      else map.set(key, value);
    }
  });
}

function photographOf(picture: Picture): Photograph | undefined {
  const { adPage, asset, heightPx, lineArt, rasterised, widthPx } = picture;
  if (asset === undefined) return undefined;
  const kind = {
    ...(adPage && { adPage }),
    ...(lineArt && { lineArt }),
    ...(rasterised && { rasterised }),
  };
  return { asset, widthPx, heightPx, ...kind };
}

/** Plans a change of caption, credit, crop or colour. */
export function planSetPicture(roots: IssueRoots, edit: SetPicture): EditPlan {
  const map = filedMap(roots.pictures, edit.picture);
  if (!map) return refused('no such picture');
  const { adPage, caption, credit, focus, zoom, whole, greyscale } = edit.changes;
  const before = readPicture(edit.picture, map);
  if (adPage !== undefined && before.adPage === undefined) return refused('not a placed page');
  const changes: PictureChanges = {
    ...(caption !== undefined && { caption: before.caption }),
    ...(credit !== undefined && { credit: before.credit }),
    ...(focus !== undefined && { focus: before.focus }),
    ...(zoom !== undefined && { zoom: before.zoom }),
    ...(whole !== undefined && { whole: before.whole }),
    ...(greyscale !== undefined && { greyscale: before.greyscale }),
    ...(adPage !== undefined && before.adPage && { adPage: before.adPage }),
  };
  return planned({ ...edit, changes }, () => {
    if (caption !== undefined) writeText(childText(map, 'caption'), caption);
    if (credit !== undefined) writeText(childText(map, 'credit'), credit);
    if (focus !== undefined) map.set('focus', focus);
    if (zoom !== undefined) map.set('zoom', zoom);
    if (whole !== undefined) map.set('whole', whole);
    if (greyscale !== undefined) map.set('greyscale', greyscale);
    if (adPage !== undefined) map.set('adPage', adPage);
  });
}

/** Plans a new picture. */
export function planAddedPicture(roots: IssueRoots, edit: AddedPicture): EditPlan {
  const { picture } = edit;
  if (roots.pictures.has(picture.id)) return refused('id is taken');
  return planned({ kind: 'removedPicture', picture: picture.id }, () => {
    roots.pictures.set(picture.id, pictureMap(picture));
  });
}

/** Plans taking a picture out of the issue. */
export function planRemovedPicture(roots: IssueRoots, edit: RemovedPicture): EditPlan {
  const map = filedMap(roots.pictures, edit.picture);
  if (!map) return refused('no such picture');
  if (isOnPage(roots, 'pictures', edit.picture)) return refused('still on a page');
  if (isInAdCell(roots, edit.picture)) return refused('still in an ad cell');
  return planned({ kind: 'addedPicture', picture: readPicture(edit.picture, map) }, () => {
    roots.pictures.delete(edit.picture);
  });
}
