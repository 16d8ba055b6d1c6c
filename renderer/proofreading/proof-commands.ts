import type { Command } from '#renderer/commands/command.ts';
import { isSameMark, proofSessionOf } from './proof-session.ts';
import { mendMark, openMarks, stepToMark } from './proof-steps.ts';

/** Going through what proofreading found, and mending it, without the panel. */
export const proofCommands: readonly Command[] = [
  step('proof.next', '下一处校对问题', 'Next proofreading mark', 1),
  step('proof.previous', '上一处校对问题', 'Previous proofreading mark', -1),
  {
    id: 'proof.mend',
    label: { zhCn: '照校对意见改正', en: 'Correct as proofreading says' },
    menu: 'text',
    group: 4,
    isEnabled: (desk) => chosenMark(desk)?.fix !== undefined,
    run: (desk) => {
      const mark = chosenMark(desk);
      if (mark !== undefined && mendMark(desk, mark)) stepToMark(desk, 1);
    },
  },
];

type Desk = Parameters<Command['run']>[0];

function step(id: string, zhCn: string, en: string, by: 1 | -1): Command {
  return {
    id,
    label: { zhCn, en },
    menu: 'text',
    group: 4,
    isEnabled: (desk) => openMarks(desk).length > 0,
    run: (desk) => stepToMark(desk, by),
  };
}

function chosenMark(desk: Desk) {
  const { chosen } = proofSessionOf(desk.openIssue).read();
  return openMarks(desk).find((mark) => isSameMark(mark, chosen));
}
