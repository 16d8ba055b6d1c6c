import { connect } from 'node:net';
import { expect, test } from 'vitest';
import type { RawMatter } from '#engine/intake/raw-matter.ts';
import { readDraft } from '#engine/intake/read-draft.ts';
import { ALLOWANCES } from '#host/draft-door/door-watch.ts';
import { askedStatus, FILLED, openedDoor, PHOTOGRAPH, receiptIn, sendForm } from './open-door.ts';

const INVITATION = { code: 'K7MQ-42XD', unit: '湘潭高新区', since: '2021-06-01T09:00:00+08:00' };

function picture(name = '开学.png'): File {
  return new File([PHOTOGRAPH], name, { type: 'image/png' });
}

function matterOf(matter: RawMatter | undefined): RawMatter {
  if (matter === undefined) throw new Error('the draft was not read');
  return matter;
}

test('takes a story with pictures in, and the desk finds each word in its place', async () => {
  const door = await openedDoor();
  const words = { ...FILLED, caption1: '校园一角。', photographer1: '李灿晖' };
  const receipt = receiptIn(await sendForm(door, words, { picture1: picture() }));
  await door.inbox.settle();
  const opened = await door.inbox.open(receipt);
  expect(opened?.caption).toMatchObject({
    origin: 'door',
    subject: FILLED.headline,
    sender: { name: '王墨', unit: '湘潭经开区', phone: '13800001234', elsewhere: '' },
  });
  const { pieces } = readDraft(matterOf(opened?.matter), '2021-06-18');
  expect(pieces.map(({ kind }) => kind)).toEqual(['note', 'article', 'picture']);
  expect(pieces.at(-1)).toMatchObject({ picture: opened?.matter?.pictures[0]?.name });
  const text = JSON.stringify(opened?.matter);
  expect(text).toContain('天易中学的建设进入收尾阶段');
  expect(text).toContain('图1：校园一角。（李灿晖 摄）');
});

test('takes a Word file alone in, to the byte', async () => {
  const door = await openedDoor();
  const file = new File(['第一段。\n\n第二段。'], '来稿 “一”.txt');
  const answer = await sendForm(door, { ...FILLED, text: '' }, { file });
  const receipt = receiptIn(answer);
  await door.inbox.settle();
  const opened = await door.inbox.open(receipt);
  const texts = matterOf(opened?.matter).parts.map((part) => ('text' in part ? part.text : ''));
  expect(texts.filter((one) => one !== '')).toEqual(['第一段。', '第二段。']);
});

test('says at each field what is wrong, and keeps what was typed', async () => {
  const door = await openedDoor();
  const words = { ...FILLED, name: '', phone: '12345', elsewhere: '', text: '<b>“正文”' };
  const answer = await sendForm(door, words, { file: new File(['%PDF-1.4 x'], '稿.pdf') });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('还没有发出，请改 4 处');
  for (const [field, said] of [
    ['name', '请填写这一项'],
    ['phone', '这个号码拨不通'],
    ['file', '“稿.pdf”是 PDF'],
    ['elsewhere', '请说明是否另投别处'],
  ]) {
    expect(page).toMatch(new RegExp(`href="#${field}">[^<]*${said}`, 'u'));
    expect(page).toMatch(new RegExp(`id="${field}-fault">${said}`, 'u'));
  }
  expect(page).toContain('&lt;b&gt;“正文”');
  expect(page).toContain(`value="${FILLED.headline}"`);
  expect(door.inbox.list({}).count).toBe(0);
});

test.each([
  ['nothing to print', { ...FILLED, text: '' }, {}, '还没有稿件'],
  ['a text as picture', { ...FILLED, caption1: '图', photographer1: '李' }, text(), '不是图片'],
  ['a picture without words', FILLED, { picture1: picture() }, '请填写这一项'],
  ['words without a picture', { ...FILLED, caption3: '图' }, {}, '还没有选图片'],
  ['another paper without its name', { ...FILLED, elsewhere: 'elsewhere' }, {}, '请填写这一项'],
  ['a story like a book', { ...FILLED, text: '字'.repeat(50_001) }, {}, '正文超过 50000 字'],
])('refuses %s and says why', async (_, words, enclosed, said) => {
  const door = await openedDoor();
  const answer = await sendForm(door, words, enclosed);
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(said)]);
});

function text(): Readonly<Record<string, File>> {
  return { picture1: new File(['no picture'], '图.jpg') };
}

test('gives a form that is sent twice one receipt, and a corrected one another', async () => {
  const door = await openedDoor();
  const answers = await Promise.all([1, 2, 3].map(() => sendForm(door, FILLED)));
  expect(new Set(answers.map(receiptIn)).size).toBe(1);
  const corrected = receiptIn(await sendForm(door, { ...FILLED, text: '改过的正文。' }));
  expect(corrected).not.toBe(receiptIn(await sendForm(door, FILLED)));
  expect(door.inbox.list({}).count).toBe(2);
});

