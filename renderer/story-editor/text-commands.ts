import { selectAll, setBlockType, toggleMark } from 'prosemirror-commands';
import { storySchema } from '#engine/model/story-schema.ts';
import type { Command } from '#renderer/commands/command.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { isStoryName } from './fields.ts';
import { stepToHit } from './find-steps.ts';
import { pasteWords } from './text-clipboard.ts';
import { deviceOf, textSessionOf } from './text-session.ts';
import { textWords } from './text-words.ts';

/** Commands on the text that has the caret, and find and replace. */
export const textCommands: readonly Command[] = [
  clipboard('cut', '剪切', 'Cut'),
  clipboard('copy', '复制', 'Copy'),
  paste('paste', '粘贴并清理', 'Paste and clean', false),
  paste('pasteAsIs', '原样粘贴', 'Paste as it is', true),
  {
    id: 'text.selectAll',
    label: { zhCn: '全选文字', en: 'Select all text' },
    menu: 'edit',
    group: 2,
    context: ['text'],
    isEnabled: isInText,
    run: (desk) => deviceOf(desk.openIssue)?.run(selectAll),
  },
  find('edit.find', '查找…', 'Find…', 'what'),
  find('edit.replace', '替换…', 'Replace…', 'replacement'),
  findStep('edit.findNext', '查找下一处', 'Find next', 1),
  findStep('edit.findPrevious', '查找上一处', 'Find previous', -1),
  {
    id: 'text.crosshead',
    label: { zhCn: '小标题', en: 'Crosshead' },
    menu: 'text',
    group: 1,
    context: ['text'],
    isEnabled: isInStory,
    isChecked: isInCrosshead,
    run: (desk) => {
      const kind = isInCrosshead(desk) ? 'paragraph' : 'crosshead';
      const type = storySchema.nodes[kind];
      if (type === undefined) return;
      inStep(desk, textWords(desk).steps.crosshead, () => {
        deviceOf(desk.openIssue)?.run(setBlockType(type));
      });
    },
  },
  role('leadIn', '消息头', 'Lead-in'),
  role('byline', '署名', 'Byline'),
  role('strong', '加重', 'Strong'),
  {
    id: 'text.galley',
    label: { zhCn: '在小样中编辑', en: 'Edit in the galley' },
    menu: 'text',
    group: 3,
    context: ['text', 'block'],
    run: (desk) => desk.state.change({ panel: 'galley', showsRight: true }),
  },
];

function role(id: 'leadIn' | 'byline' | 'strong', zhCn: string, en: string): Command {
  return {
    id: `text.${id}`,
    label: { zhCn, en },
    menu: 'text',
    group: 2,
    context: ['text'],
    isEnabled: (desk) => isInStory(desk) && hasSelection(desk),
    run: (desk) => {
      const type = storySchema.marks[id];
      if (type === undefined) return;
      inStep(desk, textWords(desk).steps.role, () => {
        deviceOf(desk.openIssue)?.run(toggleMark(type));
      });
    },
  };
}

function clipboard(id: 'cut' | 'copy', zhCn: string, en: string): Command {
  return {
    id: `text.${id}`,
    label: { zhCn, en },
    menu: 'edit',
    group: 2,
    context: ['text'],
    isEnabled: hasSelection,
    run: (desk) => {
      deviceOf(desk.openIssue)?.focus();
      // The only way for a menu to make the event in which the editor hands over its words.
      document.execCommand(id);
    },
  };
}

function paste(id: string, zhCn: string, en: string, isTakenAsIs: boolean): Command {
  return {
    id: `text.${id}`,
    label: { zhCn, en },
    menu: 'edit',
    group: 2,
    context: ['text'],
    isEnabled: (desk) => isInText(desk) && desk.openIssue.heldBy === undefined,
    run: (desk) => void pasteFromClipboard(desk, isTakenAsIs),
  };
}

async function pasteFromClipboard(desk: OpenDesk, isTakenAsIs: boolean): Promise<void> {
  const device = deviceOf(desk.openIssue);
  device?.focus();
  // Refused by the browser: then the keys still work, which need no permission.
  const words = await navigator.clipboard.readText().catch(() => '');
  const place = device?.pastePlace();
  if (place !== undefined && words !== '') pasteWords(desk, place, { words, isTakenAsIs });
}

function find(id: string, zhCn: string, en: string, field: 'what' | 'replacement'): Command {
  return {
    id,
    label: { zhCn, en },
    menu: 'edit',
    group: 3,
    run: (desk) => {
      const { finding } = textSessionOf(desk.openIssue);
      const words = deviceOf(desk.openIssue)?.selectedText() ?? '';
      const isSought = words !== '' && !words.includes('\n');
      finding.change(({ query }) => ({
        query: isSought ? { ...query, what: words } : query,
        wish: { field },
      }));
      desk.state.change({ panel: 'find', showsRight: true });
    },
  };
}

function findStep(id: string, zhCn: string, en: string, step: 1 | -1): Command {
  return {
    id,
    label: { zhCn, en },
    menu: 'edit',
    group: 3,
    isEnabled: (desk) => textSessionOf(desk.openIssue).finding.read().query.what !== '',
    run: (desk) => stepToHit(desk, step),
  };
}

function inStep(desk: OpenDesk, name: string, run: () => void): void {
  if (desk.openIssue.heldBy === undefined) desk.openIssue.undo.step(name, run);
}

function isInText(desk: OpenDesk): boolean {
  return deviceOf(desk.openIssue)?.text() !== undefined;
}

function hasSelection(desk: OpenDesk): boolean {
  return (deviceOf(desk.openIssue)?.selectedText() ?? '') !== '';
}

function isInStory(desk: OpenDesk): boolean {
  const text = deviceOf(desk.openIssue)?.text();
  return text !== undefined && isStoryName(text) && desk.openIssue.heldBy === undefined;
}

function isInCrosshead(desk: OpenDesk): boolean {
  const device = deviceOf(desk.openIssue);
  const head = device?.selection()?.head.text ?? '';
  const [, article = '', paragraph = ''] = /^article:([^/]+)\/story:(\d+)$/.exec(head) ?? [];
  const story = desk.openIssue.issue().articles[article]?.story;
  return story?.paragraphs[Number(paragraph)]?.kind === 'crosshead';
}
