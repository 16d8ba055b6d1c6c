import { type Mark, type Node, Schema } from 'prosemirror-model';
import type { Paragraph, Story, TextRun } from './issue.ts';

/**
 * Stories as ProseMirror documents: paragraphs and crossheads of text, with at most one mark for
 * the role of a run. The marks exclude each other because a character has one role.
 */
export const storySchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      group: 'block',
      content: 'text*',
      attrs: { looseness: { default: 0, validate: 'number' } },
      parseDOM: [{ tag: 'p' }],
      toDOM: () => ['p', 0],
    },
    crosshead: {
      group: 'block',
      content: 'text*',
      attrs: { looseness: { default: 0, validate: 'number' } },
      parseDOM: [{ tag: 'h2' }, { tag: 'h3' }],
      toDOM: () => ['h3', 0],
    },
    text: {},
  },
  marks: {
    leadIn: roleMark('leadIn', []),
    byline: roleMark('byline', []),
    strong: roleMark('strong', [{ tag: 'strong' }, { tag: 'b' }]),
  },
});

/** A story as a ProseMirror document. */
export function storyNode(story: Story): Node {
  const blocks = story.paragraphs.map((paragraph) => {
    const type = paragraph.kind === 'body' ? 'paragraph' : 'crosshead';
    return storySchema.node(type, { looseness: paragraph.looseness }, paragraph.runs.map(textNode));
  });
  return storySchema.node('doc', null, blocks);
}

/** The story that a ProseMirror document of our schema holds. */
export function storyOfNode(node: Node): Story {
  const paragraphs: Paragraph[] = [];
  node.forEach((block) => {
    const runs: TextRun[] = [];
    block.forEach((text) => {
      runs.push({ text: text.text ?? '', role: roleOf(text.marks) });
    });
    paragraphs.push({
      kind: block.type.name === 'crosshead' ? 'crosshead' : 'body',
      runs,
      looseness: block.attrs.looseness > 0 ? 1 : block.attrs.looseness < 0 ? -1 : 0,
    });
  });
  return { paragraphs };
}

function roleMark(role: string, others: readonly { readonly tag: string }[]) {
  return {
    excludes: '_',
    inclusive: false,
    parseDOM: [{ tag: `span[data-role=${role}]` }, ...others],
    toDOM: () => ['span', { 'data-role': role }, 0] as const,
  };
}

function textNode(run: TextRun): Node {
  return storySchema.text(run.text, run.role === 'plain' ? [] : [storySchema.mark(run.role)]);
}

function roleOf(marks: readonly Mark[]): TextRun['role'] {
  const name = marks[0]?.type.name;
  return name === 'leadIn' || name === 'byline' || name === 'strong' ? name : 'plain';
}
