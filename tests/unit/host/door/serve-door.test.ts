import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addInvitation, listInvitations, withdrawInvitation } from '#host/door/invitations.ts';
import type { ServedDoor } from '#host/door/serve-door.ts';
import { serveDoor } from '#host/door/serve-door.ts';
import { watchDoor } from '#host/door/take-up-sendings.ts';
import { openedInbox } from '#tests/unit/host/inbox/inbox-desk.ts';
import { photograph, wordFile, wordParagraph } from '#tests/unit/host/intake/draft-files.ts';
import {
  askedStatus,
  formOf,
  freshTicket,
  inboxFolder,
  NOW,
  networkDoor,
  openedDoor,
  receiptOf,
  sent,
  WORDS,
} from './door-under-test.ts';

const storyFile = () => wordFile(wordParagraph(WORDS.headline) + wordParagraph(WORDS.story));

/** A request of bare HTTP, as no browser makes it; answers its status. */
function bare(
  { port }: ServedDoor,
  path: string,
  { method = 'GET', headers = {}, body = '' }: BareWish = {},
): Promise<{ readonly status: number; readonly page: string; readonly headers: object }> {
  return new Promise((answered, failed) => {
    const asked = request({ port, path, method, headers, host: '127.0.0.1' }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const page = Buffer.concat(chunks).toString('utf8');
        answered({ status: response.statusCode ?? 0, page, headers: response.headers });
      });
    });
    asked.on('error', failed);
    asked.end(body);
  });
}

interface BareWish {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

test('a draft with a file and pictures lies in the inbox with its sender, once', async () => {
  const folder = await inboxFolder();
  const door = await openedDoor(folder);
  const ticket = await freshTicket(door);
  const words = {
    ...WORDS,
    story: '',
    'picture-1-caption': '图为部署会现场。',
    'picture-1-credit': '李灿晖',
    'picture-3-caption': '企业车间。',
  };
  const files = {
    file: ['部署会.docx', storyFile()],
    'picture-1': ['IMG_1.jpg', await photograph()],
    'picture-3': ['IMG_3.jpg', await photograph()],
  } as const;
  const answer = await sent(door, ticket, formOf(words, files));
  expect(answer.status).toBe(303);
  const receipt = await receiptOf(door, ticket);
  expect(receipt).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/u);
  const inbox = await openedInbox(folder);
  const watch = watchDoor(inbox, folder);
  await watch.look();
  await watch.look();
  await inbox.settle();
  const { drafts } = inbox.list({});
  expect(drafts).toHaveLength(1);
  const { name, unit, phone } = WORDS;
  expect(drafts[0]).toMatchObject({ receipt, origin: 'door', sender: { name, unit, phone } });
  expect(drafts[0]?.notes).toEqual([{ code: 'draft-only-here', values: {} }]);
  const opened = await inbox.open(receipt);
  expect(opened?.matter?.envelope.subject).toBe(WORDS.headline);
  expect(opened?.matter?.pictures).toEqual([
    { name: '图片1.jpg', caption: '图为部署会现场。', credit: '李灿晖' },
    { name: '图片2.jpg', caption: '企业车间。', credit: '' },
  ]);
  expect(JSON.stringify(opened?.matter?.parts)).toContain('召开安全生产工作部署会');
});

test('the same form sent again and at the same time gets the same number', async () => {
  const folder = await inboxFolder();
  const door = await openedDoor(folder);
  const ticket = await freshTicket(door);
  const answers = await Promise.all([1, 2, 3].map(() => sent(door, ticket, formOf(WORDS))));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  const receipt = await receiptOf(door, ticket);
  await door.close();
  const later = await openedDoor(folder);
  expect((await sent(later, ticket, formOf(WORDS))).status).toBe(303);
  expect(await receiptOf(later, ticket)).toBe(receipt);
  const inbox = await openedInbox(folder);
  await watchDoor(inbox, folder).look();
  expect(inbox.list({}).count).toBe(1);
});

