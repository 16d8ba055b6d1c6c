import {
  attachment,
  compoundFile,
  letter,
  mailOf,
  oldWordFile,
  STORY,
  wordFile,
  wordParagraph,
  zipOf,
} from './draft-files.ts';
import { hostileOfficeFiles } from './hostile-office-files.ts';
import { rawZip } from './raw-zip.ts';
import { type HostileFile, thrower } from './spoiled-files.ts';

/*
 * Files that are made to do harm, each with what it must be answered. Where they speak of the
 * network they mean a server of the test, which counts who comes.
 */

const MEGABYTE = 1024 * 1024;
const MANY_ATTRIBUTES = Array.from({ length: 50_000 }, (_, at) => `a${at}="1"`).join(' ');

/** Archives: bombs, lies, climbing names, locks, nests. */
export function hostileArchives(): readonly HostileFile[] {
  const blanks = new Uint8Array(140 * MEGABYTE);
  const million = new Uint8Array(MEGABYTE);
  const overlapping = Array.from({ length: 300 }, (_, at) => ({
    name: `${at}.txt`,
    content: million,
    ...(at === 0 ? {} : { at: 0 }),
  }));
  const many = Array.from({ length: 2500 }, (_, at) => [`${at}.txt`, 'x'] as const);
  const text = Buffer.from(STORY);
  return [
    {
      name: 'bomb.zip',
      bytes: rawZip([{ name: 'a.txt', content: blanks }]),
      answer: 'draft-inflates',
    },
    { name: 'bomb.docx', bytes: bombInWord(blanks), answer: 'draft-inflates' },
    {
      name: 'long.docx',
      bytes: bombInWord(blanks.subarray(0, 40 * MEGABYTE)),
      answer: 'draft-text-too-long',
    },
    { name: 'overlap.zip', bytes: rawZip(overlapping), answer: 'draft-inflates' },
    { name: 'many.zip', bytes: zipOf(Object.fromEntries(many)), answer: 'draft-too-many-entries' },
    { name: 'nested.zip', bytes: nested(7), answer: 'draft-nested' },
    {
      name: 'lies-small.zip',
      bytes: rawZip([{ name: 'a.txt', content: million, statedBytes: 10 }]),
      answer: 'draft-damaged',
    },
    {
      name: 'lies-large.zip',
      bytes: rawZip([{ name: 'a.txt', content: text, statedBytes: 4e9 }]),
      answer: 'draft-inflates',
    },
    {
      name: 'lies-little.zip',
      bytes: rawZip([{ name: 'a.txt', content: text, statedBytes: 9999 }]),
      answer: 'draft-damaged',
    },
    {
      name: 'locked.zip',
      bytes: rawZip([{ name: 'a.txt', content: text, flags: 1 }]),
      answer: 'draft-locked',
    },
    {
      name: 'aes.zip',
      bytes: rawZip([{ name: 'a.txt', content: text, method: 99 }]),
      answer: 'draft-locked',
    },
    {
      name: 'method.zip',
      bytes: rawZip([{ name: 'a.txt', content: text, method: 12 }]),
      answer: 'draft-damaged',
    },
    { name: 'empty.zip', bytes: zipOf({}), answer: 'draft-empty' },
    ...climbing(),
    {
      name: 'slides.pptx',
      bytes: zipOf({ '[Content_Types].xml': '', 'ppt/a.xml': '' }),
      answer: 'draft-is-slides',
    },
  ];
}

function climbing(): readonly HostileFile[] {
  const names = [
    '../../坏.txt',
    '/etc/坏.txt',
    'C:\\windows\\坏.txt',
    '..\\..\\坏.txt',
    'a/../../坏.txt',
  ];
  return names.map((path, at) => ({
    name: `climbs-${at}.zip`,
    bytes: rawZip([{ name: path, content: Buffer.from(STORY) }]),
    answer: 'draft-unsafe-name',
  }));
}

function bombInWord(blanks: Uint8Array): Buffer {
  const types = { name: '[Content_Types].xml', content: Buffer.from('<Types/>') };
  return rawZip([types, { name: 'word/document.xml', content: blanks }]);
}

function nested(depth: number): Uint8Array {
  let bytes: Uint8Array = Buffer.from(STORY);
  for (let at = 0; at < depth; at += 1) bytes = zipOf({ [at === 0 ? 'a.txt' : 'a.zip']: bytes });
  return bytes;
}

