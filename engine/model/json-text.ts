const LINE_LENGTH = 120;

/**
 * JSON as people read it: a list or an object that fits one line of 120 cells stays on it,
 * the others open with two spaces of indent. Keys keep the order they have; the same value always
 * gives the same text. Ends with a line feed.
 */
export function readableJson(value: unknown): string {
  return `${written(value, 0, 0)}\n`;
}

/** `taken` is what already stands on the line before the value: indent and key. */
function written(value: unknown, indent: number, taken: number): string {
  const flat = oneLine(value);
  if (typeof value !== 'object' || value === null) return flat;
  if (displayLength(flat) + taken <= LINE_LENGTH - 1) return flat;
  const inner = ' '.repeat(indent + 2);
  const parts = Array.isArray(value)
    ? value.map((entry) => inner + written(entry, indent + 2, indent + 2))
    : definedEntries(value).map(([key, entry]) => {
        const label = `${inner}${JSON.stringify(key)}: `;
        return label + written(entry, indent + 2, label.length);
      });
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${parts.join(',\n')}\n${' '.repeat(indent)}${close}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = definedEntries(value);
  if (entries.length === 0) return '{}';
  const fields = entries.map(([key, entry]) => `${JSON.stringify(key)}: ${oneLine(entry)}`);
  return `{ ${fields.join(', ')} }`;
}

function definedEntries(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, entry]) => entry !== undefined);
}

/** Han characters take two cells of an editor's line. */
function displayLength(text: string): number {
  let length = 0;
  for (const character of text) length += character > '\u2e7f' ? 2 : 1;
  return length;
}
