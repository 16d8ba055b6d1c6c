import { describe, expect, test } from 'vitest';
import { readLanguage } from '#host/cli/language.ts';
import { readOptions } from '#host/cli/read-options.ts';
import { sentence } from '#host/cli/sentences.ts';
import { runBanxin } from './run-banxin.ts';

describe('the command line', () => {
  test('without a command is help, in Chinese', async () => {
    const run = await runBanxin([]);
    expect(run).toMatchObject({ exit: 0, complaint: '' });
    expect(run.out).toContain('退出码');
  });

  test.each([[['help', '--lang', 'en']], [['--lang=en', '--help']], [['-h', '--lang=en']]])(
    'gives help in English for %j',
    async (words) => {
      expect((await runBanxin(words)).out).toContain('Exit codes');
    },
  );

  test('names an unknown command and an unknown option', async () => {
    const command = await runBanxin(['print']);
    expect(command).toMatchObject({ exit: 2, out: '' });
    expect(command.complaint).toContain('print');
    const option = await runBanxin(['probe', '--fast']);
    expect(option).toMatchObject({ exit: 2, out: '' });
    expect(option.complaint).toContain('--fast');
  });

  test('is not taken in by names that every object has', async () => {
    expect(await runBanxin(['constructor'])).toMatchObject({ exit: 2 });
  });
});

describe('the language', () => {
  test('is Chinese unless an option or the machine says English', () => {
    expect(readLanguage([], {}).language).toBe('zh');
    expect(readLanguage([], { LANG: 'C.UTF-8' }).language).toBe('zh');
    expect(readLanguage([], { LANG: 'en_US.UTF-8' }).language).toBe('en');
    expect(readLanguage([], { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }).language).toBe('zh');
    expect(readLanguage(['--lang', 'zh'], { LANG: 'en_US' }).language).toBe('zh');
  });

  test('option is taken out of the words', () => {
    expect(readLanguage(['press', '--lang', 'en', 'A'], {}).rest).toEqual(['press', 'A']);
    expect(readLanguage(['press', '--lang=en', 'A'], {}).rest).toEqual(['press', 'A']);
  });
});

describe('options', () => {
  const forms = { out: 'value', json: 'switch' } as const;

  test('are values and switches, in any order', () => {
    const read = readOptions(['A', '--json', '--out', 'x.pdf'], forms);
    expect(read).toEqual({
      ok: true,
      positionals: ['A'],
      values: { out: 'x.pdf' },
      switches: new Set(['json']),
    });
    expect(readOptions(['--out=x.pdf'], forms)).toMatchObject({ values: { out: 'x.pdf' } });
  });

  test.each([
    [['--nix'], 'unknown-option'],
    [['--out'], 'value-missing'],
    [['--out='], 'value-missing'],
    [['--json=yes'], 'no-value'],
    [['--json', '--json'], 'twice'],
    [['--out', 'a', '--out', 'b'], 'twice'],
  ])('%j is refused: %s', (words, code) => {
    expect(readOptions(words, forms)).toMatchObject({ ok: false, code });
  });
});

test('a code without a sentence is named with its values', () => {
  expect(sentence('zh', 'never-heard-of', { lines: 3 })).toBe('never-heard-of {"lines":3}');
});