test('a form with mistakes comes back filled with its files, and goes once mended', async () => {
  const folder = await inboxFolder();
  const door = await openedDoor(folder);
  const ticket = await freshTicket(door);
  const words = { ...WORDS, phone: '', headline: '', story: '<b>正文</b>' };
  const files = {
    file: ['部署会.docx', storyFile()],
    'picture-1': ['IMG_1.jpg', await photograph()],
  } as const;
  const answer = await sent(door, ticket, formOf(words, files));
  expect(answer.status).toBe(422);
  const page = await answer.text();
  for (const wanted of ['请填写电话。', '请填写标题。', '请写明图片说明', 'value="毛星"']) {
    expect(page).toContain(wanted);
  }
  expect(page).toContain('&lt;b&gt;正文&lt;/b&gt;');
  expect(page).toContain('已保留：<strong>部署会.docx</strong>');
  expect(page).toContain('href="#phone"');
  expect((await sent(door, ticket, formOf({ ...WORDS, 'picture-1-caption': '现场' }))).status).toBe(
    303,
  );
  const inbox = await openedInbox(folder);
  await watchDoor(inbox, folder).look();
  await inbox.settle();
  const [draft] = inbox.list({}).drafts;
  expect(draft?.pictures).toBe(1);
  expect(await readdir(join(folder, 'door', 'coming'))).toEqual([]);
});

describe('what is wrong with a form', () => {
  const cases: readonly (readonly [string, object, object, string])[] = [
    ['a PDF', { story: '' }, { file: ['稿.pdf', Buffer.from('%PDF-1.7')] }, '不收 PDF'],
    ['a PDF under another name', {}, { file: ['稿.docx', Buffer.from('%PDF-1.7')] }, '不收 PDF'],
    ['a program', {}, { file: ['稿.exe', Buffer.from('MZ')] }, '不认识这种文件'],
    ['no story', { story: '' }, {}, '请填写正文'],
    ['no declaration', { elsewhere: '' }, {}, '请声明'],
    ['a declaration without where', { elsewhere: 'yes' }, {}, '请写明投给了哪家'],
    ['a telephone of letters', { phone: '一二三' }, {}, '请填写能找到您的电话'],
    ['a caption without a picture', { 'picture-1-caption': '图' }, {}, '没有选图片'],
    [
      'a picture that is none',
      { 'picture-1-caption': '图' },
      { 'picture-1': ['图.jpg', Buffer.from('no picture')] },
      '不是 JPG',
    ],
  ];
  test.each(cases)('%s is told at its field', async (_, words, files, told) => {
    const door = await openedDoor(await inboxFolder());
    const form = formOf({ ...WORDS, ...words }, files as Parameters<typeof formOf>[1]);
    const answer = await sent(door, await freshTicket(door), form);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(told);
  });

  test('a picture that is too large is told at its field, the rest is kept', async () => {
    const door = await openedDoor(await inboxFolder(), { limits: { pictureBytes: 1024 * 1024 } });
    const large = Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(1024 * 1024)]);
    const form = formOf(WORDS, { 'picture-2': ['大.jpg', large] });
    const answer = await sent(door, await freshTicket(door), form);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('这张图片超过 1 MB');
  });
});

