import type { GridArea } from '#engine/model/issue.ts';
import type { Selection } from '#renderer/desk-state/desk-state.ts';
import { makeUpStrings } from '#renderer/strings/make-up-strings.ts';
import { blockNames } from '#renderer/strings/property-strings.ts';
import { blockTitle } from './area-words.ts';
import { blockAround, chosenBlocks } from './choose-blocks.ts';
import { insetOf } from './inset-pictures.ts';
import { deskWords, type MakeUpPlace } from './make-up-place.ts';
import type { BlockFits } from './overset-port.ts';

/** What is chosen, in words for those who cannot see it; empty for nothing and for a text. */
export function chosenWords(place: MakeUpPlace, selection: Selection, fits: BlockFits): string {
  const { desk, issue, page } = place;
  const words = deskWords(desk, makeUpStrings);
  const names = deskWords(desk, blockNames);
  const chosen = chosenBlocks(page, selection);
  const [block] = chosen;
  if (chosen.length > 1) return words.chosenBlocks(chosen.length);
  if (block !== undefined) {
    const name = words.named(names[block.kind], blockTitle(issue, block));
    const overset = fits[block.id]?.oversetLines ?? 0;
    const said = words.chosenBlock(name, ...placeWords(place, block.area));
    const locked = block.locked ? words.lockedToo : '';
    return said + locked + (overset > 0 ? words.oversetToo(overset) : '');
  }
  const around = blockAround(page, selection);
  if (selection.kind === 'inset picture') {
    const inset = insetOf(around, selection.picture);
    return inset === undefined ? '' : words.chosenPicture(...placeWords(place, inset.area));
  }
  if (selection.kind === 'ad cell' && around?.kind === 'adGrid') {
    const cell = issue.adGrids[around.adGrid]?.cells[selection.cell];
    const name = cell?.kind === 'partner' ? cell.name : cell?.kind === 'title' ? cell.text : '';
    return words.chosenCell(selection.cell + 1, name);
  }
  return '';
}

function placeWords(
  { desk }: MakeUpPlace,
  { column, line, columns, lines }: GridArea,
): readonly [size: string, place: string] {
  const { area } = deskWords(desk, makeUpStrings);
  return [area.size(String(columns), String(lines)), area.place(String(column), String(line))];
}
