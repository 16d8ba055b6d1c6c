import type { GroupItem } from '#engine/display/display-list.ts';
import type { ArticleGroup } from '#engine/model/issue.ts';
import { fillRect } from './decorations.ts';
import { glyphFindings } from './glyph-findings.ts';
import type { ComposedHeadline, HeadlineBox } from './headline.ts';
import { EM_BOX_ASCENT } from './page-grid.ts';
import { setLabel } from './text-box.ts';
import type { Typesetter } from './typesetter.ts';

/** Clear space between the band and the text below it, in points. */
const BAND_FOOT_PT = 4;
/** Share of the band's narrow side that the words may take. */
const WORDS_SHARE = 0.72;

/** Fixed label of a group (栏题): words on a solid band, across the top or down one side. */
export function composeStandingHead(
  typesetter: Typesetter,
  block: ArticleGroup,
  room: HeadlineBox,
): ComposedHeadline {
  const vertical = block.headPlacement !== 'above';
  const box = vertical ? room : { ...room, heightPt: room.heightPt - BAND_FOOT_PT };
  const style = typesetter.style('standingHead');
  const narrow = vertical ? box.widthPt : box.heightPt;
  const long = vertical ? box.heightPt : box.widthPt;
  const count = Math.max([...block.standingHead].length, 1);
  const sizePt = Math.min(style.sizePt, narrow * WORDS_SHARE, (long * 0.94) / count);
  const source = { text: `block:${block.id}/standingHead`, start: 0 };
  const spans = [{ text: block.standingHead, style, source }];
  const spare = (long * 0.94) / sizePt - count;
  const trackingEm = count > 1 ? Math.min(style.trackingEm, Math.max(0, spare / (count - 1))) : 0;
  const text = typesetter.readText(spans, { sizePt, trackingEm, vertical });
  const { items, widthPt } = setLabel(typesetter, text);
  const along = (long - widthPt) / 2;
  const across = (narrow - sizePt) / 2;
  const words: GroupItem = {
    kind: 'group',
    id: `${block.id}/standingHead`,
    x: vertical ? box.widthPt / 2 : along,
    y: vertical ? along : across + EM_BOX_ASCENT * sizePt,
    items,
  };
  const ground = typesetter.ink('standingHeadGround');
  const rect = { x: 0, y: 0, width: box.widthPt, height: box.heightPt };
  return { items: [fillRect(rect, ground), words], findings: glyphFindings(text) };
}
