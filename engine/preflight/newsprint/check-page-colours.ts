import type { CheckedPage } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { PageColours } from '#engine/units/ink.ts';
import { isTint } from './ink-amounts.ts';
import { lookThrough, placeOfRun } from './look-through.ts';

/**
 * Type in a colour that the colour map (色彩图) gives its page no plate for: it is printed as a grey
 * of dots. Greys that the template has by name are meant.
 */
export function checkPageColours(checked: CheckedPage): readonly Finding[] {
  const { page, template } = checked;
  if (page.colours === undefined) return [];
  const greys = Object.values(template.swatches).filter(({ c, m, y }) => c + m + y === 0);
  const meant = new Set(greys.map(({ k }) => Math.round(k * 100)));
  const values = { page: page.number, colours: SAID[page.colours] };
  return greyType(checked)
    .filter(({ values: { percent } }) => !meant.has(Number(percent)))
    .map((finding) => ({ ...finding, values: { ...finding.values, ...values } }));
}

const SAID: Readonly<Record<PageColours, string>> = { black: '黑白', red: '套红' };

const greyType = lookThrough({
  text: (item) => {
    const { ink } = item.run;
    if (ink.c + ink.m + ink.y > 0 || !isTint(ink)) return [];
    const values = { percent: Math.round(ink.k * 100) };
    return [{ code: 'colour-turned-grey', severity: 'informs', where: placeOfRun(item), values }];
  },
});
