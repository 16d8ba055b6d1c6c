import type { Block } from '#engine/model/issue.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { type Alignment, alignBlocks, distributeBlocks } from '#renderer/make-up/arrange-blocks.ts';
import { copyChosen, mayPasteBlocks, pastedBlocks } from '#renderer/make-up/block-clipboard.ts';
import { removeChosen } from '#renderer/make-up/block-keys.ts';
import { blockAround, chooseBlocks, chosenBlocks } from '#renderer/make-up/choose-blocks.ts';
import { type MakeUpPlace, makeUpPlace, mayEdit } from '#renderer/make-up/make-up-place.ts';
import {
  carryOut,
  chosenPlace,
  editsOfChosen,
  type MakeUpStep,
  placedOnPage,
} from '#renderer/make-up/make-up-steps.ts';
import { type OrderStep, orderBlocks } from '#renderer/make-up/order-blocks.ts';
import type { Command, SubmenuName } from './command.ts';

/** Commands on the blocks of a page. */
export const makeUpCommands: readonly Command[] = [
  newBlock('newArticle', '空稿件块', 'Article block', placedOnPage.article),
  newBlock('newPicture', '图片块', 'Picture block', placedOnPage.picture),
  newBlock('newGroup', '栏目', 'Group', placedOnPage.group),
  newBlock('newRule', '栏线', 'Rule', placedOnPage.rule),
  {
    id: 'block.copy',
    label: { zhCn: '复制块', en: 'Copy blocks' },
    menu: 'block',
    group: 2,
    context: ['block'],
    run: (desk) => {
      const place = chosenPlace(desk);
      if (place !== undefined) copyChosen(desk, place);
    },
    isEnabled: (desk) => chosenNow(desk).length > 0,
  },
  {
    id: 'block.paste',
    label: { zhCn: '粘贴块', en: 'Paste blocks' },
    menu: 'block',
    group: 2,
    context: ['block', 'page'],
    run: (desk) => carryOut(desk, pastedBlocks),
    isEnabled: mayPasteBlocks,
  },
  onChosen('duplicate', ['再制', 'Duplicate', 2], editsOfChosen.duplicate),
  {
    id: 'block.delete',
    label: { zhCn: '移回稿库', en: 'Give back to the list' },
    menu: 'block',
    group: 2,
    context: ['block', 'picture'],
    run: (desk) => withPlace(desk, (place) => removeChosen(place, desk.state.read().selection)),
    isEnabled: (desk) => mayEdit(desk) && (hasFree(desk) || hasInset(desk)),
  },
  {
    id: 'block.lock',
    label: { zhCn: '锁定', en: 'Locked' },
    menu: 'block',
    group: 3,
    context: ['block'],
    run: (desk) => carryOut(desk, editsOfChosen.lock),
    isEnabled: (desk) => mayEdit(desk) && chosenNow(desk).length > 0,
    isChecked: (desk) => {
      const chosen = chosenNow(desk);
      return chosen.length > 0 && chosen.every(({ locked }) => locked);
    },
  },
  order('forward', '前移一层', 'One forward', 'forward'),
  order('backward', '后移一层', 'One back', 'back'),
  order('front', '移到最前', 'To the front', 'last'),
  order('back', '移到最后', 'To the back', 'first'),
  align('alignLeft', '左边对齐', 'Align left', { axis: 'across', side: 'start' }),
  align('alignCentre', '左右居中', 'Align centres', { axis: 'across', side: 'centre' }),
  align('alignRight', '右边对齐', 'Align right', { axis: 'across', side: 'end' }),
  align('alignTop', '上边对齐', 'Align top', { axis: 'down', side: 'start' }),
  align('alignMiddle', '上下居中', 'Align middles', { axis: 'down', side: 'centre' }),
  align('alignBottom', '下边对齐', 'Align bottom', { axis: 'down', side: 'end' }),
  distribute('distributeAcross', '横向均布', 'Distribute across', 'across'),
  distribute('distributeDown', '纵向均布', 'Distribute down', 'down'),
  onChosen('swap', ['两稿对调', 'Swap two stories', 6], editsOfChosen.swap),
  onChosen('merge', ['并回续排', 'Merge continuation', 6], editsOfChosen.merge),
  onChosen('addPicture', ['加文中图片', 'Add picture to the story', 6], editsOfChosen.inset),
  onChosen('combine', ['并为栏目', 'Combine into a group', 7], editsOfChosen.combine),
  onChosen('split', ['拆开栏目', 'Split the group', 7], editsOfChosen.split),
  onChosen(
    'toNextPage',
    ['移到下一版', 'Move to next page', 8, 'otherPage'],
    editsOfChosen.toNextPage,
  ),
  onChosen(
    'toPreviousPage',
    ['移到上一版', 'Move to previous page', 8, 'otherPage'],
    editsOfChosen.toPreviousPage,
  ),
  onChosen(
    'copyToNextPage',
    ['复制到下一版', 'Copy to next page', 8, 'otherPage'],
    editsOfChosen.copyToNextPage,
  ),
  onChosen(
    'copyToPreviousPage',
    ['复制到上一版', 'Copy to previous page', 8, 'otherPage'],
    editsOfChosen.copyToPreviousPage,
  ),
  {
    id: 'block.selectAll',
    label: { zhCn: '全选各块', en: 'Select all blocks' },
    menu: 'edit',
    group: 2,
    context: ['page'],
    run: (desk) =>
      withPlace(desk, ({ page }) => {
        chooseBlocks(
          desk,
          page.blocks.map(({ id }) => id),
        );
      }),
    isEnabled: (desk) => desk.state.read().selection.kind !== 'text',
  },
  step('next', '选下一块', 'Select next block', 1),
  step('previous', '选上一块', 'Select previous block', -1),
];

