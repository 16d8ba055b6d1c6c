import { describe, expect, test } from 'vitest';
import type { RawPart } from '#engine/intake/raw-matter.ts';
import type { Reading } from '#host/intake/gathered.ts';
import { readDraft } from '#host/intake/read-draft.ts';
import {
  attachment,
  CAPTION,
  HEADLINE,
  letter,
  mailOf,
  oldWordFile,
  photograph,
  relationships,
  STORY,
  usualWordFile,
  wordFile,
  wordParagraph,
  zipOf,
} from './draft-files.ts';

async function read(name: string, bytes: Uint8Array): Promise<Reading> {
  const draft = await readDraft({ name, bytes });
  if (!draft.ok) throw new Error(JSON.stringify(draft.failure));
  return draft.reading;
}

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const draft = await readDraft({ name, bytes });
  return draft.ok ? 'none' : draft.failure.code;
}

/** Paragraphs as `[label] text`, tables as rows with bars, pictures as their names. */
function lines(parts: readonly RawPart[]): readonly string[] {
  return parts.flatMap((part) => {
    if (part.kind === 'picture') return [`<${part.picture}>`];
    if (part.kind === 'table') return part.rows.map((row) => row.join('|'));
    return [part.label === undefined ? part.text : `[${part.label}] ${part.text}`];
  });
}

