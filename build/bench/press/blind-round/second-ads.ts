import { adFile, MARK } from '#build/bench/press/ad-files/ad-file.ts';
import type { StrangersAd } from './strangers-ads.ts';

// Written after the first round was mended, before any of these was read.

const CURVE = '<</FunctionType 2/Domain[0 1]/C0[0]/C1[1]/N 1>>';

export const SECOND_ADS: readonly StrangersAd[] = [
  {
    name: 'a clip in the shape of a circle',
    wants: ['right'],
    because: 'clips are plain drawing',
    make: () =>
      adFile({ contents: [`q 50 50 m 90 50 90 90 50 90 c 10 90 10 50 50 50 c W n ${MARK} Q`] }),
  },
  {
    name: 'a trim turned round',
    wants: ['right'],
    because: 'any two corners tell a box',
    make: () => adFile({ page: '/TrimBox[190 90 10 10]' }),
  },
  {
    name: 'a crop that lies outside the sheet',
    wants: ['right', 'refused'],
    because: 'ISO 32000 takes what both share, which is nothing',
    make: () => adFile({ page: '/CropBox[500 500 700 600]' }),
  },
  {
    name: 'black of grey letters made of paths',
    wants: ['right', 'mended'],
    because: 'grey is black ink',
    make: () => adFile({ contents: ['0 g 10 10 50 50 re f .5 G 2 w 80 10 m 150 80 l S'] }),
  },
  {
    name: 'dashes, round ends, and a rule of many corners',
    wants: ['right'],
    because: 'plain drawing',
    make: () => adFile({ contents: ['1 J 1 j [4 2] 1 d 2 w 0 0 0 1 K 10 10 m 50 90 l 90 10 l S'] }),
  },
  {
    name: 'a transfer curve',
    wants: ['right', 'mended'],
    because: 'a state drawn anew has no curve',
    make: () =>
      adFile({ contents: [`/G gs ${MARK}`], resources: `/ExtGState<</G<</TR ${CURVE}>>>>` }),
  },
  {
    name: 'an ad whose second page is empty',
    wants: ['right'],
    because: 'the first is taken',
    make: () => adFile({ pages: 2 }),
  },
  {
    name: 'letters by procedures',
    wants: ['refused'],
    because: 'no font to keep',
    make: () =>
      adFile({
        contents: ['BT /F 20 Tf 10 10 Td (a) Tj ET'],
        resources:
          '/Font<</F<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]' +
          '/CharProcs<</a 10 0 R>>/Encoding<</Differences[97/a]>>/FirstChar 97' +
          '/LastChar 97/Widths[9]>>>>',
        objects: [{ entries: '', bytes: '9 0 d0 0 0 5 5 re f' }],
      }),
  },
  {
    name: 'a size of ten metres',
    wants: ['right', 'refused'],
    because: 'it is scaled to its slot or sent back',
    make: () => adFile({ mediaBox: '[0 0 28346 28346]' }),
  },
  {
    name: 'a thousand states within each other',
    wants: ['right', 'refused'],
    because: 'more than a RIP takes, drawn anew or refused, never a crash',
    make: () => adFile({ contents: [`${'q '.repeat(1000)}${MARK}${' Q'.repeat(1000)}`] }),
  },
];
