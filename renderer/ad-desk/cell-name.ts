import { isEmptyAdCell } from '#engine/model/ad-cells.ts';
import type { AdCell } from '#engine/model/issue.ts';

/** What a cell is called where it stands in a list. */
export function cellName(
  content: AdCell,
  words: { readonly emptyCell: string; readonly pictureCell: string },
): string {
  if (content.kind === 'picture') return words.pictureCell;
  if (content.kind === 'title') return content.text.replaceAll('\n', '') || words.emptyCell;
  if (isEmptyAdCell(content)) return words.emptyCell;
  return content.name || content.slogan || content.hotline?.number || words.emptyCell;
}