describe('a Word file', () => {
  test('gives headline looks, story, picture and caption in order', async () => {
    const { matter, pictures } = await read('稿.docx', await usualWordFile());
    expect(lines(matter.parts)).toEqual([HEADLINE, STORY, '<image1.jpeg>', CAPTION]);
    expect(matter.parts[0]).toMatchObject({ bold: true, centred: true, sizePt: 22 });
    expect(matter.parts[1]).toMatchObject({ bold: false, centred: false, sizePt: undefined });
    expect(pictures.map(({ bytes }) => Buffer.from(bytes))).toEqual([await photograph()]);
  });

  test('drops what was deleted and hidden, keeps what was inserted', async () => {
    const run = (text: string, looks = '') =>
      `<w:r><w:rPr>${looks}</w:rPr><w:t>${text}</w:t></w:r>`;
    const body = `<w:p>${run('留')}<w:del>${run('删')}<w:r><w:delText>删</w:delText></w:r></w:del>
      <w:ins>${run('增')}</w:ins>${run('藏', '<w:vanish/>')}<w:moveFrom>${run('移')}</w:moveFrom>
      <w:hyperlink>${run('链')}</w:hyperlink></w:p>`;
    expect(lines((await read('a.docx', wordFile(body))).matter.parts)).toEqual(['留增链']);
  });

  test('reads headlines in WordArt, letters of formulas and words with phonetics', async () => {
    const body =
      `<w:p><w:r><w:pict><v:shape><v:textpath string="${HEADLINE}"/></v:shape></w:pict>` +
      '</w:r></w:p>' +
      '<w:p><w:r><w:t>面积</w:t></w:r><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></w:p>' +
      '<w:p><w:r><w:ruby><w:rt><w:r><w:t>zhū</w:t></w:r></w:rt>' +
      '<w:rubyBase><w:r><w:t>株</w:t></w:r>' +
      '</w:rubyBase></w:ruby></w:r></w:p>';
    expect(lines((await read('a.docx', wordFile(body))).matter.parts)).toEqual([
      HEADLINE,
      '面积a=b',
      '株',
    ]);
  });

  test('keeps soft returns and tabs, and lets page breaks go', async () => {
    const body =
      '<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t>' +
      '<w:br w:type="page"/><w:t>四</w:t></w:r></w:p>';
    expect(lines((await read('a.docx', wordFile(body))).matter.parts)).toEqual(['一\n二\t三四']);
  });

  test('reads a text box once, be it in a choice, in a fallback or in both', async () => {
    const box = (text: string) => `<w:txbxContent>${wordParagraph(text)}</w:txbxContent>`;
    const both = `<mc:Choice>${box('甲')}</mc:Choice><mc:Fallback>${box('甲')}</mc:Fallback>`;
    const alternates = [
      both,
      `<mc:Choice>${box('乙')}</mc:Choice>`,
      `<mc:Choice><w:drawing/></mc:Choice><mc:Fallback>${box('丙')}</mc:Fallback>`,
    ];
    const body = alternates
      .map((choice) => `<w:p><w:r><mc:AlternateContent>${choice}</mc:AlternateContent></w:r></w:p>`)
      .join('');
    const { matter } = await read('wps.docx', wordFile(body));
    expect(lines(matter.parts)).toEqual(['甲', '乙', '丙']);
  });

  test('reads tables row by row, with the pictures behind', async () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`;
    const row = cell(wordParagraph('内')) + cell(wordParagraph('表'));
    const inner = `<w:tbl><w:tr>${row}</w:tr></w:tbl>`;
    const picture = '<w:p><w:r><a:blip r:embed="p"/></w:r></w:p>';
    const first = cell(wordParagraph('甲') + wordParagraph('乙')) + cell(inner);
    const second = cell(picture) + cell(wordParagraph('丁'));
    const body = `<w:tbl><w:tr>${first}</w:tr><w:tr>${second}</w:tr></w:tbl>${wordParagraph('后')}`;
    const file = wordFile(body, {
      'word/_rels/document.xml.rels': relationships({ p: 'media/a.jpg' }),
      'word/media/a.jpg': await photograph(),
    });
    const { matter } = await read('a.docx', file);
    expect(lines(matter.parts)).toEqual(['甲\n乙|内\t表', '|丁', '<a.jpg>', '后']);
  });

  test('knows headings and looks by their styles, and numbers lists', async () => {
    const styles = `<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr>
      </w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:rPr><w:b/>
      </w:rPr></w:style><w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/><w:pPr>
      <w:jc w:val="center"/></w:pPr></w:style></w:styles>`;
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="7">
      <w:lvl w:ilvl="0"><w:start w:val="1"/>
      <w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1">
      <w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
      <w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
    const listed = (level: number) =>
      `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr>`;
    const body =
      wordParagraph('题', '<w:pStyle w:val="2"/>') +
      wordParagraph('甲', listed(0)) +
      wordParagraph('子', listed(1)) +
      wordParagraph('乙', listed(0));
    const parts = { 'word/styles.xml': styles, 'word/numbering.xml': numbering };
    const { matter } = await read('a.docx', wordFile(body, parts));
    expect(matter.parts[0]).toMatchObject({ level: 1, bold: true, centred: true, sizePt: 10.5 });
    expect(lines(matter.parts)).toEqual(['题', '[一、] 甲', '[一.1] 子', '[二、] 乙']);
  });

  test('puts notes behind the text and takes author and title from its properties', async () => {
    const notes = `<w:footnotes><w:footnote>${wordParagraph('注文')}</w:footnote></w:footnotes>`;
    const core =
      '<cp:coreProperties><dc:title>题名</dc:title><dc:creator>王墨</dc:creator></cp:coreProperties>';
    const parts = { 'word/footnotes.xml': notes, 'docProps/core.xml': core };
    const { matter } = await read('a.docx', wordFile(wordParagraph(STORY), parts));
    expect(lines(matter.parts)).toEqual([STORY, '[[1]] 注文']);
    expect(matter.envelope).toMatchObject({ subject: '题名', sender: '王墨' });
  });

  test('is read as far as it goes when its text is torn off', async () => {
    const cell = `<w:tc>${wordParagraph('甲')}<w:p><w:r><w:t>乙`;
    const body = `${wordParagraph(HEADLINE)}<w:tbl><w:tr>${cell}`;
    const document = `<w:document><w:body>${body}`;
    const file = wordFile('', { 'word/document.xml': document });
    expect(lines((await read('a.docx', file)).matter.parts)).toEqual([HEADLINE, '甲\n乙']);
  });

  test('never looks at entities that it declares for itself', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;">
      <!ENTITY c SYSTEM "file:///etc/hosts">]>
      <w:document><w:body>${wordParagraph('&b;&c;稿')}</w:body></w:document>`;
    const file = wordFile('', { 'word/document.xml': bomb });
    expect(lines((await read('a.docx', file)).matter.parts)).toEqual(['&b;&c;稿']);
  });
});

describe('an old Word file', () => {
  test('gives its paragraphs with Chinese quotes; a soft return ends one as well', async () => {
    const text = `${HEADLINE}\r“四为一帮”\v第二行\r甲\t乙\r`;
    const { matter } = await read('稿.doc', oldWordFile(text));
    expect(lines(matter.parts)).toEqual([HEADLINE, '“四为一帮”', '第二行', '甲\t乙']);
  });

  test('with a password is refused as locked', async () => {
    expect(await refusal('稿.doc', oldWordFile(STORY, { isLocked: true }))).toBe('draft-locked');
  });
});

