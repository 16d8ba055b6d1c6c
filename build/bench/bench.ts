import { composeFigures } from './compose-figures.ts';
import { figureLine } from './figure.ts';
import { pressFigures } from './press-figures.ts';
import { processFigures } from './process-figures.ts';
import { textFigures } from './text-figures.ts';

/** Measures all figures of the page and prints them, one line each. Takes about a minute. */
async function main(): Promise<void> {
  for (const measure of [composeFigures, pressFigures, processFigures, textFigures]) {
    for (const figure of await measure()) console.log(figureLine(figure));
  }
}

await main();
