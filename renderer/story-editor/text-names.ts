import type { Issue } from '#engine/model/issue.ts';
import { articleTitle } from '#renderer/make-up/area-words.ts';
import { textStrings } from '#renderer/strings/text-strings.ts';
import type { textWords } from './text-words.ts';

type TextWords = ReturnType<typeof textWords>;

/** The name of a text as the newsroom reads it: 学史力行　正文. */
export function nameOfText(issue: Issue, name: string, words: TextWords): string {
  const [owner = '', ...rest] = name.split('/');
  const [kind, id = ''] = owner.split(':');
  const field = fieldWord(rest.at(-1) ?? '', kind, words);
  switch (kind) {
    case 'article':
      return `${articleTitle(issue, id)}　${field}`;
    case 'adGrid': {
      const cell = issue.adGrids[id]?.cells[Number(/\d+/.exec(rest[0] ?? '')?.[0] ?? 0)];
      const partner = cell?.kind === 'partner' ? cell.name : '';
      return `${partner === '' ? words.partners : partner}　${field}`;
    }
    default:
      return field;
  }
}

function fieldWord(field: string, kind: string | undefined, words: TextWords): string {
  const { fields } = words;
  if (kind === 'block' && field === 'text') return fields.imprint;
  const key = field.replace(/:\d+$/, '');
  return isField(key) ? fields[key] : field;
}

function isField(key: string): key is keyof TextWords['fields'] {
  return Object.hasOwn(textStrings.zhCn.fields, key);
}