type Labels = readonly [zhCn: string, en: string, group: number, submenu?: SubmenuName];

/** A command that is possible when its edit can be made of what is chosen. */
function onChosen(id: string, [zhCn, en, group, submenu]: Labels, edit: MakeUpStep): Command {
  return {
    id: `block.${id}`,
    label: { zhCn, en },
    menu: 'block',
    group,
    ...(submenu !== undefined && { submenu }),
    context: ['block'],
    run: (desk) => carryOut(desk, edit),
    isEnabled: (desk) => {
      const chosen = chosenPlace(desk);
      return mayEdit(desk) && chosen !== undefined && edit(chosen) !== undefined;
    },
  };
}

function newBlock(id: string, zhCn: string, en: string, edit: MakeUpStep): Command {
  return {
    id: `block.${id}`,
    label: { zhCn: `新建${zhCn}`, en: `New ${en.toLowerCase()}` },
    menu: 'block',
    group: 1,
    submenu: 'newBlock',
    context: ['page'],
    run: (desk) => carryOut(desk, edit),
    isEnabled: mayEdit,
  };
}

function order(id: string, zhCn: string, en: string, to: OrderStep): Command {
  return onChosen(id, [zhCn, en, 4, 'order'], ({ page, chosen, words }) => {
    const ids = chosen.map((block) => block.id);
    const edit = orderBlocks(page, ids, to);
    return edit && { step: words.steps.order, edit };
  });
}

function align(id: string, zhCn: string, en: string, alignment: Alignment): Command {
  return onChosen(id, [zhCn, en, 5, 'align'], ({ chosen, words }) => {
    const edit = chosen.length < 2 ? undefined : alignBlocks(chosen, alignment);
    return edit && { step: words.steps.align, edit };
  });
}

function distribute(id: string, zhCn: string, en: string, axis: Alignment['axis']): Command {
  return onChosen(id, [zhCn, en, 5, 'align'], ({ chosen, words }) => {
    const edit = distributeBlocks(chosen, axis);
    return edit && { step: words.steps.distribute, edit };
  });
}

/** Goes round: behind the last block comes the first. */
function step(id: string, zhCn: string, en: string, by: 1 | -1): Command {
  return {
    id: `block.${id}`,
    label: { zhCn, en },
    menu: 'edit',
    group: 2,
    run: (desk) =>
      withPlace(desk, ({ page }) => {
        const ids = page.blocks.map((block) => block.id);
        const own = chosenNow(desk)[0] ?? blockAround(page, desk.state.read().selection);
        const at = own === undefined ? (by > 0 ? -1 : 0) : ids.indexOf(own.id);
        const next = ids[(at + by + ids.length) % Math.max(1, ids.length)];
        if (next !== undefined) chooseBlocks(desk, [next]);
      }),
    isEnabled: (desk) => (makeUpPlace(desk)?.page.blocks.length ?? 0) > 0,
  };
}

function withPlace(desk: OpenDesk, call: (place: MakeUpPlace) => void): void {
  const place = makeUpPlace(desk);
  if (place !== undefined) call(place);
}

function chosenNow(desk: OpenDesk): readonly Block[] {
  const place = makeUpPlace(desk);
  return place === undefined ? [] : chosenBlocks(place.page, desk.state.read().selection);
}

function hasFree(desk: OpenDesk): boolean {
  return chosenNow(desk).some(({ locked }) => !locked);
}

function hasInset(desk: OpenDesk): boolean {
  const place = makeUpPlace(desk);
  const { selection } = desk.state.read();
  if (place === undefined || selection.kind !== 'inset picture') return false;
  return blockAround(place.page, selection)?.locked === false;
}
