import { expect, it } from 'vitest';
import { readSentences } from '#engine/compose/sentences.ts';

/** The sentences of a text, divided by `|`. */
function sentences(text: string): string {
  return readSentences(text)
    .map(({ start, end }) => text.slice(start, end))
    .join('|');
}

it.each([
  '天地玄黄。|宇宙洪荒！|日月盈昃',
  '他说：“天地玄黄。宇宙洪荒。”|日月盈昃。',
  '“天地玄黄？”|他问道。|日月盈昃。',
  '开展“亲商优商企业接待日”活动。|日月盈昃。',
  '天地玄黄……|宇宙洪荒？！|日月盈昃。',
  '天地玄黄（见图。）宇宙洪荒。|日月盈昃。',
  '书名《天地。》宇宙洪荒。|日月盈昃。',
  '',
])('%s', (divided) => {
  expect(sentences(divided.replaceAll('|', ''))).toBe(divided);
});

it('holds a quotation that is never closed together', () => {
  expect(sentences('他说：“天地玄黄。宇宙洪荒。')).toBe('他说：“天地玄黄。宇宙洪荒。');
});