describe('plain text', () => {
  const text = `${HEADLINE}\r\n\r\n　　${STORY}\r\n`;
  test('is told by its bytes in UTF-8 and UTF-16, with the mark or without', async () => {
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    const files = [
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      little,
      big,
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    ];
    for (const bytes of files) {
      const { matter, notes } = await read('稿.txt', bytes);
      expect(lines(matter.parts)).toEqual([HEADLINE, '', `　　${STORY}`]);
      expect(notes).toEqual([]);
    }
  });

  test('is told in GB18030, with the rare letters of names', async () => {
    // 王墨 and 㙟 (four bytes), 湘潭。
    const bytes = Buffer.from('cdf5c4ab8231a4 39cfe6ccb6a1a3'.replaceAll(' ', ''), 'hex');
    const { matter } = await read('稿.txt', bytes);
    const expected = new TextDecoder('gb18030').decode(bytes);
    expect(lines(matter.parts)).toEqual([expected]);
    expect(expected).toMatch(/^王墨.湘潭。$/u);
  });

  test('counts the letters that it cannot make out', async () => {
    const torn = Buffer.concat([Buffer.from(STORY), Buffer.from([0xe6, 0xb9])]);
    const { notes } = await read('稿.txt', torn);
    expect(notes).toEqual([{ code: 'draft-lost-letters', values: { name: '稿.txt', count: 1 } }]);
  });

  test('is no mail because a line has a colon', async () => {
    const { matter } = await read('a.txt', Buffer.from('Date: 2021\n投稿：王墨\n正文\n'));
    expect(lines(matter.parts)).toEqual(['Date: 2021', '投稿：王墨', '正文']);
  });
});

describe('a web page', () => {
  test('gives lines, looks, lists and tables; scripts and far pictures stay out', async () => {
    const html = `<!DOCTYPE html><html><head><title>网页题</title><style>p{}</style></head><body>
      <h2 style="text-align:center">${HEADLINE}</h2><p><strong>小标题</strong></p>
      <p style="font-size:16px">一&nbsp;二<br/>
      三</p><ol start="3"><li>甲</li><li>乙</li></ol><p style="display:none">藏</p>
      <table><tr><td>园区</td><td>热线</td></tr><tr><td>A</td><td>B</td></tr></table>
      <img src="https://example.com/a.jpg"><script>document.write('坏')</script></body></html>`;
    const { matter, notes } = await read('page.html', Buffer.from(html));
    expect(lines(matter.parts)).toEqual([
      HEADLINE,
      '小标题',
      '一\u00A0二\n三',
      '[3.] 甲',
      '[4.] 乙',
      '园区|热线',
      'A|B',
    ]);
    expect(matter.parts[0]).toMatchObject({ level: 2, bold: true, centred: true });
    expect(matter.parts[1]).toMatchObject({ bold: true });
    expect(matter.parts[2]).toMatchObject({ sizePt: 12, bold: false });
    expect(matter.envelope.subject).toBe('网页题');
    expect(notes.map(({ code }) => code)).toEqual(['draft-remote-pictures', 'draft-scripts']);
  });

  test('of WeChat gives title and article without what stands around them', async () => {
    const html = `<html><body><div>关注公众号</div><h1 id="activity-name"> ${HEADLINE} </h1>
      <a id="js_name">湘潭经开区</a><div id="js_content" style="visibility:hidden;display:none">
      <section><section><p>${STORY}</p></section></section></div><div>阅读原文</div></body></html>`;
    const { matter } = await read('paste', Buffer.from(html));
    expect(lines(matter.parts)).toEqual([HEADLINE, STORY]);
    expect(matter.envelope.sender).toBe('湘潭经开区');
  });

  test('keeps a picture that is written out in it', async () => {
    const data = (await photograph()).toString('base64');
    const html = `<p>前</p><img src="data:image/jpeg;base64,${data}"><p>后</p>`;
    const { matter, pictures } = await read('paste.html', Buffer.from(html));
    expect(lines(matter.parts)).toEqual(['前', '<picture.jpeg>', '后']);
    expect(pictures).toHaveLength(1);
  });
});

