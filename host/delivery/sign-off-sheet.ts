import type { WrittenParagraph } from '#engine/page-proof/written-sheets.ts';
import type { DeliveryOverride, OrderedPage } from './delivery-entry.ts';
import { roleWords } from './role-words.ts';

/** A page with the signatures that its sheet shows. */
export interface SignedPage {
  /** Paper, supplement and date. */
  readonly subject: string;
  readonly page: OrderedPage;
  readonly pageName: string;
  /** Version that it replaces; undefined for the first. */
  readonly replaces: number | undefined;
  /** The page's file, and its sha-256. */
  readonly file: string;
  readonly sha256: string;
  /** Who sends it, and when: ISO time. */
  readonly by: string;
  readonly at: string;
  /** Why it goes out unsigned; undefined when it is signed as it is. */
  readonly override: DeliveryOverride | undefined;
}

/** What the sign-off sheet (签样单) of a page says; it is Chinese, for the print shop. */
export function signOffWords(sheet: SignedPage): readonly WrittenParagraph[] {
  const { page, pageName, subject, file, sha256, by, at } = sheet;
  return [
    { rank: 'title', text: '签样单' },
    { rank: 'head', text: `${subject}　${page.number} 版　${pageName}` },
    body(`稿次：${versionWords(sheet)}`),
    body(`文件：${file}`),
    body(`sha-256：${sha256}`),
    { rank: 'head', text: '签样' },
    ...page.signatures.map((one) => {
      return body(`${roleWords(one.role, 'zh')}：${one.by}　${moment(one.at)}`);
    }),
    ...overrideWords(sheet),
    { rank: 'head', text: '传版' },
    body(`传版人：${by}　${moment(at)}`),
  ];
}

/** The same as plain text, readable in any editor. */
export function signOffText(sheet: SignedPage): string {
  const lines = signOffWords(sheet).map(({ rank, text }) => {
    return rank === 'head' ? `\n${text}` : text;
  });
  return `${lines.join('\n')}\n`;
}

function body(text: string): WrittenParagraph {
  return { rank: 'body', text };
}

function versionWords({ page, replaces }: SignedPage): string {
  const own = `第 ${page.version} 稿`;
  return replaces === undefined ? own : `${own}，换版，替换第 ${replaces} 稿`;
}

function overrideWords({ override, page }: SignedPage): readonly WrittenParagraph[] {
  if (override === undefined) {
    return page.signatures.length > 0 ? [] : [body('无')];
  }
  return [body('本版没有按现样签完，破例送出。'), body(`${override.by}：${override.reason}`)];
}

/** 2021-06-18 22:30:05. */
function moment(iso: string): string {
  return iso.replace('T', ' ').slice(0, 19);
}
