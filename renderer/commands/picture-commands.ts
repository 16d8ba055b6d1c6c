import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { mayEdit } from '#renderer/make-up/make-up-place.ts';
import { choosePhotographs } from '#renderer/pictures/loaded-pointer.ts';
import {
  CENTRED,
  changeChosen,
  cropChosen,
  FILLED,
  FITTED,
  fitFrame,
  hasPhotograph,
  isSet,
  mayFitFrame,
} from '#renderer/pictures/on-chosen-picture.ts';
import type { Command } from './command.ts';

/** Commands on photographs. */
export const pictureCommands: readonly Command[] = [
  {
    id: 'picture.place',
    label: { zhCn: '置入图片…', en: 'Place pictures…' },
    menu: 'file',
    group: 3,
    context: ['picture', 'block', 'page', 'ad cell'],
    run: choosePhotographs,
    isEnabled: mayEdit,
  },
  onPicture('crop', ['裁切图片', 'Crop picture'], { run: cropChosen }),
  onPicture('fill', ['按比例填满框', 'Fill frame proportionally'], {
    run: (desk) => changeChosen(desk, 'crop', () => FILLED),
  }),
  onPicture('fit', ['全图显示', 'Fit picture proportionally'], {
    run: (desk) => changeChosen(desk, 'crop', () => FITTED),
    isChecked: (desk) => isSet(desk, 'whole'),
  }),
  onPicture('centre', ['图片居中', 'Centre picture'], {
    run: (desk) => changeChosen(desk, 'crop', () => CENTRED),
  }),
  onPicture('fitFrame', ['框随图（调整框高）', 'Fit frame to picture'], {
    run: fitFrame,
    isEnabled: mayFitFrame,
  }),
  onPicture('greyscale', ['印成灰度', 'Print in greyscale'], {
    run: (desk) => changeChosen(desk, 'greyscale', ({ greyscale }) => ({ greyscale: !greyscale })),
    isChecked: (desk) => isSet(desk, 'greyscale'),
  }),
];

type Does = Pick<Command, 'isEnabled' | 'isChecked'> & { run(desk: OpenDesk): void };

function onPicture(id: string, [zhCn, en]: readonly [string, string], does: Does): Command {
  return {
    id: `picture.${id}`,
    label: { zhCn, en },
    menu: 'block',
    submenu: 'picture',
    group: 6,
    context: ['picture', 'block', 'ad cell'],
    isEnabled: hasPhotograph,
    ...does,
  };
}
