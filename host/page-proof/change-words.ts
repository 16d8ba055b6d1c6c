import type { Block, Issue } from '#engine/model/issue.ts';
import type { PageChange } from '#engine/page-proof/compare-pages.ts';

/** Which language the reader has. */
type Language = 'zh' | 'en';

type Pair = readonly [zh: string, en: string];

const PARTS: Readonly<Record<string, Pair>> = {
  kicker: ['引题', 'kicker'],
  headline: ['主题', 'headline'],
  deck: ['副题', 'deck'],
  story: ['正文', 'story'],
  caption: ['图说', 'caption'],
  credit: ['摄影署名', 'photo credit'],
  standingHead: ['栏目题', 'standing head'],
  text: ['文字', 'text'],
  name: ['名称', 'name'],
  latinName: ['外文名', 'Latin name'],
  slogan: ['广告语', 'slogan'],
  label: ['热线名', 'hotline label'],
  number: ['热线号码', 'hotline number'],
};

const BLOCKS: Readonly<Record<Block['kind'], Pair>> = {
  article: ['稿件块', 'article block'],
  group: ['栏目块', 'group'],
  picture: ['图片块', 'picture block'],
  adGrid: ['合作园区', 'partner grid'],
  sectionFlag: ['刊头', 'section flag'],
  folioLine: ['报眉', 'folio line'],
  imprint: ['版权栏', 'imprint'],
  rule: ['栏线', 'rule'],
};

/** A change as a sentence for the list beside the marked page. */
export function changeWords(change: PageChange, issue: Issue, language: Language): string {
  const say = (pair: Pair) => pair[language === 'zh' ? 0 : 1];
  switch (change.kind) {
    case 'text':
      return textWords(change, placeWords(change.text, issue, say), say);
    case 'added block':
      return say(['新加：', 'new: ']) + blockWords(change.block, issue, say);
    case 'removed block':
      return say(['撤下：', 'taken away: ']) + blockWords(change.block, issue, say);
    case 'moved block': {
      const { block, before } = change;
      const way = `${areaWords(before, say)} → ${areaWords(block, say)}`;
      return blockWords(block, issue, say) + say(['：', ': ']) + way;
    }
    case 'set block':
      return blockWords(change.block, issue, say) + say(['：设置有改动', ': set otherwise']);
    case 'picture':
      return blockWords(change.block, issue, say) + say(['：换图或改裁切', ': picture or crop']);
  }
}

type Say = (pair: Pair) => string;

function textWords(
  { removed, inserted }: Extract<PageChange, { kind: 'text' }>,
  place: string,
  say: Say,
): string {
  const quoted = (words: string) => `“${words.replaceAll('\n', '¶')}”`;
  const colon = say(['：', ': ']);
  if (removed === '') return `${place}${colon}${say(['加', 'in '])}${quoted(inserted)}`;
  if (inserted === '') return `${place}${colon}${say(['删', 'out '])}${quoted(removed)}`;
  return `${place}${colon}${quoted(removed)} → ${quoted(inserted)}`;
}

/** Article and part: 学史力行 主题. */
function placeWords(text: string, issue: Issue, say: Say): string {
  const [owner = '', part = '', field = part] = text.split('/');
  const [kind = '', id = ''] = owner.split(':');
  const name = PARTS[field];
  const words = name === undefined ? field : say(name);
  if (kind === 'article') return `${issue.articles[id]?.slugline ?? id} ${words}`;
  if (kind === 'adGrid') {
    const place = Number(/^cell:(\d+)$/u.exec(part)?.[1]);
    const cell = issue.adGrids[id]?.cells[place];
    const partner = cell?.kind === 'partner' ? cell.name : String(place + 1);
    return `${say(BLOCKS.adGrid)} ${partner} ${words}`;
  }
  return words;
}

function blockWords(block: Block, issue: Issue, say: Say): string {
  const kind = say(BLOCKS[block.kind]);
  if (block.kind === 'article') {
    return `${kind}“${issue.articles[block.article]?.slugline ?? block.article}”`;
  }
  return block.kind === 'group' ? `${kind}“${block.standingHead}”` : kind;
}

function areaWords({ area }: Block, say: Say): string {
  const { column, columns, line, lines } = area;
  return say([
    `左${column}字上${line}行 宽${columns}字高${lines}行`,
    `at ${column}, ${line}, ${columns} × ${lines}`,
  ]);
}