describe('status', () => {
  test('shows a correspondent what was decided and the reason, none of the text', async () => {
    const folder = await inboxFolder();
    const door = await openedDoor(folder);
    const ticket = await freshTicket(door);
    await sent(door, ticket, formOf(WORDS));
    const receipt = await receiptOf(door, ticket);
    expect(
      (await askedStatus(door, receipt.toLowerCase().replace('-', ' '), '0042')).page,
    ).toContain('已收到');
    const inbox = await openedInbox(folder);
    await watchDoor(inbox, folder).look();
    await inbox.mark(receipt, { state: 'returned', reason: '请补会议日期', by: '值班' });
    const { page } = await askedStatus(door, receipt, '0042');
    expect(page).toContain('已退回');
    expect(page).toContain('请补会议日期');
    for (const hidden of ['召开安全生产', WORDS.headline, WORDS.phone, '值班']) {
      expect(page).not.toContain(hidden);
    }
    await inbox.mark(receipt, { state: 'spiked', reason: '内部意见', by: '值班' });
    const spiked = (await askedStatus(door, receipt, '0042')).page;
    expect(spiked).toContain('未采用');
    expect(spiked).not.toContain('内部意见');
  });

  test('says the same to a wrong number and to a wrong telephone, and then nothing', async () => {
    const door = await openedDoor(await inboxFolder(), {
      limits: { wrongGuesses: { most: 4, withinMs: 60_000 } },
    });
    const ticket = await freshTicket(door);
    await sent(door, ticket, formOf(WORDS));
    const receipt = await receiptOf(door, ticket);
    const other = await askedStatus(door, 'AAAA-AAAA', '0042');
    const wrong = await askedStatus(door, receipt, '0043');
    expect([other.status, wrong.status]).toEqual([404, 404]);
    expect(wrong.page.replace(receipt, 'AAAA-AAAA')).toBe(other.page);
    await askedStatus(door, receipt, '');
    await askedStatus(door, '<script>', '1');
    expect((await askedStatus(door, receipt, '0042')).status).toBe(429);
  });

  test('nobody reads a draft or a receipt of another form', async () => {
    const folder = await inboxFolder();
    const door = await openedDoor(folder);
    const ticket = await freshTicket(door);
    await sent(door, ticket, formOf(WORDS));
    const [stored = ''] = await readdir(join(folder, 'received'));
    const paths = ['/sent/', `/sent/${'A'.repeat(24)}`, `/received/${stored}`, '/../drafts.log'];
    for (const path of [...paths, '/door/sendings.log', '/sent/..%2f..%2fdrafts.log', '//x/y']) {
      const { status, page } = await bare(door, path, { headers: { host: hostOf(door) } });
      expect(status).toBe(404);
      expect(page).not.toContain(WORDS.name);
    }
  });
});

const hostOf = ({ port }: ServedDoor) => `127.0.0.1:${port}`;

