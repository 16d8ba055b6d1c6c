import type { DraftMark, DraftState } from '#engine/intake/inbox-draft.ts';
import { doorPage, type PageHead } from './door-page.ts';
import { html, type Markup } from './markup.ts';

/** The page that a sender keeps: the receipt number, and what happens now. */
export function receiptPage(head: PageHead, receipt: string): string {
  return doorPage({
    ...head,
    heading: '已收到',
    body: html`<div class="sheet">
<p>稿件已存进编辑部的收稿箱。回执号：</p>
<p class="number">${receipt}</p>
<p class="hint">请记下或截屏。凭回执号和电话的后四位，可以查稿件是否采用；要更正或补充，请另发一稿并说明。</p>
</div>`,
  });
}

/** Where a draft stands; nothing of what it says. */
export interface DraftStanding {
  readonly receipt: string;
  /** ISO date and time. */
  readonly receivedAt: string;
  readonly history: readonly DraftMark[];
  /** Why it could not be read, in words; undefined when it could. */
  readonly unreadable: string | undefined;
}

/** A question that has not been answered, or why it cannot be. */
export interface StatusQuestion {
  readonly receipt: string;
  readonly digits: string;
  readonly trouble: string | undefined;
}

/** Where a sender asks what became of a draft. */
export function statusPage(head: PageHead, question: StatusQuestion): string {
  const { receipt, digits, trouble } = question;
  return doorPage({
    ...head,
    heading: '查询是否采用',
    body: html`${
      trouble !== undefined && html`<div class="faults" role="alert"><h2>${trouble}</h2></div>`
    }
<form method="post" action="/status" class="sheet">
<div class="field"><label for="receipt">回执号</label>
<input id="receipt" name="receipt" type="text" class="code" value="${receipt}" autocomplete="off"
 maxlength="20"></div>
<div class="field"><label for="digits">投稿时所留电话的后四位</label>
<input id="digits" name="digits" type="text" inputmode="numeric" value="${digits}"
 autocomplete="off" maxlength="4"></div>
<div class="field"><button type="submit">查询</button></div>
</form>`,
  });
}

/** What became of a draft. */
export function standingPage(head: PageHead, standing: DraftStanding): string {
  const last = standing.history.at(-1);
  const state = last?.state ?? 'new';
  return doorPage({
    ...head,
    heading: '查询结果',
    body: html`<div class="sheet">
<p class="state ${state}">${STATES[state]}</p>
${state === 'returned' && html`<p>编辑的意见：${last?.reason ?? ''}</p>`}
${
  state === 'new' &&
  standing.unreadable !== undefined &&
  html`<p class="fault">${standing.unreadable}</p>`
}
<dl><dt>回执号</dt><dd>${standing.receipt}</dd>
<dt>收到</dt><dd>${timeWords(standing.receivedAt)}</dd>
${standing.history.map(markLine)}</dl>
</div>`,
  });
}

const STATES: Readonly<Record<DraftState, string>> = {
  new: '已收到，编辑还没有定',
  taken: '已采用',
  returned: '已退回，请修改后再投',
  spiked: '未采用',
};

const STEPS: Readonly<Record<DraftState, string>> = {
  new: '放回',
  taken: '采用',
  returned: '退回',
  spiked: '未用',
};

function markLine({ state, at }: DraftMark): Markup {
  return html`<dt>${STEPS[state]}</dt><dd>${timeWords(at)}</dd>`;
}

/** The newsroom's own time, as the records have it. */
function timeWords(iso: string): string {
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/u.exec(iso) ?? [];
  return year === undefined ? iso : `${year}年${Number(month)}月${Number(day)}日 ${time}`;
}

/** A page that only says why there is nothing else. */
export function refusalPage(head: PageHead, heading: string, said: string): string {
  return doorPage({ ...head, heading, body: html`<div class="sheet"><p>${said}</p></div>` });
}
