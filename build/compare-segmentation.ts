// Compares our words with jieba's, on headlines marked by hand and on phrases of the real page.
// Usage: node build/compare-segmentation.ts
import { readFileSync } from 'node:fs';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { readNewsroomWords } from '#engine/compose/newsroom-words.ts';
import { segmentWords } from '#engine/compose/segment-words.ts';
import type { Lexicon } from '#engine/words/word-lexicon.ts';
import { openLexicon } from '#engine/words/word-lexicon.ts';

/** A way of finding words: the offsets at which words end. */
type Cutter = (text: string) => readonly number[];

/**
 * Headlines with every place marked where a line may end without cutting a word, a name or a
 * number with its measure word: the seed's, and some of the kind that the supplement prints.
 */
const MARKED_HEADLINES = [
  '湘潭|经开区|：|学史力行|，|把|满意|写进|群众|心里',
  '深化|校企|合作|促进|产学研|融合',
  '湘潭|高新区|与|湘潭|技师|学院|签订|战略|合作|框架|协议',
  '湘潭|经开区|：|“|亲商|优商|企业|接待日|”|搭建|服务|企业|连心桥',
  '各|园区|部署|安全|生产|工作',
  '雨湖|高新区|：|认识|再|提升|责任|再|压实',
  '湘潭|经开区|：|全力|确保|园区|社会|大局|和谐|稳定',
  '韶山|高新区|：|全员|动员|加强|督查',
  '湘潭|高新区|：|22家|企业|入选|省|产融|合作|制造业|重点|企业|名单',
  '天易|中学|进入|开学|倒计时',
  '湘乡|经开区|：|推进|“|五好|园区|”|创建|工作',
  '湘潭|经开区|响水乡|：|绿心|地区|民生|饮水|工程|暖|人心',
  '湘潭|经开区|九华|街道|：|学校|社区|共建|共享|探索|基层|治理|新|模式',
  '湘潭|综保区|上半年|进出口|总额|突破|百亿元|大关',
  '韶山|高新区|举行|2021年|第二|季度|重大|项目|集中|开工|仪式',
  '岳塘|经开区|：|以|党建|引领|推动|园区|高质量|发展',
  '为|企业|纾困|解难|为|发展|保驾|护航',
  '一季度|全市|规模|以上|工业|增加值|同比|增长|12.3%',
  '昭山|示范区|举办|首届|文化|创意|产业|博览会',
  '天易|经开区|与|中南|大学|共建|产学研|合作|基地',
  '吉利|汽车|湘潭|基地|第100万辆|整车|下线',
  '我市|9家|企业|上榜|国家级|专精|特新|“|小巨人|”|名单',
  '湘潭|经开区|九华|街道|办事处|组织|志愿者|开展|清洁|家园|行动',
  '总|投资|12.5亿元|的|新能源|项目|落户|岳塘',
  '高新区|全力|打造|先进|制造业|高地',
  '引进|GE|、|ABB|等|企业|共|12家|落户|园区',
];

const PHRASE_COUNT = 200;
const COLD_RUNS = 5;

compareSegmentation();

function compareSegmentation(): void {
  const folder = new URL('../templates/lexicon/', import.meta.url);
  const bytes = new Uint8Array(readFileSync(new URL('words.bin', folder)));
  const list: unknown = JSON.parse(readFileSync(new URL('newsroom.json', folder), 'utf8'));
  const { words } = readNewsroomWords(list);
  const lexicon = openLexicon(bytes, words);
  const bare = openLexicon(bytes, []);
  const start = performance.now();
  const jieba = Jieba.withDict(dict);
  const loadMs = performance.now() - start;
  const cutters: readonly (readonly [string, Cutter])[] = [
    ['ours', (text) => segmentWords(text, lexicon)],
    ['ours without newsroom.json', (text) => segmentWords(text, bare)],
    ['jieba', (text) => jiebaEnds(jieba, text, false)],
    ['jieba with HMM', (text) => jiebaEnds(jieba, text, true)],
  ];
  print('Cuts inside a word of the marked headlines');
  for (const [name, cutter] of cutters) printFaults(name, cutter);
  print('\nPlaces between two characters judged alike, phrases of the real page');
  const phrases = seedPhrases();
  for (const [name, cutter] of cutters.slice(2)) {
    printAgreement(phrases, { name, ours: (text) => segmentWords(text, lexicon), theirs: cutter });
  }
  print(`\nopening: ours ${openingMs(bytes, words).toFixed(2)} ms, jieba ${loadMs.toFixed(0)} ms`);
  printSpeed(lexicon, phrases);
}

