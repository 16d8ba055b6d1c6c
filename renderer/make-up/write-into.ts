import type { TextPosition } from '#engine/display/hit-text.ts';
import type { Issue } from '#engine/model/issue.ts';
import type { Selection } from '#renderer/desk-state/desk-state.ts';
import { fieldText } from '#renderer/story-editor/fields.ts';
import { deviceOf } from '#renderer/story-editor/text-session.ts';
import { blockAround, chosenBlocks } from './choose-blocks.ts';
import type { MakeUpPlace } from './make-up-place.ts';

/** Puts the caret into the first text of what is chosen; true when it has one. */
export function writeInto(place: MakeUpPlace, selection: Selection): boolean {
  const device = deviceOf(place.desk.openIssue);
  const text = firstText(place, selection);
  if (device === undefined || text === undefined) return false;
  const start: TextPosition = { text, offset: 0, edge: 'leading' };
  device.select(start, start);
  return true;
}

/** The first text of what is chosen, as the display list names it. */
function firstText({ issue, page }: MakeUpPlace, selection: Selection): string | undefined {
  if (selection.kind === 'inset picture') return `picture:${selection.picture}/caption`;
  if (selection.kind === 'ad cell') {
    const block = blockAround(page, selection);
    return block?.kind === 'adGrid' ? cellText(issue, block.adGrid, selection.cell) : undefined;
  }
  const [block] = chosenBlocks(page, selection);
  switch (block?.kind) {
    case 'article': {
      const opens = block.headline !== undefined;
      return opens ? `article:${block.article}/headline` : `article:${block.article}/story:0`;
    }
    case 'group':
      return `block:${block.id}/standingHead`;
    case 'picture':
      return `picture:${block.picture}/caption`;
    case 'imprint':
      return `block:${block.id}/text`;
    case 'adGrid':
      return cellText(issue, block.adGrid, 0);
    case 'sectionFlag':
      return 'issue/supplement';
    default:
      return undefined;
  }
}

function cellText(issue: Issue, adGrid: string, cell: number): string | undefined {
  const name = `adGrid:${adGrid}/cell:${cell}`;
  return [`${name}/text`, `${name}/name`].find((text) => fieldText(issue, text) !== undefined);
}