describe('refusals', () => {
  test('a request for another host or from a foreign page is refused', async () => {
    const door = await openedDoor(await inboxFolder());
    const foreign = { host: 'rebound.example:80' };
    expect((await bare(door, '/', { headers: foreign })).status).toBe(403);
    const ticket = await freshTicket(door);
    const post = (headers: Readonly<Record<string, string>>) =>
      bare(door, `/send/${ticket}`, {
        method: 'POST',
        headers: { host: hostOf(door), ...headers },
      });
    expect((await post({ origin: 'http://other.example' })).status).toBe(403);
    expect((await post({ origin: 'null' })).status).toBe(403);
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  test('wrong ways are told in Chinese, with what to do', async () => {
    const door = await openedDoor(await inboxFolder());
    const headers = { host: hostOf(door) };
    const send = `/send/${await freshTicket(door)}`;
    const gone = await bare(door, '/index.php', { headers });
    const wrong = await bare(door, send, { headers });
    const kind = await bare(door, send, { method: 'POST', headers, body: 'a=b' });
    const cut = { ...headers, 'content-type': 'multipart/form-data; boundary=XX' };
    const broken = await bare(door, send, { method: 'POST', headers: cut, body: '--XX\r\n' });
    const statuses = [gone, wrong, kind, broken].map(({ status }) => status);
    expect(statuses).toEqual([404, 405, 415, 400]);
    for (const { page } of [gone, wrong, kind, broken]) expect(page).toContain('到投稿页');
    expect(gone.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  test('a sending that says it is too large, or is, is refused as such', async () => {
    const door = await openedDoor(await inboxFolder(), { limits: { sendingBytes: 20_000 } });
    const ticket = await freshTicket(door);
    const answer = await sent(door, ticket, formOf({ ...WORDS, story: '文'.repeat(10_000) }));
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('稿件太大');
    const headers = {
      host: hostOf(door),
      'content-type': 'multipart/form-data; boundary=XX',
      'transfer-encoding': 'chunked',
    };
    const body = `--XX\r\nContent-Disposition: form-data; name="a"\r\n\r\n${'x'.repeat(30_000)}`;
    const { status } = await bare(door, `/send/${ticket}`, { method: 'POST', headers, body });
    expect(status).toBe(413);
  });

  test('a sender that falls silent is let go, others are served meanwhile', async () => {
    const door = await openedDoor(await inboxFolder(), { limits: { silenceMs: 300 } });
    const ticket = await freshTicket(door);
    const socket = connect(door.port, '127.0.0.1');
    const heard = new Promise<string>((ended) => {
      let words = '';
      socket.on('data', (chunk: Buffer) => {
        words += chunk.toString('utf8');
      });
      socket.on('close', () => ended(words));
      socket.on('error', () => ended(words));
    });
    socket.write(
      `POST /send/${ticket} HTTP/1.1\r\nHost: ${hostOf(door)}\r\nContent-Length: 5000\r\n` +
        'Content-Type: multipart/form-data; boundary=XX\r\n\r\n--XX\r\n',
    );
    expect((await sent(door, await freshTicket(door), formOf(WORDS))).status).toBe(303);
    expect(await heard).toContain('408');
  });

  test('one device that sends too much is told so, and nothing that it typed is lost', async () => {
    const { door, code } = await networkDoor(await inboxFolder(), {
      limits: { sendingsPerAddress: { most: 2, withinMs: 600_000 } },
    });
    for (const status of [303, 303, 429]) {
      const answer = await sent(door, await freshTicket(door), formOf({ code, ...WORDS }));
      expect(answer.status).toBe(status);
      if (status === 429) expect(await answer.text()).toContain('value="毛星"');
    }
  });
});

describe('a door to the network', () => {
  test('lets nobody in without an invitation, and keeps no file of theirs', async () => {
    const folder = await inboxFolder();
    const { door, code } = await networkDoor(folder);
    const files = { file: ['部署会.docx', storyFile()] } as const;
    for (const wrong of ['', 'ABCD-EFGH']) {
      const words = { code: wrong, ...WORDS, story: '' };
      const answer = await sent(door, await freshTicket(door), formOf(words, files));
      expect(answer.status).toBe(422);
      expect(await answer.text()).toMatch(/请填写邀请码|邀请码不对/u);
    }
    expect(await readdir(join(folder, 'door', 'coming'))).toEqual([]);
    const ticket = await freshTicket(door);
    const words = { code: code.toLowerCase(), ...WORDS, unit: '自称的单位' };
    expect((await sent(door, ticket, formOf(words, files))).status).toBe(303);
    const log = await readFile(join(folder, 'door', 'sendings.log'), 'utf8');
    expect(log).toContain('雨湖高新区');
    expect(log).not.toContain('自称的单位');
  });

  test('an invitation that was withdrawn opens nothing; the code itself lies nowhere', async () => {
    const folder = await inboxFolder();
    const { door, code } = await networkDoor(folder);
    const [invitation] = await listInvitations(folder);
    const kept = await readFile(
      join(folder, 'door', 'invitations', `${invitation?.id}.json`),
      'utf8',
    );
    expect(kept).not.toContain(code.replace('-', ''));
    await withdrawInvitation(folder, invitation?.id ?? '', NOW);
    const answer = await sent(door, await freshTicket(door), formOf({ code, ...WORDS }));
    expect(answer.status).toBe(422);
  });

  test('guessing codes ends after a few, and a unit has its measure a day', async () => {
    const folder = await inboxFolder();
    const { door, code } = await networkDoor(folder, {
      limits: { wrongGuesses: { most: 2, withinMs: 60_000 }, sendingsPerUnitADay: 1 },
    });
    const send = async (given: string) =>
      sent(door, await freshTicket(door), formOf({ code: given, ...WORDS }));
    expect((await send(code)).status).toBe(303);
    const full = await send(code);
    expect(full.status).toBe(429);
    expect(await full.text()).toContain('今天的来稿已经够多');
    await addInvitation(folder, '湘潭经开区', NOW);
    await send('AAAA-AAAA');
    await send('AAAA-AAAB');
    expect((await send(code)).status).toBe(429);
  });
});

test('two programs do not serve one door; after the first has gone the second may', async () => {
  const folder = await inboxFolder();
  const door = await openedDoor(folder);
  const options = { inboxFolder: folder, address: '127.0.0.1', port: 0, now: () => NOW };
  const second = await serveDoor(options);
  expect(second).toMatchObject({ ok: false, failure: { code: 'open elsewhere' } });
  await door.close();
  await openedDoor(folder);
});