/** Word files: entities, depth, rings of styles, pictures from afar, locks. */
export function hostileWordFiles(far: string): readonly HostileFile[] {
  const laughs = Array.from(
    { length: 12 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  ).join('');
  const document = (inner: string) => wordFile('', { 'word/document.xml': inner });
  const style = (id: number, basedOn: number) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${basedOn}"/></w:style>`;
  const ring = [style(1, 2), style(2, 1)];
  const outside = `<Relationships><Relationship Id="p" Target="${far}/a.png" TargetMode="External"/>
    <Relationship Id="q" Target="../../../../etc/hosts"/></Relationships>`;
  const linked =
    '<w:p><w:r><a:blip r:link="p"/><a:blip r:embed="q"/><a:blip r:embed="z"/></w:r></w:p>';
  return [
    {
      name: 'laughs.docx',
      bytes: document(
        `<!DOCTYPE x [<!ENTITY l0 "哈">${laughs}]>` +
          `<w:document>${wordParagraph('&l12;')}</w:document>`,
      ),
      answer: 'read',
    },
    {
      name: 'outside.docx',
      bytes: document(
        `<!DOCTYPE x SYSTEM "${far}/x.dtd"><w:document>${wordParagraph(STORY)}</w:document>`,
      ),
      answer: 'read',
    },
    {
      name: 'deep.docx',
      bytes: document(`<w:document>${'<w:p>'.repeat(20_000)}`),
      answer: 'draft-too-deep',
    },
    {
      name: 'tables.docx',
      bytes: document('<w:tbl><w:tr><w:tc>'.repeat(5000)),
      answer: 'draft-too-deep',
    },
    { name: 'boxes.docx', bytes: document('<w:txbxContent><w:p>'.repeat(100)), answer: 'read' },
    {
      name: 'closed.docx',
      bytes: document(`</w:tc></w:tbl></w:p></w:txbxContent>${wordParagraph(STORY)}`),
      answer: 'read',
    },
    {
      name: 'ring.docx',
      bytes: wordFile(wordParagraph(STORY, '<w:pStyle w:val="1"/>'), {
        'word/styles.xml': `<w:styles>${ring.join('')}</w:styles>`,
      }),
      answer: 'read',
    },
    {
      name: 'linked.docx',
      bytes: wordFile(linked, { 'word/_rels/document.xml.rels': outside }),
      answer: 'draft-remote-pictures',
    },
    {
      name: 'paragraphs.docx',
      bytes: wordFile(wordParagraph('稿').repeat(60_000)),
      answer: 'read',
    },
    {
      name: 'attributes.docx',
      bytes: document(`<w:document ${MANY_ATTRIBUTES}>${wordParagraph(STORY)}</w:document>`),
      answer: 'read',
    },
    ...lockedFiles(),
  ];
}

/** Files with a password, and what only looks like a Word file. */
function lockedFiles(): readonly HostileFile[] {
  return [
    {
      name: 'locked.docx',
      bytes: compoundFile({ EncryptedPackage: Buffer.from('x'), EncryptionInfo: Buffer.from('y') }),
      answer: 'draft-locked',
    },
    { name: 'locked.doc', bytes: oldWordFile(STORY, { isLocked: true }), answer: 'draft-locked' },
    {
      name: 'sheet.xls',
      bytes: compoundFile({ Workbook: Buffer.from('x') }),
      answer: 'draft-is-spreadsheet',
    },
    {
      name: 'mail.msg',
      bytes: compoundFile({ '__substg1.0_0037001F': Buffer.from('x') }),
      answer: 'draft-is-msg',
    },
    ...hostileCompounds(),
  ];
}

/** Old Word files whose chains of sectors run in rings or lead nowhere. */
function hostileCompounds(): readonly HostileFile[] {
  const spoil = (name: string, change: (file: Buffer) => void) => {
    const bytes = oldWordFile(`${STORY}\r`);
    change(bytes);
    return { name, bytes };
  };
  return [
    spoil('ring-of-sectors.doc', (file) => file.writeUInt32LE(2, 512 + 3 * 4)),
    spoil('ring-of-directory.doc', (file) => file.writeUInt32LE(1, 512 + 4)),
    spoil('own-child.doc', (file) => file.writeUInt32LE(0, 1024 + 76)),
    spoil('own-brother.doc', (file) => file.writeUInt32LE(1, 1024 + 128 + 72)),
    spoil('many-tables.doc', (file) => file.writeUInt32LE(0x7fffffff, 44)),
    spoil('large-sectors.doc', (file) => file.writeUInt16LE(30, 30)),
    spoil('far-sector.doc', (file) => file.writeUInt32LE(0x7ffffff0, 48)),
    spoil('long-text.doc', (file) => file.writeUInt32LE(0x7fffffff, 1536 + 0x4c)),
    spoil('many-pieces.doc', (file) => file.writeUInt32LE(0x7fffffff, 1536 + 0x1a6)),
  ];
}

/** Pages and mails: scripts, addresses from afar, depth, floods. */
export function hostilePages(far: string): readonly HostileFile[] {
  const active = `<html><head><base href="${far}/">
    <meta http-equiv="refresh" content="0;url=${far}/r">
    <link rel="stylesheet" href="${far}/s.css"><style>@import "${far}/i.css"</style></head>
    <body onload="fetch('${far}/f')"><script src="${far}/s.js"></script>
    <iframe src="${far}/e"></iframe>
    <img src="${far}/a.png"><img data-src="file:///etc/hosts"><object data="${far}/o"></object>
    <svg><image href="${far}/v"/></svg><a href="javascript:alert(1)">${STORY}</a></body></html>`;
  const page = (name: string, html: string, answer?: string) => ({
    name,
    bytes: Buffer.from(html),
    ...(answer === undefined ? {} : { answer }),
  });
  return [
    page('active.html', active, 'draft-scripts'),
    page('far.html', active, 'draft-remote-pictures'),
    page('deep.html', `<div>`.repeat(100_000), 'draft-too-deep'),
    page('deep-bold.html', `<p>${'<b>'.repeat(5000)}x`, 'draft-too-deep'),
    page('breaks.html', `<p>甲${'<br>'.repeat(200_000)}乙`, 'read'),
    page('blanks.html', `<p>甲${' '.repeat(2 * MEGABYTE)}乙`, 'read'),
    page('paragraphs.html', '<p>稿'.repeat(200_000), 'read'),
    page('open-tags.html', `<p>x${'<'.repeat(MEGABYTE)}`),
    page('open-quote.html', `<p title="${'a'.repeat(MEGABYTE)}`),
    page('style.html', `<p style="${'font-size:;'.repeat(50_000)}">x`, 'read'),
    page('bad-data.html', '<p>x<img src="data:image/png;base64,@@@@">', 'no-picture'),
    page('entities.html', `<p>${'&amp;'.repeat(300_000)}&#x110000;&#xD800;&#0;`, 'read'),
    page('table.html', `<table>${'<tr><td>甲<td>乙'.repeat(20_000)}</table>`, 'read'),
    page('long.html', `<p>${'稿'.repeat(12 * MEGABYTE)}`, undefined),
    page('brackets.md', `# x\n${'['.repeat(300_000)}`, 'read'),
    page('stars.md', `# x\n${'**a __b *c `d '.repeat(30_000)}`, 'read'),
    page('rows.md', '|a|b|\n'.repeat(30_000), 'read'),
  ];
}

/** Mails that nest, flood, lie or point afar. */
export function hostileMails(far: string): readonly HostileFile[] {
  let forwarded: Uint8Array = mailOf([letter(STORY)]);
  for (let at = 0; at < 8; at += 1) {
    const head = 'Content-Type: message/rfc822\r\n\r\n';
    const inner = Buffer.from(forwarded).toString('latin1').replaceAll('grenze', `grenze${at}`);
    forwarded = mailOf([letter('转'), `${head}${inner}`]);
  }
  const deep = Array.from(
    { length: 300 },
    (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`,
  );
  const html = `<p>${STORY}</p><img src="${far}/pixel.gif"><script>fetch("${far}/s")</script>`;
  const flood = Array.from({ length: 2100 }, (_, at) => attachment(`${at}.txt`, Buffer.from('x')));
  return [
    { name: 'forwarded.eml', bytes: forwarded, answer: 'draft-nested' },
    {
      name: 'deep.eml',
      bytes: Buffer.from(`Subject: x\r\nMIME-Version: 1.0\r\n${deep.join('')}`),
      answer: 'draft-too-deep',
    },
    { name: 'far.eml', bytes: mailOf([letter(html, 'html')]), answer: 'draft-remote-pictures' },
    { name: 'flood.eml', bytes: mailOf(flood), answer: 'draft-too-many-entries' },
    {
      name: 'headers.eml',
      bytes: Buffer.from(`Subject: x\r\nMIME-Version: 1.0\r\n${'X-A: b\r\n'.repeat(150_000)}\r\nx`),
      answer: 'draft-damaged',
    },
    { name: 'no-end.eml', bytes: mailOf([letter(STORY)]).subarray(0, -12), answer: 'read' },
    {
      name: 'charset.eml',
      bytes: Buffer.from(
        'From: a@b.cn\r\nSubject: x\r\nContent-Type: text/plain; charset=x-none\r\n\r\nabc',
      ),
      answer: 'read',
    },
    {
      name: 'bad-base64.eml',
      bytes: mailOf(['Content-Transfer-Encoding: base64\r\n\r\n@@@@=====@@']),
    },
    { name: 'words.eml', bytes: mailOf([letter(STORY)], 'x'.repeat(100_000)), answer: 'read' },
    {
      name: 'bomb.eml',
      bytes: mailOf([
        attachment('b.zip', rawZip([{ name: 'a', content: new Uint8Array(140 * MEGABYTE) }])),
      ]),
      answer: 'draft-inflates',
    },
    {
      name: 'climbs.eml',
      bytes: mailOf([letter('x'), attachment('../../../坏.exe', Buffer.from('4d5a900003', 'hex'))]),
      answer: 'draft-is-program',
    },
  ];
}

/** Text in wrong clothes, and noise. */
export function hostileTexts(): readonly HostileFile[] {
  const noise = Array.from({ length: 12 }, (_, seed) => {
    const throwDice = thrower(seed + 77);
    const bytes = Uint8Array.from({ length: 200 + seed * 900 }, () => throwDice(256));
    return { name: `noise-${seed}.${['docx', 'txt', 'eml', 'jpg'][seed % 4]}`, bytes };
  });
  const half = Buffer.concat([Buffer.from(STORY), Buffer.from('cfe6ccb6', 'hex')]);
  return [
    ...noise,
    { name: 'nothing.docx', bytes: new Uint8Array(0), answer: 'draft-empty' },
    { name: 'zeros.txt', bytes: new Uint8Array(5000), answer: 'draft-empty' },
    { name: 'mark.txt', bytes: Buffer.from('fffe', 'hex') },
    { name: 'mixed.txt', bytes: half, answer: 'draft-lost-letters' },
    {
      name: 'odd.txt',
      bytes: Buffer.concat([Buffer.from(`\uFEFF${STORY}`, 'utf16le'), Buffer.from([0x4e])]),
      answer: 'draft-lost-letters',
    },
    { name: 'surrogates.txt', bytes: Buffer.from(`fffe${'00d8'.repeat(500)}`, 'hex') },
    { name: 'line.txt', bytes: Buffer.from('稿'.repeat(3 * MEGABYTE)), answer: 'read' },
    { name: 'lines.txt', bytes: Buffer.from('\n'.repeat(400_000).concat('x')), answer: 'read' },
    { name: 'long.txt', bytes: Buffer.alloc(33 * MEGABYTE, 'a'), answer: 'draft-text-too-long' },
    {
      name: 'controls.txt',
      bytes: Buffer.from('a\x01\x02\x03\x04\x05\x06'.repeat(50)),
      answer: 'draft-unknown-format',
    },
    { name: 'picture.docx', bytes: Buffer.from('%PDF-1.4\n'), answer: 'draft-is-pdf' },
    ...hostileOfficeFiles(),
    { name: '7.zip', bytes: Buffer.from('377abcaf271c', 'hex'), answer: 'draft-archive-kind' },
    {
      name: 'program.docx',
      bytes: Buffer.from('4d5a90000300000004', 'hex'),
      answer: 'draft-is-program',
    },
    {
      name: 'film.jpg',
      bytes: Buffer.from('000000186674797069736f6d', 'hex'),
      answer: 'draft-is-film',
    },
  ];
}

/** Pictures that claim more than they hold. */
export function hostilePictures(png: Uint8Array, jpeg: Uint8Array): readonly HostileFile[] {
  const huge = Buffer.from(png);
  huge.writeUInt32BE(100_000, 16);
  huge.writeUInt32BE(100_000, 20);
  const wide = Buffer.from(jpeg);
  const frame = wide.indexOf(Buffer.from('ffc0', 'hex'));
  wide.writeUInt32BE(0xea60ea60, frame + 5);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/hosts"/></svg>';
  return [
    { name: 'huge.png', bytes: huge },
    { name: 'wide.jpg', bytes: wide, answer: 'picture-has-too-many-pixels' },
    { name: 'ring.tif', bytes: Buffer.from('49492a000800000000000800000008000000', 'hex') },
    {
      name: 'phone.heic',
      bytes: Buffer.from('00000018667479706865696300000000', 'hex'),
      answer: 'heic-picture',
    },
    { name: 'layers.psd', bytes: Buffer.from('384250530001', 'hex'), answer: 'psd-picture' },
    { name: 'drawing.svg', bytes: Buffer.from(svg) },
    {
      name: 'huge.docx',
      bytes: wordFile('<w:p><w:r><a:blip r:embed="p"/><w:t>稿</w:t></w:r></w:p>', {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="p" Target="a.jpg"/></Relationships>',
        'word/a.jpg': wide,
      }),
      answer: 'picture-has-too-many-pixels',
    },
  ];
}
