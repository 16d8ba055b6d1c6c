import { type PlacedFiller, placedFillers } from '#engine/fillers/remove-filler.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { openFillers, takeBest, takeOff } from '#renderer/fillers/filler-steps.ts';
import { mayEdit } from '#renderer/make-up/make-up-place.ts';
import type { Command } from './command.ts';

/** Commands that close holes of the page (补白). */
export const fillerCommands: readonly Command[] = [
  {
    id: 'filler.panel',
    label: { zhCn: '补白…', en: 'Fillers…' },
    menu: 'block',
    group: 10,
    context: ['block', 'ad cell', 'page'],
    run: (desk) => openFillers(desk),
  },
  {
    id: 'filler.take',
    label: { zhCn: '补上最合适的补白', en: 'Close with the best filler' },
    menu: 'block',
    group: 10,
    context: ['block', 'ad cell'],
    isEnabled: mayEdit,
    run: (desk) => void takeBest(desk),
  },
  {
    id: 'filler.remove',
    label: { zhCn: '撤下补白', en: 'Take filler off' },
    menu: 'block',
    group: 10,
    context: ['block'],
    isEnabled: (desk) => mayEdit(desk) && chosenFiller(desk) !== undefined,
    run: (desk) => {
      const placed = chosenFiller(desk);
      if (placed !== undefined) takeOff(desk, placed);
    },
  },
];

function chosenFiller(desk: OpenDesk): PlacedFiller | undefined {
  const { selection } = desk.state.read();
  if (selection.kind !== 'blocks') return undefined;
  const [id] = selection.blocks;
  return placedFillers(desk.openIssue.issue()).find(({ block }) => block.id === id);
}