function jiebaEnds(jieba: Jieba, text: string, guess: boolean): readonly number[] {
  let end = 0;
  return jieba.cut(text, guess).map((word) => {
    end += word.length;
    return end;
  });
}

function printFaults(name: string, cutter: Cutter): void {
  const faults: string[] = [];
  let cuts = 0;
  for (const marked of MARKED_HEADLINES) {
    const parts = marked.split('|');
    const text = parts.join('');
    const allowed = new Set<number>();
    let end = 0;
    for (const part of parts) {
      end += part.length;
      allowed.add(end);
    }
    for (const cut of cutter(text).filter((offset) => offset < text.length)) {
      cuts += 1;
      if (!allowed.has(cut)) faults.push(`${text.slice(cut - 2, cut)}|${text.slice(cut, cut + 2)}`);
    }
  }
  print(`${name}: ${faults.length} of ${cuts}  ${faults.join(' ')}`);
}

interface Comparison {
  readonly name: string;
  readonly ours: Cutter;
  readonly theirs: Cutter;
}

function printAgreement(phrases: readonly string[], { name, ours, theirs }: Comparison): void {
  let places = 0;
  const onlyOurs: string[] = [];
  const onlyTheirs: string[] = [];
  for (const text of phrases) {
    const our = new Set(ours(text));
    const their = new Set(theirs(text));
    for (let offset = 1; offset < text.length; offset += 1) {
      places += 1;
      if (our.has(offset) === their.has(offset)) continue;
      const before = text.slice(Math.max(0, offset - 3), offset);
      const around = `${before}|${text.slice(offset, offset + 3)}`;
      (our.has(offset) ? onlyOurs : onlyTheirs).push(around);
    }
  }
  const alike = places - onlyOurs.length - onlyTheirs.length;
  print(`${name}: ${alike} of ${places} (${((100 * alike) / places).toFixed(1)} %)`);
  print(`  cut by us alone ${onlyOurs.length}: ${onlyOurs.join('  ')}`);
  print(`  cut by jieba alone ${onlyTheirs.length}: ${onlyTheirs.join('  ')}`);
}

/** Clauses of the page's stories, taken at even distances. */
function seedPhrases(): readonly string[] {
  const path = new URL('../tests/fixtures/park-supplement-page.txt', import.meta.url);
  const clauses = readFileSync(path, 'utf8')
    .split(/[\s，。；：？！、“”()（）<>]+/u)
    .filter((clause) => /^[\p{Script=Han}0-9.]{6,24}$/u.test(clause));
  const step = clauses.length / PHRASE_COUNT;
  return Array.from({ length: PHRASE_COUNT }, (_, at) => clauses[Math.floor(at * step)] ?? '');
}

/** Median of opening the bytes and finding the first words. */
function openingMs(bytes: Uint8Array, words: Parameters<typeof openLexicon>[1]): number {
  const runs = Array.from({ length: COLD_RUNS }, () => {
    const start = performance.now();
    segmentWords('湘潭经开区', openLexicon(bytes, words));
    return performance.now() - start;
  });
  return runs.sort((a, b) => a - b)[Math.floor(COLD_RUNS / 2)] ?? 0;
}

function printSpeed(lexicon: Lexicon, phrases: readonly string[]): void {
  const start = performance.now();
  for (const text of phrases) segmentWords(text, lexicon);
  const perPhrase = ((performance.now() - start) * 1000) / phrases.length;
  print(`${perPhrase.toFixed(0)} µs a phrase`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
