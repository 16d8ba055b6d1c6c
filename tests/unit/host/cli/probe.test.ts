import { describe, expect, test } from 'vitest';
import { runBanxin, startBanxin } from './run-banxin.ts';

/** The answers to some requests, one run of the probe. */
async function answers(requests: readonly unknown[], environment = {}): Promise<unknown[]> {
  const input = requests
    .map((request) => (typeof request === 'string' ? request : JSON.stringify(request)))
    .join('\n');
  const run = await runBanxin(['probe'], `${input}\n`, environment);
  expect(run).toMatchObject({ exit: 0, complaint: '' });
  const lines = run.out.split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => JSON.parse(line) as unknown);
}

const ERROR = { error: expect.any(String) };

describe('the answer', () => {
  test('without a measure is one natural line', async () => {
    const [answer] = await answers([{ text: '说：“我们', metrics: 'stub' }]);
    const glyphs = [
      [0, 0, 1],
      [1, 1, 1],
      [2, 2, 0.5],
      [3, 2.5, 1],
      [4, 3.5, 1],
    ];
    const line = { start: 0, end: 5, width: 4.5, natural: 4.5, glyphs };
    expect(answer).toEqual({ breaks: [2, 4], lines: [line] });
  });

  test('counts breaks and offsets in UTF-16 units', async () => {
    const [answer] = await answers([{ text: '𠮷，👨‍👩‍👧国', metrics: 'stub' }]);
    expect(answer).toMatchObject({ breaks: [3, 11], lines: [{ start: 0, end: 12, width: 4 }] });
  });

  test('fills the lines unless it is told not to', async () => {
    const text = '湘潭经开区在党史学习教育中组织广大党员深入项目';
    const request = { text, metrics: 'stub', measure: 7.25 };
    const [spread, ragged] = (await answers([request, { ...request, justify: false }])) as {
      lines: { width: number; natural: number }[];
    }[];
    expect(spread?.lines[0]).toMatchObject({ width: 7.25, natural: 7 });
    expect(ragged?.lines[0]).toMatchObject({ width: 7, natural: 7 });
  });

  test('counts the indent into the first line', async () => {
    const [answer] = await answers([{ text: '“国国”国', metrics: 'stub', indent: 2, measure: 9 }]);
    const glyphs = [0, 1, 2, 3, 4].map((offset) => [
      offset,
      offset + (offset === 0 ? 2 : 1.5),
      expect.any(Number),
    ]);
    expect(answer).toMatchObject({ lines: [{ width: 6.5, natural: 6.5, glyphs }] });
  });

  test('tells the breaks that no rule permits, and only when there are any', async () => {
    const [long, short] = await answers([
      { text: 'abcdefghij', metrics: 'stub', measure: 3 },
      { text: '国国国国', metrics: 'stub', measure: 3 },
    ]);
    expect(long).toMatchObject({ forced: [6] });
    expect(short).not.toHaveProperty('forced');
  });

  test('sets vertical text', async () => {
    const [answer] = await answers([{ text: '国：', metrics: 'stub', vertical: true }]);
    expect(answer).toMatchObject({ lines: [{ width: 2 }] });
  });

  test('takes real faces by family and by id', async () => {
    const text = '——·';
    const answered = await answers(
      ['song', 'hei', 'kai', 'song-700', 'stub'].map((metrics) => ({ text, metrics })),
    );
    for (const answer of answered) expect(answer).toMatchObject({ lines: [{ width: 2.5 }] });
  });
});

