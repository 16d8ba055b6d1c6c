import { composeFigures } from './compose-figures.ts';
import type { Figure } from './figure.ts';
import { pressFigures } from './press-figures.ts';
import { processFigures } from './process-figures.ts';
import { textFigures } from './text-figures.ts';

/** Measures all figures of the page and prints them, one line each. Takes about a minute. */
async function main(): Promise<void> {
  for (const measure of [composeFigures, pressFigures, processFigures, textFigures]) {
    for (const figure of await measure()) console.log(figureLine(figure));
  }
}

function figureLine({ name, value, unit, target, samples }: Figure): string {
  const amount = `${Number(value.toPrecision(4))} ${unit}`.trim();
  const wanted = target === undefined ? '' : `  (${target})`;
  return `${name}: ${amount}${wanted}  [n = ${samples}]`;
}

await main();
