import { type BadPage, bad, doubtful } from '#build/bench/press/bad-pages/bad-page.ts';
import { addContent, addObject, addResource } from '#build/bench/press/loose-pdf.ts';

const BAR = '100 60 200 20 re f';

export const STRANGE_TYPE: readonly BadPage[] = [
  bad('black type knocks out', 'R0009', (pdf) =>
    addContent(pdf, 'BT /knockout gs 0 0 0 1 k /song-400 9 Tf 100 60 Td <2AEF2742> Tj ET'),
  ),
  bad('black type overprints in mode nought', 'R0009', (pdf) => {
    addResource(pdf, 'ExtGState', '/odd<</OP true/op true/OPM 0>>');
    addContent(pdf, 'BT /odd gs 0 0 0 1 k /song-400 9 Tf 100 60 Td <2AEF2742> Tj ET');
  }),
  bad('black type made small by the matrix knocks out', 'R0009', (pdf) =>
    addContent(
      pdf,
      'q .1 0 0 .1 0 0 cm BT /knockout gs 0 0 0 1 k /song-400 90 Tf 1000 600 Td <2AEF> Tj ET Q',
    ),
  ),
  bad('white type overprints', 'R0007', (pdf) =>
    addContent(pdf, 'BT /overprint gs 0 0 0 0 k /song-400 20 Tf 100 60 Td <2AEF2742> Tj ET'),
  ),
  bad('black type of four inks', 'R0015', (pdf) =>
    addContent(pdf, 'BT /knockout gs 0.6 0.5 0.4 1 k /song-400 14 Tf 100 60 Td <2AEF2742> Tj ET'),
  ),
  bad('small type of two inks', 'R0017', (pdf) =>
    addContent(pdf, 'BT /knockout gs 0 1 1 0 k /song-400 8 Tf 100 60 Td <2AEF2742> Tj ET'),
  ),
  bad('small type of two inks in a form that shrinks it', 'R0017', (pdf) => {
    const shelf = '/Matrix[.2 0 0 .2 100 60]/Resources<</Font<</song-400 31 0 R>>>>';
    const form = addObject(
      pdf,
      `<</Type/XObject/Subtype/Form/BBox[0 0 900 900]${shelf}>>`,
      Buffer.from('BT 1 1 0 0 k /song-400 30 Tf <2AEF2742> Tj ET'),
    );
    addResource(pdf, 'XObject', `/odd ${form}`);
    addContent(pdf, 'q /odd Do Q');
  }),
  bad('black type as grey', 'R0011', (pdf) =>
    addContent(pdf, 'BT 0 g /song-400 9 Tf 100 60 Td <2AEF2742> Tj ET'),
  ),
  bad('white type of six points on four inks', 'R0016', (pdf) =>
    addContent(
      pdf,
      '/knockout gs 0.5 0.5 0.5 0.2 k 100 50 300 40 re f BT 0 0 0 0 k /song-400 6 Tf ' +
        '110 60 Td <2AEF2742> Tj ET',
    ),
  ),
  doubtful('type of four points', 'R0016 N-TYPE-SIZE', (pdf) =>
    addContent(pdf, 'BT /overprint gs 0 0 0 1 k /song-400 4 Tf 100 60 Td <2AEF2742> Tj ET'),
  ),
];

export const STRANGE_LINES: readonly BadPage[] = [
  bad('a white bar overprints', 'R0008', (pdf) =>
    addContent(pdf, `/overprint gs 0 0 0 0 k ${BAR}`),
  ),
  bad('a grey bar overprints', 'R0013', (pdf) => addContent(pdf, `/overprint gs 0.5 g ${BAR}`)),
  doubtful('a thin black rule knocks out', 'R0010', (pdf) =>
    addContent(pdf, '/knockout gs 0 0 0 1 K 0.5 w 100 60 m 300 60 l S'),
  ),
  bad('a white hairline', 'R0018', (pdf) =>
    addContent(pdf, '/knockout gs 0 0 0 0 K 0.2 w 100 60 m 300 60 l S'),
  ),
  bad('a hairline of four inks', 'R0019', (pdf) =>
    addContent(pdf, '/knockout gs .3 .3 .3 .3 K 0.2 w 100 60 m 300 60 l S'),
  ),
  doubtful('a rule of width nought', 'R0018 N-HAIRLINE', (pdf) =>
    addContent(pdf, '/overprint gs 0 0 0 1 K 0 w 100 60 m 300 60 l S'),
  ),
  doubtful('a rule made thin by the matrix', 'N-HAIRLINE', (pdf) =>
    addContent(pdf, 'q .1 0 0 .1 0 0 cm /overprint gs 0 0 0 1 K 1 w 1000 600 m 3000 600 l S Q'),
  ),
  doubtful('a rule drawn as a bar a tenth of a point high', 'N-HAIRLINE', (pdf) =>
    addContent(pdf, '/overprint gs 0 0 0 1 k 100 60 200 0.1 re f'),
  ),
];
