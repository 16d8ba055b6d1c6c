import { expect, test } from 'vitest';
import { Typesetter } from '#engine/compose/typesetter.ts';
import { SHIPPED_LEXICON } from './shipped-lexicon.ts';
import { fontsWithout } from './test-page.ts';
import { TEST_TEMPLATE } from './test-template.ts';

const TYPESETTER = new Typesetter(fontsWithout({}, []), TEST_TEMPLATE, SHIPPED_LEXICON);

/** Blank behind a comma in type of that size, in em. */
function blankBehindComma(sizePt: number): number | undefined {
  const style = { ...TYPESETTER.style('body'), sizePt };
  const { prepared } = TYPESETTER.readText([{ text: '学史，力行', style, source: undefined }]);
  return prepared.gaps[3]?.natural;
}

test('a comma leaves half an em behind it in text and half of that in a headline', () => {
  expect([10, 17.9, 18, 46].map(blankBehindComma)).toEqual([0.5, 0.5, 0.25, 0.25]);
});
