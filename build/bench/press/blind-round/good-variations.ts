import { type BadPage, bad, badBytes } from '#build/bench/press/bad-pages/bad-page.ts';
import {
  addEntries,
  addObject,
  CATALOG,
  changeObject,
  contentsOf,
  INFORMATION,
  INTENT,
  type LoosePdf,
  objectWith,
  PAGE,
} from '#build/bench/press/loose-pdf.ts';
import { withUpdate } from './rewritten-bytes.ts';

/** Something about the page is otherwise, and nothing is wrong with it. */
function good(name: string, change: BadPage['spoil']): BadPage {
  return bad(name, '', change);
}

function changePacket(pdf: LoosePdf, change: (packet: string) => string): void {
  const packet = objectWith(pdf, '/Type/Metadata');
  packet.stream = Buffer.from(change(packet.stream?.toString('utf8') ?? ''), 'utf8');
}

/** Puts the streams of the content together with this between them. */
function joinContent(pdf: LoosePdf, between: string): void {
  const streams = contentsOf(pdf).map(({ stream }) => stream?.toString('latin1') ?? '');
  const whole = addObject(
    pdf,
    '<</Filter/FlateDecode>>',
    Buffer.from(streams.join(between), 'latin1'),
  );
  changeObject(pdf, PAGE, [/\/Contents\[[^\]]*\]/u, `/Contents ${whole}`]);
}