describe('a line that cannot be answered', () => {
  test('gets its own error, and the next line its answer', async () => {
    const [first, second, third] = await answers([
      'this is no JSON',
      { text: '国', metrics: 'stub' },
      '',
    ]);
    expect(first).toEqual(ERROR);
    expect(second).toMatchObject({ lines: [{ width: 1 }] });
    expect(third).toEqual(ERROR);
  });

  const bad = [
    '{}',
    '[]',
    'null',
    '"国"',
    '{"text": 5}',
    '{"text": "国", "metrics": 5}',
    '{"text": "国", "metrics": "no-such-face"}',
    '{"text": "国", "metrics": "../../etc/passwd"}',
    '{"text": "国", "measure": 0}',
    '{"text": "国", "measure": -3}',
    '{"text": "国", "measure": NaN}',
    '{"text": "国", "measure": 1e999}',
    '{"text": "国", "measure": 1000.5}',
    '{"text": "国", "measure": "12"}',
    '{"text": "国", "measure": 5, "indent": -1}',
    '{"text": "国", "measure": 5, "indent": 5}',
    '{"text": "国", "justify": 1}',
    '{"text": "国", "vertical": "yes"}',
    '{"text": "国"',
  ];

  test('is named whatever is wrong with it', async () => {
    const answered = await answers(bad);
    expect(answered).toHaveLength(bad.length);
    for (const [index, answer] of answered.entries()) expect(answer, bad[index]).toEqual(ERROR);
  });
  test('is named in the language of the machine', async () => {
    const [chinese] = (await answers(['x'])) as { error: string }[];
    const [english] = (await answers(['x'], { LANG: 'en_GB.UTF-8' })) as { error: string }[];
    expect(chinese?.error).toMatch(/JSON 对象/);
    expect(english?.error).toMatch(/not a JSON object/);
  });

  test('may be too long', async () => {
    expect(await answers([{ text: '国'.repeat(100_001) }])).toEqual([ERROR]);
  });
});

describe('nasty texts', () => {
  const texts = [
    '',
    ' ',
    '　　\t \u00a0',
    '，',
    '“',
    '——',
    '\ud800',
    '\u0301',
    '\u200d\ufe0f',
    '国\u0000国',
    '\r\n\r\n',
    '👨‍👩‍👧‍👦🇨🇳🇨',
    '葛\u{e0100}葛\u{e0101}',
    'Z\u0301\u0302\u0303'.repeat(20),
    'שלום العربية',
  ];
  const measures = [0.3, 1, 2, 7.5];

  test('are covered by their lines at every measure', async () => {
    const requests = texts.flatMap((text) =>
      measures.map((measure) => ({ text, metrics: 'stub', measure })),
    );
    const answered = (await answers(requests)) as { lines: { start: number; end: number }[] }[];
    for (const [index, { lines }] of answered.entries()) {
      const { text = '', measure } = requests[index] ?? {};
      const ends = lines.map((line) => line.end);
      const name = `${JSON.stringify(text)} at ${measure} em`;
      expect(
        lines.map((line) => line.start),
        name,
      ).toEqual([0, ...ends].slice(0, lines.length));
      expect(ends.at(-1) ?? 0, name).toBe(text.length);
    }
  });

  test('a hundred thousand characters are broken in seconds', async () => {
    const text = '湘潭经开区，在党史学习教育中组织广大党员。'.repeat(4500);
    const [answer] = (await answers([{ text, measure: 12 }])) as { lines: unknown[] }[];
    expect(answer?.lines.length).toBeGreaterThan(7000);
  });
});

describe('the stream', () => {
  test('answers a request before the next one comes', async () => {
    const child = startBanxin(['probe']);
    const answer = () =>
      new Promise<string>((resolve) => {
        child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8')));
      });
    for (const text of ['国', '国国', '国国国']) {
      const answered = answer();
      child.stdin.write(`${JSON.stringify({ text })}\n`);
      expect(JSON.parse(await answered)).toMatchObject({ lines: [{ width: text.length }] });
    }
    child.stdin.end();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });

  test('puts characters together that arrive in two pieces', async () => {
    const child = startBanxin(['probe']);
    const bytes = Buffer.from('{"text":"潭潭"}\r\n', 'utf8');
    const out = new Promise<string>((resolve) => {
      child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8')));
    });
    child.stdin.write(bytes.subarray(0, 10));
    await new Promise((resolve) => setTimeout(resolve, 30));
    child.stdin.end(bytes.subarray(10));
    expect(JSON.parse(await out)).toMatchObject({ lines: [{ end: 2, width: 2 }] });
  });

  test('answers a last line without its end', async () => {
    const run = await runBanxin(['probe'], '{"text":"国"}\n{"text":"国国"}');
    expect(run.out.trim().split('\n')).toHaveLength(2);
  });

  test('ends quietly when nothing comes, and when the reader goes away', async () => {
    expect(await runBanxin(['probe'])).toEqual({ exit: 0, out: '', complaint: '' });
    const child = startBanxin(['probe']);
    const complaints: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(`${JSON.stringify({ text: '国'.repeat(2000) })}\n`.repeat(500));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expect(Buffer.concat(complaints).toString()).toBe('');
  });
});