test('Markdown gives headings, bold lines, lists and tables', async () => {
  const head = `# ${HEADLINE}\n\n**小标题**\n\n第一行\n第二行，[链接](http://x)`;
  const text = `${head}\n\n- 甲\n- 乙\n\n|a|b|\n|-|-|\n|c|d|\n`;
  const { matter } = await read('稿.md', Buffer.from(text));
  expect(lines(matter.parts)).toEqual([
    HEADLINE,
    '小标题',
    '第一行\n第二行，链接',
    '[•] 甲',
    '[•] 乙',
    'a|b',
    'c|d',
  ]);
  expect(matter.parts[0]).toMatchObject({ level: 1 });
  expect(matter.parts[1]).toMatchObject({ bold: true });
});

describe('a mail', () => {
  test('gives its letter, its attachments, its subject and sender', async () => {
    const bytes = mailOf([
      letter('请查收。'),
      attachment('稿件.docx', await usualWordFile()),
      attachment('照片.jpg', await photograph('#805030')),
    ]);
    const { matter, pictures } = await read('投稿.eml', bytes);
    const expected = ['请查收。', HEADLINE, STORY, '<image1.jpeg>', CAPTION, '<照片.jpg>'];
    expect(lines(matter.parts)).toEqual(expected);
    expect(matter.envelope).toEqual({
      subject: HEADLINE,
      sender: '王墨',
      address: 'wangmo@example.com',
      sentAt: '2021-06-18T01:30:00.000Z',
    });
    expect(pictures).toHaveLength(2);
  });

  test('has its pictures where the letter shows them, once', async () => {
    const html = '<p>前</p><img src="cid:bild@1"><p>后</p>';
    const picture = attachment('a.jpg', await photograph(), '\r\nContent-ID: <bild@1>');
    const { matter } = await read('a.eml', mailOf([letter(html, 'html'), picture]));
    expect(lines(matter.parts)).toEqual(['前', '<a.jpg>', '后']);
  });

  test('tells which attachment could not be read, and reads the others', async () => {
    const bytes = mailOf([
      letter('正文'),
      attachment('版样.pdf', Buffer.from('%PDF-1.4 x')),
      attachment('稿.txt', Buffer.from(STORY)),
    ]);
    const { matter, notes } = await read('a.eml', bytes);
    expect(lines(matter.parts)).toEqual(['正文', STORY]);
    expect(notes).toEqual([{ code: 'draft-is-pdf', values: { name: '版样.pdf' } }]);
  });
});

describe('an archive', () => {
  test('gives words before pictures and keeps two pictures of one name apart', async () => {
    const bytes = zipOf({
      '照片/1.jpg': await photograph('#111111'),
      '照片二/1.jpg': await photograph('#eeeeee'),
      '__MACOSX/._稿.txt': 'x',
      '稿.txt': STORY,
    });
    const { matter } = await read('稿.zip', bytes);
    expect(lines(matter.parts)).toEqual([STORY, '<1.jpg>', '<1-2.jpg>']);
  });

  test('never follows a name that leads out of its folder', async () => {
    const { matter, notes } = await read('a.zip', zipOf({ '../../坏.txt': '坏', '好.txt': '好' }));
    expect(lines(matter.parts)).toEqual(['好']);
    expect(notes).toEqual([{ code: 'draft-unsafe-name', values: { name: '../../坏.txt' } }]);
  });
});

describe('what is refused', () => {
  test('is told by what it holds, whatever its name says', async () => {
    const sheet = zipOf({ '[Content_Types].xml': '', 'xl/workbook.xml': '' });
    const files: readonly (readonly [string, Uint8Array, string])[] = [
      ['稿.docx', Buffer.from('%PDF-1.7'), 'draft-is-pdf'],
      ['稿.docx', sheet, 'draft-is-spreadsheet'],
      ['稿.txt', new Uint8Array(0), 'draft-empty'],
      ['稿.txt', Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'), 'draft-archive-kind'],
      ['稿.exe', Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), 'draft-is-program'],
      [
        '稿.txt',
        Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 7919) % 251)),
        'draft-unknown-format',
      ],
    ];
    for (const [name, bytes, code] of files) expect(await refusal(name, bytes)).toBe(code);
  });
});
