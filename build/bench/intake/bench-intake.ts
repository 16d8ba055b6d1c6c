import { type Figure, figureLine } from '#build/bench/figure.ts';
import { doorFigures } from './door-figures.ts';
import { fileFigures } from './file-figures.ts';
import {
  corpusFigures,
  readingTimeFigures,
  realTextFigures,
  repairFigures,
} from './intake-figures.ts';
import { proofFigures } from './proof-figures.ts';

/** What intake measures, in the order of printing. */
const MEASURES: readonly (() => readonly Figure[] | Promise<readonly Figure[]>)[] = [
  realTextFigures,
  corpusFigures,
  repairFigures,
  readingTimeFigures,
  fileFigures,
  proofFigures,
  doorFigures,
];

/** Measures what happens to drafts and prints it, one line each. Takes some seconds. */
async function main(): Promise<void> {
  for (const measure of MEASURES) {
    for (const figure of await measure()) console.log(figureLine(figure));
  }
}

await main();
