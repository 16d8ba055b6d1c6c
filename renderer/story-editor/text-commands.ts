import { setBlockType, toggleMark } from 'prosemirror-commands';
import { storySchema } from '#engine/model/story-schema.ts';
import type { Command } from '#renderer/commands/command.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { isStoryName } from './fields.ts';
import { deviceOf } from './text-session.ts';

/** Commands on the text that has the caret. */
export const textCommands: readonly Command[] = [
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
      if (type !== undefined) deviceOf(desk.openIssue)?.run(setBlockType(type));
    },
  },
  role('leadIn', '消息头', 'Lead-in'),
  role('byline', '署名', 'Byline'),
  role('strong', '加重', 'Strong'),
  clipboard('cut', '剪切', 'Cut'),
  clipboard('copy', '复制', 'Copy'),
];

function role(id: 'leadIn' | 'byline' | 'strong', zhCn: string, en: string): Command {
  return {
    id: `text.${id}`,
    label: { zhCn, en },
    menu: 'text',
    group: 2,
    context: ['text'],
    isEnabled: isInStory,
    run: (desk) => {
      const type = storySchema.marks[id];
      if (type !== undefined) deviceOf(desk.openIssue)?.run(toggleMark(type));
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
    isEnabled: (desk) => (deviceOf(desk.openIssue)?.selectedText() ?? '') !== '',
    run: (desk) => {
      deviceOf(desk.openIssue)?.focus();
      document.execCommand(id);
    },
  };
}

function isInStory(desk: OpenDesk): boolean {
  const text = deviceOf(desk.openIssue)?.text();
  return text !== undefined && isStoryName(text);
}

function isInCrosshead(desk: OpenDesk): boolean {
  const device = deviceOf(desk.openIssue);
  const head = device?.selection()?.head.text ?? '';
  const [, article = '', paragraph = ''] = /^article:([^/]+)\/story:(\d+)$/.exec(head) ?? [];
  const story = desk.openIssue.issue().articles[article]?.story;
  return story?.paragraphs[Number(paragraph)]?.kind === 'crosshead';
}
