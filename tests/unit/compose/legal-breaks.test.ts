import { describe, expect, test } from 'vitest';
import { breakPenalty } from '#engine/compose/legal-breaks.ts';
import { linesAt, prepared, withBreaks } from './marked-text.ts';

/** Every text is written with `|` where a line may end; nowhere else may it. */
function expectBreaks(marked: string, vertical = false): void {
  expect(withBreaks(marked.replaceAll('|', ''), vertical)).toBe(marked);
}

/** Penalty of the break that `|` stands for. */
function penaltyAt(marked: string): number | undefined {
  const offset = marked.indexOf('|');
  const { breaks, clusters } = prepared(marked.replace('|', ''));
  return breaks.find((place) => clusters[place.at]?.start === offset)?.penalty;
}

const STARTERS_FORBIDDEN = '，。、；：．？！”’）》〉】〕〗］｝」』';
const ENDERS_FORBIDDEN = '“‘（《〈【〔〖［｛「『';

describe('line start and line end', () => {
  test.each([...STARTERS_FORBIDDEN])('keeps %s off the line start', (mark) => {
    expectBreaks(`国${mark}|国`);
  });

  test.each([...ENDERS_FORBIDDEN])('keeps %s off the line end', (mark) => {
    expectBreaks(`国|${mark}国`);
  });

  test('takes 展 along rather than leave 。 alone at the line start', () => {
    expect(linesAt('发展。', 2)).toBe('发/展。');
  });

  test('lets an opening quote start a line but not end one', () => {
    expectBreaks('说：|“我|们');
  });

  test('keeps · and the connectors off the line start', () => {
    expectBreaks('比|尔·|盖|茨');
    expectBreaks('1—|5|月');
    expectBreaks('5～|10|亿|元');
    expectBreaks('10%—|15%');
    expectBreaks('2020–|2021|年');
    expectBreaks('湘|潭－|长|沙');
  });

  test('keeps a slash off both ends', () => {
    expectBreaks('公|里/小|时');
    expectBreaks('公|里／小|时');
    expectBreaks('零|下-5|度');
  });

  test('keeps iteration marks with what they repeat', () => {
    expectBreaks('佐々|木');
  });
});

describe('long marks', () => {
  test('never splits —— or ……, but lets go between two of them', () => {
    expectBreaks('讲|——|“安');
    expectBreaks('一|下……|随');
    expectBreaks('国|——|——|国');
    expectBreaks('国…………|国');
    expectBreaks('国⋯⋯|国');
  });

  test('takes the dashes that some keyboards give for ——', () => {
    expectBreaks('讲|――|安');
    expectBreaks('讲|──|安');
    expectBreaks('讲|⸺|安');
  });

  test('obeys the rules of both sides beside another mark', () => {
    expectBreaks('国|“——|国');
    expectBreaks('国|——，|国');
    expectBreaks('国|——……|国');
    expectBreaks('国，|——|国');
    expectBreaks('国……”|国');
  });

  test('never splits marks that are set as one', () => {
    expectBreaks('国？！|国');
    expectBreaks('国！！！|国');
    expectBreaks('国？！”|国');
    expectBreaks('国⁉|国');
  });
});

describe('quotes and brackets', () => {
  test('breaks between a closing and an opening mark', () => {
    expectBreaks('事”|“我');
    expectBreaks('他|问：|“‘一');
    expectBreaks('国）|（国');
  });

  test('takes the four curly quotes as Chinese marks', () => {
    expectBreaks('规|划、|“三|高');
    expectBreaks('了。”|6|月');
    expectBreaks('称|‘好');
    expectBreaks('好’|的');
  });

  test('breaks inside nested quotes nowhere but between the words', () => {
    expectBreaks('他|说：|“她|说|‘好。’”|完');
  });

  test('lets the new speaker start a line after ？！”', () => {
    expectBreaks('真|的？！”|“真');
  });
});