/** Pages that differ from ours in ways that no print shop minds. */
export const GOOD_VARIATIONS: readonly BadPage[] = [
  good('another producer', (pdf) => {
    changeObject(pdf, INFORMATION, [/\/Producer \([^)]*\)/u, '/Producer (Acrobat Distiller 9.0)']);
    changePacket(pdf, (packet) =>
      packet.replace(/(<pdf:Producer>)[^<]*/u, '$1Acrobat Distiller 9.0'),
    );
  }),
  good('entries of the page in another order', (pdf) => {
    const page = objectWith(pdf, PAGE);
    page.text = page.text.replace(
      /^<<(\/Type\/Page)(.*?)(\/Contents\[[^\]]*\])>>$/u,
      '<<$3$2$1/Last 1>>',
    );
  }),
  good('white space and remarks between the entries', (pdf) => {
    const page = objectWith(pdf, PAGE);
    page.text = page.text.replaceAll(/\/(MediaBox|TrimBox|Contents)\[/gu, '% box\r\n  /$1 [ ');
  }),
  good('names written with numbers for letters', (pdf) =>
    changeObject(pdf, PAGE, ['/TrimBox', '/Trim#42ox']),
  ),
  good('boxes as objects of their own', (pdf) => {
    const box = addObject(pdf, '[39.685 39.685 1145.197 1570.394]');
    changeObject(pdf, PAGE, [/\/TrimBox\[[^\]]*\]/u, `/TrimBox ${box}`]);
  }),
  good('a box told from its upper right corner', (pdf) =>
    changeObject(pdf, PAGE, [/\/TrimBox\[[^\]]*\]/u, '/TrimBox[1145.197 1570.394 39.685 39.685]']),
  ),
  good('sheet and resources inherited from the tree', (pdf) => {
    const page = objectWith(pdf, PAGE).text;
    const media = /\/MediaBox\[[^\]]*\]/u.exec(page)?.[0] ?? '';
    const shelf = /\/Resources \d+ 0 R/u.exec(page)?.[0] ?? '';
    changeObject(pdf, PAGE, [media, '']);
    changeObject(pdf, PAGE, [shelf, '']);
    addEntries(pdf, '/Type/Pages', media + shelf);
  }),
  good('the page two steps down the tree', (pdf) => {
    const step = addObject(pdf, '<</Type/Pages/Parent 2 0 R/Count 1/Kids[3 0 R]>>');
    changeObject(pdf, '/Type/Pages/Count', ['[3 0 R]', `[${step}]`]);
    changeObject(pdf, PAGE, ['/Parent 2 0 R', `/Parent ${step}`]);
  }),
  good('a crop box equal to the sheet', (pdf) =>
    addEntries(pdf, PAGE, '/CropBox[0 0 1184.882 1610.079]'),
  ),
  good('no turn, said in so many words', (pdf) => addEntries(pdf, PAGE, '/Rotate 0/UserUnit 1')),
  good('all content in one stream', (pdf) => joinContent(pdf, '\n')),
  good('line ends of another system in the content', (pdf) => {
    for (const object of contentsOf(pdf)) {
      const text = object.stream?.toString('latin1') ?? '';
      object.stream = Buffer.from(text.replaceAll('\n', '\r'), 'latin1');
    }
  }),
  good('content with remarks', (pdf) => {
    const first = contentsOf(pdf)[0];
    if (first?.stream !== undefined) {
      first.stream = Buffer.concat([Buffer.from('% made by (someone\n'), first.stream]);
    }
  }),
  good('content unpacked', (pdf) => {
    for (const object of contentsOf(pdf))
      object.text = object.text.replace('/Filter/FlateDecode', '');
  }),
  good('content as text of sixteen digits', (pdf) => {
    const first = contentsOf(pdf)[1];
    if (first?.stream !== undefined) {
      first.stream = Buffer.from(`${first.stream.toString('hex')}>`);
      first.text = '<</Filter[/ASCIIHexDecode]>>';
    }
  }),
  good('metadata written as attributes', (pdf) =>
    changePacket(pdf, (packet) => {
      const attributes = [...packet.matchAll(/\n<((?:xmp|xmpMM|pdf|pdfxid):\w+)>([^<]*)<\/\1>/gu)];
      let changed = packet;
      for (const [line, name, value] of attributes) {
        changed = changed
          .replace(line, '')
          .replace('rdf:about=""', `rdf:about="" ${name}="${value}"`);
      }
      return changed;
    }),
  ),
  good('metadata under other prefixes, in single quotes', (pdf) =>
    changePacket(pdf, (packet) =>
      packet
        .replaceAll('pdfxid:', 'x4:')
        .replaceAll('xmlns:pdfxid=', 'xmlns:x4=')
        .replaceAll(/"([^"]*)"/gu, "'$1'"),
    ),
  ),
  good('metadata in several descriptions, padded at the end', (pdf) =>
    changePacket(pdf, (packet) =>
      packet
        .replace(
          '\n<xmp:CreatorTool>',
          '\n</rdf:Description><rdf:Description rdf:about="" ' +
            'xmlns:xmp="http://ns.adobe.com/xap/1.0/" ' +
            'xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">' +
            '\n<xmp:CreatorTool>',
        )
        .replace('<?xpacket end', `${' '.repeat(2000)}\n<?xpacket end`),
    ),
  ),
  good('times of the packet without seconds of the file, the same moment', (pdf) => {
    changePacket(pdf, (packet) =>
      packet.replaceAll('2021-06-18T00:00:00+08:00', '2021-06-17T16:00:00Z'),
    );
  }),
  good('strings of the file in sixteen digits', (pdf) =>
    changeObject(pdf, INFORMATION, ['(Banxin bench)', '<42616E78696E2062656E6368>']),
  ),
  good('further entries of the file, and private parts of a page', (pdf) => {
    addEntries(pdf, INFORMATION, '/Keywords(A06)/Subject()');
    addEntries(pdf, PAGE, '/PieceInfo<</Layout<</LastModified(D:20210618)/Private 7>>>>');
    addEntries(
      pdf,
      CATALOG,
      '/PageLayout/SinglePage/PageMode/UseNone/ViewerPreferences<</DisplayDocTitle true>>',
    );
  }),
  good('an intent for archives beside that for the press, on the same profile', (pdf) => {
    const intent = objectWith(pdf, INTENT).text.replace('/GTS_PDFX', '/GTS_PDFA1');
    changeObject(pdf, CATALOG, ['[47 0 R]', `[47 0 R ${addObject(pdf, intent)}]`]);
  }),
  good('an object that nothing refers to', (pdf) => {
    addObject(pdf, '<</S/JavaScript/JS(1)>>');
  }),
  good('registry of the output condition by its newer address', (pdf) =>
    changeObject(pdf, INTENT, ['(http://www.color.org)', '(http://www.color.org/)']),
  ),
  badBytes('saved once more with the same last stream', '', (bytes) =>
    withUpdate(bytes, 19, 'Q\n'),
  ),
  badBytes('an empty line behind the end', '', (bytes) =>
    Buffer.concat([bytes, Buffer.from('\r\n\r\n')]),
  ),
  badBytes('line of bytes in the header of another program', '', (bytes) => {
    bytes.write('\xb5\xb5\xb5\xb5', 10, 'latin1');
    return bytes;
  }),
];
