import type { WrittenParagraph } from '#engine/page-proof/written-sheets.ts';
import type { OrderedFile, OrderedPage, OrderedRemark } from './delivery-entry.ts';
import type { Delivery } from './delivery-log.ts';
import { roleWords, stateWords } from './role-words.ts';

/** Which language the reader has, and how a finding or a trouble is said in it. */
export interface ReceiptReader {
  readonly language: 'zh' | 'en';
  sentence(code: string, values: Readonly<Record<string, string | number>>): string;
}

type Pair = readonly [zh: string, en: string];

/** What the receipt of a delivery (传版回执) says, paragraph by paragraph. */
export function receiptWords(
  delivery: Delivery,
  reader: ReceiptReader,
): readonly WrittenParagraph[] {
  const { order } = delivery;
  const say = (pair: Pair) => pair[reader.language === 'zh' ? 0 : 1];
  const colon = say(['：', ': ']);
  const line = (name: Pair, words: string) => body(`${say(name)}${colon}${words}`);
  const target = order.targetName === order.target ? '' : `${order.targetName}　`;
  return [
    { rank: 'title', text: say(['传版回执', 'Receipt of delivery']) },
    line(['刊期', 'Issue'], order.subject),
    line(['送往', 'To'], `${target}${order.target}`),
    line(['传版人', 'Sent by'], order.by),
    line(['交送', 'Ordered'], moment(order.at)),
    line(['结果', 'Outcome'], outcome(delivery, reader)),
    ...overrideWords(delivery, say),
    ...order.files.flatMap((file) => fileWords(delivery, file, { reader, say })),
    { rank: 'note', text: `${say(['传版单号', 'Order'])} ${order.id}` },
  ];
}

type Say = (pair: Pair) => string;

function body(text: string): WrittenParagraph {
  return { rank: 'body', text };
}

function outcome({ state, doneAt, trouble }: Delivery, reader: ReceiptReader): string {
  const words = [stateWords(state, reader.language)];
  if (doneAt !== undefined) words.push(moment(doneAt));
  if (trouble !== undefined) words.push(reader.sentence(trouble.code, trouble.values));
  return words.join('　');
}

function overrideWords({ order }: Delivery, say: Say): readonly WrittenParagraph[] {
  const { override } = order;
  if (override === undefined) return [];
  return [
    { rank: 'head', text: say(['未签样，破例传版', 'Sent without sign-off']) },
    body(`${say(['版', 'Pages'])} ${override.unsigned.join(say(['、', ', ']))}`),
    body(`${override.by}${say(['：', ': '])}${override.reason}`),
  ];
}

interface Voice {
  readonly reader: ReceiptReader;
  readonly say: Say;
}

function fileWords(
  { sent }: Delivery,
  file: OrderedFile,
  voice: Voice,
): readonly WrittenParagraph[] {
  const { say } = voice;
  const arrival = sent.get(file.name);
  const [begun, arrived, read] = [arrival?.begun, arrival?.arrived, arrival?.at].map(clock);
  const way = say([
    `开始 ${begun}　传完 ${arrived}　读回核对一致 ${read}`,
    `begun ${begun}, arrived ${arrived}, read back whole ${read}`,
  ]);
  return [
    { rank: 'head', text: `${pageName(file, say)}${file.name}` },
    body(`${file.bytes.toLocaleString('en')} ${say(['字节', 'bytes'])}`),
    body(`sha-256 ${file.sha256}`),
    body(arrival === undefined ? say(['尚未送达', 'not there yet']) : way),
    ...(file.page === undefined ? [] : pageWords(file.page, voice)),
  ];
}

function pageName({ page, readyFor }: OrderedFile, say: Say): string {
  if (readyFor !== undefined) return say(['标记文件　', 'Ready-file ']);
  if (page === undefined) return say(['签样单　', 'Sign-off sheet ']);
  const { number, version } = page;
  return say([`${number} 版　第 ${version} 稿　`, `Page ${number}, version ${version}　`]);
}

function pageWords(page: OrderedPage, { reader, say }: Voice): readonly WrittenParagraph[] {
  const colon = say(['：', ': ']);
  const signed = page.signatures.map(
    ({ role, by, at }) => `${roleWords(role, reader.language)} ${by} ${moment(at)}`,
  );
  const none = say(['无', 'none']);
  const remarks = page.remarks.map(({ severity, code, values, waiver }) => {
    const isPassedOver = severity === 'blocks press' && waiver === undefined;
    const passedOver = isPassedOver ? say(['（照送）', ' (passed over)']) : answer(waiver, say);
    return { rank: 'note' as const, text: `· ${reader.sentence(code, values)}${passedOver}` };
  });
  const count = say([
    `印前检查${colon}${page.remarks.length} 个提示`,
    `Preflight: ${page.remarks.length} remarks`,
  ]);
  return [
    body(`${say(['签样', 'Signed by'])}${colon}${signed.join(say(['；', '; '])) || none}`),
    body(count),
    ...remarks,
  ];
}

function answer(waiver: OrderedRemark['waiver'], say: Say): string {
  if (waiver === undefined) return '';
  const { by, reason } = waiver;
  return say([`（${by} 放行：${reason}）`, ` (waived by ${by}: ${reason})`]);
}

/** 2021-06-18 22:30:05. */
function moment(iso: string): string {
  return iso.replace('T', ' ').slice(0, 19);
}

/** 22:30:05. */
function clock(iso: string | undefined): string {
  return iso?.slice(11, 19) ?? '—';
}
