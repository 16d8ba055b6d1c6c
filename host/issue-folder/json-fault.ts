/** Where a text stops being JSON; line and column count from 1. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
}

/**
 * Finds where a text stops being JSON; undefined when it is JSON. `JSON.parse` names no place in
 * some of its messages, and an editor who changed a file by hand needs the line.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const end = valueEnd(text, skipBlank(text, 0));
  const at = end.ok ? skipBlank(text, end.at) : end.at;
  if (end.ok && at === text.length) return undefined;
  const before = text.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: at - lineStart + 1 };
}

/** Where a value ends, or where it goes wrong. */
interface End {
  readonly ok: boolean;
  readonly at: number;
}

const SIMPLE = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/uy;
const FIRST_PLAIN_CODE = 0x20;

function valueEnd(text: string, at: number): End {
  const sign = text[at];
  if (sign === '"') return stringEnd(text, at);
  if (sign === '{') return listEnd(text, at, '}', memberEnd);
  if (sign === '[') return listEnd(text, at, ']', valueEnd);
  SIMPLE.lastIndex = at;
  return SIMPLE.test(text) ? { ok: true, at: SIMPLE.lastIndex } : { ok: false, at };
}

function stringEnd(text: string, start: number): End {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') {
    if (text.charCodeAt(at) < FIRST_PLAIN_CODE) return { ok: false, at };
    if (text[at] === '\\') {
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text)) return { ok: false, at };
      at = ESCAPE.lastIndex;
    } else {
      at += 1;
    }
  }
  return at < text.length ? { ok: true, at: at + 1 } : { ok: false, at };
}

function memberEnd(text: string, start: number): End {
  if (text[start] !== '"') return { ok: false, at: start };
  const key = stringEnd(text, start);
  if (!key.ok) return key;
  const colon = skipBlank(text, key.at);
  if (text[colon] !== ':') return { ok: false, at: colon };
  return valueEnd(text, skipBlank(text, colon + 1));
}

function listEnd(
  text: string,
  start: number,
  close: string,
  entryEnd: (text: string, at: number) => End,
): End {
  let at = skipBlank(text, start + 1);
  if (text[at] === close) return { ok: true, at: at + 1 };
  for (;;) {
    const entry = entryEnd(text, at);
    if (!entry.ok) return entry;
    at = skipBlank(text, entry.at);
    if (text[at] === close) return { ok: true, at: at + 1 };
    if (text[at] !== ',') return { ok: false, at };
    at = skipBlank(text, at + 1);
  }
}

function skipBlank(text: string, start: number): number {
  let at = start;
  while (at < text.length && ' \t\n\r'.includes(text[at] ?? '')) at += 1;
  return at;
}
