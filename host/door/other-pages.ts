import type { DoorRefusal } from './door-trouble.ts';
import type { Standing } from './draft-standing.ts';
import { pageOf, safe, shownTime } from './page-frame.ts';
import type { Sending } from './sendings-log.ts';

/** The page that answers a draft that lies on the disk: its receipt number, fit to be printed. */
export function receiptPage({ receipt, headline, sender, at }: Sending): string {
  const body = `<div class="receipt">
<h1>稿件已收到</h1>
<p class="label">收稿号</p>
<p class="number">${safe(receipt)}</p>
<dl><dt>标题</dt><dd>${safe(headline)}</dd>
<dt>投稿人</dt><dd>${safe(sender.unit)}　${safe(sender.name)}</dd>
<dt>收到</dt><dd><time datetime="${safe(at)}">${shownTime(at)}</time></dd></dl>
<h2>接下来</h2>
<ol><li>请抄下、截图或打印收稿号。</li>
<li>编辑看稿后会采用、退回或不用；核实时会打您留的电话。</li>
<li>用收稿号和电话后四位，随时可以<a href="/status">查稿</a>。</li></ol>
<p class="again"><a class="button" href="/">再投一篇</a></p></div>`;
  return pageOf(`收稿号 ${receipt}`, body);
}

/** What the status page was asked, and what it found. */
export interface ShownStatus {
  readonly receipt: string;
  readonly trouble: string | undefined;
  readonly found: Standing | undefined;
}

/** The page on which a correspondent sees what became of a draft. Of its text it says nothing. */
export function statusPage({ receipt, trouble, found }: ShownStatus): string {
  const wrong =
    trouble === undefined
      ? ''
      : `<div class="summary" role="alert"><p><a href="#receipt">${safe(trouble)}</a></p></div>`;
  const told = trouble === undefined ? '' : ' aria-invalid="true"';
  const body = `<h1>查稿</h1>${wrong}${found === undefined ? '' : standing(receipt, found)}
<form method="post" action="/status" novalidate><fieldset><legend>${
    found === undefined ? '凭收稿号查' : '再查一篇'
  }</legend>
<div class="pair"><div class="field"><label for="receipt">收稿号${STAR}</label>
<p class="hint" id="receipt-hint">如 K7MQ-42XD</p>
<input id="receipt" name="receipt" class="code" required autocomplete="off" spellcheck="false"
autocapitalize="characters" maxlength="20" value="${safe(receipt)}"
aria-describedby="receipt-hint"${told}></div>
<div class="field"><label for="phone">电话后四位${STAR}</label>
<p class="hint" id="phone-hint">投稿时留的电话</p>
<input id="phone" name="phone" required inputmode="numeric" autocomplete="off" maxlength="4"
aria-describedby="phone-hint"${told}></div></div></fieldset>
<div class="send"><button type="submit">查询</button></div></form>`;
  return pageOf('查稿', body);
}

const STAR = ' <b aria-hidden="true">*</b>';

const STATE_WORDS = {
  new: '已收到',
  taken: '已采用',
  returned: '已退回',
  spiked: '未采用',
} as const;
const STATE_ADVICE = {
  new: '编辑还没有处理，请稍后再查。',
  taken: '编辑已经采用。见报日期和版面以当期报纸为准。',
  returned: '请按下面的原因改好后，重新投稿。',
  spiked: '这一篇没有采用，谢谢您的来稿。',
} as const;

function standing(receipt: string, { state, reason, receivedAt, decidedAt }: Standing): string {
  const decided =
    decidedAt === undefined ? '' : `<dt>${STATE_WORDS[state]}</dt><dd>${shownTime(decidedAt)}</dd>`;
  return `<section class="standing ${state}" aria-label="查询结果">
<p class="label">收稿号 ${safe(receipt)}</p>
<p class="state">${STATE_WORDS[state]}</p>
<p>${STATE_ADVICE[state]}</p>
<dl>${reason === '' ? '' : `<dt>原因</dt><dd>${safe(reason)}</dd>`}
<dt>收到</dt><dd>${shownTime(receivedAt)}</dd>${decided}</dl></section>`;
}

/** How a request is refused: status of HTTP, what is said, and what to do. */
export interface Refusal {
  readonly status: number;
  readonly title: string;
  readonly advice: string;
}

const REFUSALS: Readonly<Record<DoorRefusal['kind'], Refusal>> = {
  malformed: {
    status: 400,
    title: '这次发送不完整',
    advice: '可能是网络断了。请返回上一页再发一次；重复发送只算一次。',
  },
  'not from here': {
    status: 403,
    title: '不能从这里进来',
    advice: '请用编辑部给您的网址，直接打开投稿页。',
  },
  'not found': { status: 404, title: '没有这一页', advice: '请从投稿页重新开始。' },
  'wrong method': { status: 405, title: '不能这样打开这一页', advice: '请从投稿页重新开始。' },
  'too slow': {
    status: 408,
    title: '发送中断了',
    advice: '网络太慢或停了太久。请返回上一页再发一次；图片大时请换到信号好的地方。',
  },
  'too large': {
    status: 413,
    title: '稿件太大',
    advice: '请返回上一页，减少或缩小图片后再发。填好的内容还在那一页上。',
  },
  'wrong kind': { status: 415, title: '收不了这种内容', advice: '请用投稿页上的表单发送。' },
  'too many': {
    status: 429,
    title: '来得太密了',
    advice: '请过十分钟，返回上一页再试。填好的内容还在那一页上。',
  },
  disk: {
    status: 503,
    title: '稿件没有收下',
    advice: '编辑部的电脑暂时存不下。请返回上一页稍后再发，或打电话告诉编辑。',
  },
};

/** What is said about a refusal. */
export function refusalOf(kind: DoorRefusal['kind']): Refusal {
  return REFUSALS[kind];
}

/** The page of a refusal. */
export function refusalPage({ title, advice }: Refusal): string {
  const body = `<h1>${title}</h1><p class="lead">${advice}</p>
<p class="again"><a class="button" href="/">到投稿页</a></p>`;
  return pageOf(title, body);
}
