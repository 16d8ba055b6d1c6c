import { type Node, Schema } from 'prosemirror-model';

/** A field as a ProseMirror document: one node for each line that was broken by hand. */
export const fieldSchema = new Schema({
  nodes: {
    doc: { content: 'line+' },
    line: { content: 'text*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    text: {},
  },
});

/** The document of a field's words. */
export function fieldNode(text: string): Node {
  const lines = text.split('\n').map((line) => {
    return fieldSchema.node('line', {}, line === '' ? [] : [fieldSchema.text(line)]);
  });
  return fieldSchema.node('doc', {}, lines);
}

/** The words of a field's document. */
export function textOfFieldNode(node: Node): string {
  const lines: string[] = [];
  node.forEach((line) => {
    lines.push(line.textContent);
  });
  return lines.join('\n');
}