test('tells a sender what became of the draft, and nobody else', async () => {
  const door = await openedDoor();
  const receipt = receiptIn(await sendForm(door, FILLED));
  const typed = ` ${receipt.toLowerCase().replace('-', '')} `;
  expect(await askedStatus(door, typed, '１２３４')).toEqual({
    status: 200,
    page: expect.stringContaining('已收到，编辑还没有定'),
  });
  await door.inbox.mark(receipt, { state: 'returned', reason: '缺照片', by: '编辑' });
  const { page } = await askedStatus(door, receipt, '1234');
  expect(page).toContain('缺照片');
  expect(page).not.toContain('天易中学');
  const wrong = await askedStatus(door, receipt, '1235');
  const unknown = await askedStatus(door, 'AAAA-2222', '1234');
  expect([wrong.status, unknown.status]).toEqual([404, 404]);
  const said = (answer: { page: string }) => /<h2>(.*?)<\/h2>/u.exec(answer.page)?.[1];
  expect(said(wrong)).toBe(said(unknown));
  const dropped = { name: '稿.txt', bytes: Buffer.from('别人的稿'), origin: 'dropped' } as const;
  const other = await door.inbox.receive(dropped);
  if (!other.ok) throw new Error('not taken');
  expect((await askedStatus(door, other.value.receipt, '')).status).toBe(404);
});

test('lets nobody guess numbers', async () => {
  const door = await openedDoor();
  const receipt = receiptIn(await sendForm(door, FILLED));
  for (let guess = 0; guess < ALLOWANCES.guess.times; guess += 1) {
    expect((await askedStatus(door, receipt, String(2000 + guess))).status).toBe(404);
  }
  expect((await askedStatus(door, receipt, '1234')).status).toBe(429);
});

test('asks for an invitation where it stands open to the network', async () => {
  const door = await openedDoor([INVITATION]);
  expect(await (await fetch(door.address)).text()).toContain('邀请码');
  const words = { ...FILLED, unit: '别的单位' };
  const without = await sendForm(door, words);
  expect([without.status, await without.text()]).toEqual([
    422,
    expect.stringContaining('邀请码不对'),
  ]);
  const receipt = receiptIn(await sendForm(door, { ...words, code: 'k7mq 42xd' }));
  expect((await door.inbox.open(receipt))?.caption.sender.unit).toBe('湘潭高新区');
});

test('bids those wait who send too often, with all they have filled in', async () => {
  const door = await openedDoor([INVITATION]);
  const words = { ...FILLED, code: INVITATION.code };
  for (let sending = 0; sending < ALLOWANCES.address.times; sending += 1) {
    receiptIn(await sendForm(door, { ...words, text: `第 ${sending} 稿` }));
  }
  const answer = await sendForm(door, { ...words, text: '又一稿' });
  const page = await answer.text();
  expect([answer.status, page]).toEqual([429, expect.stringContaining('投得太勤')]);
  expect(page).toContain('又一稿');
  expect(door.inbox.list({}).count).toBe(ALLOWANCES.address.times);
});

test('answers no page of others, no strange path and no strange method', async () => {
  const door = await openedDoor();
  const post = (headers: Record<string, string>) =>
    fetch(`${door.address}/drafts`, { method: 'POST', body: new FormData(), headers });
  expect((await post({ origin: 'http://elsewhere.example' })).status).toBe(403);
  expect((await fetch(`${door.address}/../../etc/passwd`)).status).toBe(404);
  expect((await fetch(`${door.address}/drafts`)).status).toBe(405);
  expect((await fetch(`${door.address}/status`, { method: 'DELETE' })).status).toBe(405);
  const page = await fetch(door.address);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await rawAnswer(door.port, 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n')).toContain(
    '403',
  );
});

test('takes nothing that does not say how long it is, is too long, or is no form', async () => {
  const door = await openedDoor();
  const head = 'POST /drafts HTTP/1.1\r\nHost: 127.0.0.1\r\n';
  const chunked = `${head}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`;
  expect(await rawAnswer(door.port, chunked)).toMatch(/^HTTP\/1.1 411/u);
  const long = `${head}Content-Length: 999999999999\r\n\r\n`;
  expect(await rawAnswer(door.port, long)).toMatch(/^HTTP\/1.1 413/u);
  const body = new Uint8Array([1, 2, 3]);
  const noForm = await fetch(`${door.address}/drafts`, { method: 'POST', body });
  expect(noForm.status).toBe(400);
});

/** What comes back on a bare line. */
function rawAnswer(port: number, sent: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const line = connect(port, '127.0.0.1', () => line.write(sent));
    let heard = '';
    line.setEncoding('utf8');
    line.on('data', (piece) => {
      heard += piece;
      line.end();
    });
    line.on('close', () => resolve(heard));
    line.on('error', reject);
  });
}
