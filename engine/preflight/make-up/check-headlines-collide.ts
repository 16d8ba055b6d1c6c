import type { ArticleBlock } from '#engine/model/issue.ts';
import { blockGroups, type CheckedPage } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import { type SetHeadline, setHeadlines } from './largest-type.ts';

/** Blocks closer than this, in characters, are neighbours. */
const NEIGHBOUR_CHARS = 5;

/**
 * 碰题: two headlines side by side on the same lines read as one, the more so when they are of one
 * face and size.
 */
export function checkHeadlinesCollide(checked: CheckedPage): readonly Finding[] {
  const articles = checked.page.blocks.filter((block) => block.kind === 'article');
  const headed = articles.filter(({ headline }) => headline?.placement === 'above');
  const set = new Map(blockGroups(checked).map((group) => [group.id, setHeadlines(group)[0]]));
  return headed.flatMap((left) =>
    headed
      .filter((right) => collide(left, right))
      .map((right): Finding => {
        const isAlike = areAlike(set.get(left.id), set.get(right.id));
        const code = isAlike ? 'headlines-alike' : 'headlines-collide';
        const severity = isAlike ? 'warns' : 'informs';
        return { code, severity, where: { block: left.id }, values: { other: right.id } };
      }),
  );
}

function collide(left: ArticleBlock, right: ArticleBlock): boolean {
  const gap = right.area.column - (left.area.column + left.area.columns);
  if (left.id === right.id || gap < 0 || gap > NEIGHBOUR_CHARS) return false;
  const end = ({ area, headline }: ArticleBlock) => area.line + (headline?.extent ?? 0);
  return left.area.line < end(right) && right.area.line < end(left);
}

/** A size less apart than this is the same to the eye. */
const ALIKE_SHARE = 0.08;

function areAlike(left: SetHeadline | undefined, right: SetHeadline | undefined): boolean {
  if (left === undefined || right === undefined || left.face !== right.face) return false;
  const larger = Math.max(left.sizePt, right.sizePt);
  return Math.abs(left.sizePt - right.sizePt) < larger * ALIKE_SHARE;
}