describe('numbers, units and words', () => {
  test.each([
    '2683.56',
    '7.8%',
    '50‰',
    '38℃',
    '24°C',
    '￥12.6',
    '$12.6',
    '№5',
    '28,614',
    '0731-55556789',
    '(0731)5555',
    '10:30',
    '1/3',
    '±5',
    '−5℃',
    '200㎡',
    '100m²',
    '5G',
    'A4',
    'C919',
    'T+1',
    '３．５％',
    '２０２１',
    'ＡＢＢ',
  ])('never breaks inside %s', (number) => {
    expectBreaks(`国|${number}|国`);
  });

  test('breaks an amount before its measure word only as a makeshift', () => {
    expectBreaks('总|投|资|15|亿|元');
    expect(penaltyAt('总投资15|亿元')).toBeGreaterThan(penaltyAt('总投|资15亿元') ?? 0);
    expect(penaltyAt('第|3')).toBeGreaterThan(0);
    expect(penaltyAt('200|亩')).toBeGreaterThan(0);
    expect(penaltyAt('1—|5月')).toBeGreaterThan(0);
    expect(penaltyAt('通讯员 |王墨')).toBeGreaterThan(0);
  });

  test('breaks thousands set with ， and times set with ： still less gladly', () => {
    expect(penaltyAt('12，|345元')).toBeGreaterThan(penaltyAt('15|亿') ?? 0);
    expect(penaltyAt('10：|30')).toBeGreaterThan(penaltyAt('15|亿') ?? 0);
    expect(penaltyAt('0731 |55556789')).toBeGreaterThan(penaltyAt('15|亿') ?? 0);
  });

  test('starts a line with —— only as a makeshift', () => {
    expect(penaltyAt('讲|——安')).toBeGreaterThan(penaltyAt('讲——|安') ?? 0);
  });

  test('breaks Western words at spaces and typed hyphens alone', () => {
    expectBreaks('GE、|ABB');
    expectBreaks('HIGH-|TECH |ZONE');
    expectBreaks('it’s |the |90’s');
    expectBreaks('it\'s |the |90\'s |"good" |one');
    expectBreaks('COVID-19');
    expectBreaks('https://www.example.com/a_b');
  });

  test('takes ASCII marks after Han as marks of the Chinese sentence', () => {
    expectBreaks('200|亩,|投|资');
    expectBreaks('亩,|2000|万');
    expectBreaks('热|线:|0731-55556789');
    expectBreaks('镇|(村)|创|建');
    expectBreaks('称|"好"|的');
    expectBreaks('好!|真?|对;|是.|完');
  });
});

describe('typed blanks', () => {
  test('stay on the line before and never start one', () => {
    expectBreaks('通|讯|员 |王|墨');
    expectBreaks('国　|国');
    expectBreaks('A\t|B');
    expect(linesAt('国国　国国', 2)).toBe('国国　/国国');
  });

  test('do not free a mark from its character', () => {
    expectBreaks('国 ，|国');
    expectBreaks('国 ,|国');
    expectBreaks('国|“ 国 ”|国');
  });

  test('hold together where the writer typed a no-break space or a word joiner', () => {
    expectBreaks('a\u00a0b');
    expectBreaks('10\u202f000');
    expectBreaks('国\u2060国|国');
  });

  test('may be invisible and still a welcome break', () => {
    expectBreaks('foo\u200b|bar');
    expect(penaltyAt('国\u200b|国')).toBe(0);
  });

  test('let a number with its sign start a line', () => {
    expectBreaks('为 |-5℃');
    expectBreaks('用 |.NET');
  });
});

describe('characters of several code points', () => {
  test.each([
    ['a rare Han character', '𠮷'],
    ['a Han character with its variation', '葛\u{e0100}'],
    ['a letter with a combining accent', 'e\u0301'],
    ['a family of emoji', '👨‍👩‍👧'],
    ['a skin tone', '👋🏻'],
    ['a flag', '🇨🇳'],
    ['a keycap', '1️⃣'],
  ])('never splits %s', (_name, character) => {
    expectBreaks(`国|${character}|国`);
  });

  test('tells two flags apart', () => {
    expectBreaks('🇨🇳|🇫🇷');
  });
});

test('a break needs two neighbours that let it be', () => {
  const han = { kind: 'han', text: '国', spaceBefore: '' } as const;
  const around = { before: undefined, after: undefined };
  expect(breakPenalty(han, han, around)).toBe(0);
  expect(breakPenalty(han, { ...han, kind: 'comma', text: '，' }, around)).toBeUndefined();
});
