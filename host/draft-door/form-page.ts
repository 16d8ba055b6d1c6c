import type { FormFault } from './check-form.ts';
import { DOOR_LIMITS, type DoorField, type DoorForm, PICTURE_ROWS } from './door-form.ts';
import { doorPage, type PageHead } from './door-page.ts';
import { doorWords } from './door-words.ts';
import { html, type Markup } from './markup.ts';

/** What the form is shown with. */
export interface FormPage extends PageHead {
  readonly form: DoorForm;
  readonly faults: readonly FormFault[];
  /** True where the door stands open to the network and asks for an invitation. */
  readonly asksForCode: boolean;
}

/** Rows for pictures that are seen at once; more are unfolded. */
const ROWS_SEEN = 2;

/** The form, empty or as it was filled in, with what is wrong at its fields. */
export function formPage(page: FormPage): string {
  const { faults, asksForCode } = page;
  return doorPage({
    ...page,
    heading: '投稿',
    body: html`
<p class="lede">稿件直接进编辑部的收稿箱，发出后得一个回执号，凭它查是否采用。</p>
${faultList(faults)}
<form method="post" action="/drafts" enctype="multipart/form-data" novalidate>
<input type="hidden" name="token" value="${page.form.words.token}">
<fieldset><legend>投稿人</legend>
${asksForCode && line(page, CODE)}
<div class="pair">${line(page, NAME)}${line(page, PHONE)}</div>
${!asksForCode && line(page, UNIT)}
</fieldset>
<fieldset><legend>稿件</legend>
${line(page, HEADLINE)}
${story(page)}
${fileField(page, { name: 'file', label: '或附上文件', hint: FILE_HINT, accept: FILES })}
</fieldset>
${pictureRows(page)}
${declaration(page)}
<button type="submit">发给编辑部</button>
</form>`,
  });
}

const FILE_HINT =
  `Word、WPS（.docx、.doc）、纯文本、网页、邮件（.eml）或 zip，` +
  `不超过 ${DOOR_LIMITS.fileBytes / 1024 / 1024} MB。`;
const FILES = '.docx,.doc,.wps,.txt,.md,.html,.htm,.eml,.zip';
const PICTURES = 'image/jpeg,image/png,image/tiff,image/heic,image/webp';

/** A field of one line. */
interface LineField {
  readonly name: DoorField;
  readonly label: string;
  readonly hint?: string;
  readonly autocomplete?: string;
  readonly type?: 'text' | 'tel';
  readonly className?: string;
}

const CODE: LineField = {
  name: 'code',
  label: '邀请码',
  hint: '编辑部给贵单位的 8 位码。',
  className: 'code',
};
const NAME: LineField = { name: 'name', label: '姓名', autocomplete: 'name' };
const PHONE: LineField = { name: 'phone', label: '电话', autocomplete: 'tel', type: 'tel' };
const UNIT: LineField = { name: 'unit', label: '单位', autocomplete: 'organization' };
const HEADLINE: LineField = { name: 'headline', label: '标题' };

function line({ form, faults }: FormPage, field: LineField): Markup {
  const { name, label, hint, autocomplete = 'off', type = 'text', className = '' } = field;
  const found = faultsAt(faults, name);
  return html`<div class="${found.length > 0 ? 'field bad' : 'field'}">
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" class="${className}"
 value="${form.words[name]}" autocomplete="${autocomplete}" maxlength="${DOOR_LIMITS.fieldCharacters}"
 ${described(name, found, hint !== undefined)}>
${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
${faultLines(name, found)}</div>`;
}

function story({ form, faults }: FormPage): Markup {
  const found = faultsAt(faults, 'text');
  return html`<div class="${found.length > 0 ? 'field bad' : 'field'}">
<label for="text">正文</label>
<textarea id="text" name="text" rows="8" ${described('text', found, true)}>
${form.words.text}</textarea>
<p class="hint" id="text-hint">直接写或粘贴都行，格式不用管；通讯员姓名写在文首或文末。</p>
${faultLines('text', found)}</div>`;
}

interface FileField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly accept: string;
}

/** A browser never fills in a file again: who has to correct the form is told to choose anew. */
function fileField({ faults }: FormPage, { name, label, hint, accept }: FileField): Markup {
  const found = faultsAt(faults, name);
  return html`<div class="${found.length > 0 ? 'field bad' : 'field'}">
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="file" accept="${accept}"
 ${described(name, found, hint !== undefined)}>
${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
${faultLines(name, found)}</div>`;
}

function pictureRows(page: FormPage): Markup {
  const isUsed = (row: number) => {
    const { caption = '', photographer = '' } = page.form.pictures[row - 1] ?? {};
    const isFaulty = page.faults.some(({ field }) =>
      ROW_FIELDS.includes(field.replace(`${row}`, '')),
    );
    return caption !== '' || photographer !== '' || isFaulty;
  };
  const more = PICTURE_ROWS.slice(ROWS_SEEN);
  return html`<fieldset><legend>图片</legend>
<p class="hint">原图最好，不要经微信压缩。每张写明图上是什么、谁拍的。</p>
${PICTURE_ROWS.slice(0, ROWS_SEEN).map((row) => pictureRow(page, row))}
<details ${more.some(isUsed) && html`open`}><summary>再添图片</summary>
${more.map((row) => pictureRow(page, row))}</details>
</fieldset>`;
}

const ROW_FIELDS = ['picture', 'caption', 'photographer'];

function pictureRow(page: FormPage, row: number): Markup {
  const picture = page.form.pictures[row - 1];
  return html`<div class="picture">
${fileField(page, { name: `picture${row}`, label: `图 ${row}`, accept: PICTURES })}
<div class="pair">
${words(page, `caption${row}`, `图 ${row} 说明`, picture?.caption ?? '')}
${words(page, `photographer${row}`, `图 ${row} 摄影者`, picture?.photographer ?? '')}
</div></div>`;
}

function words({ faults }: FormPage, name: string, label: string, value: string): Markup {
  const found = faultsAt(faults, name);
  return html`<div class="${found.length > 0 ? 'field bad' : 'field'}">
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="text" value="${value}" autocomplete="off"
 maxlength="${DOOR_LIMITS.fieldCharacters}" ${described(name, found, false)}>
${faultLines(name, found)}</div>`;
}

function declaration(page: FormPage): Markup {
  const { form, faults } = page;
  const found = faultsAt(faults, 'elsewhere');
  const choice = (value: string, label: string) => html`<label class="choice">
<input type="radio" name="elsewhere" value="${value}" ${
    value === 'only' && html`id="elsewhere" ${described('elsewhere', found, false)}`
  } ${form.words.elsewhere === value && html`checked`}>${label}</label>`;
  return html`<fieldset><legend>是否另投别处</legend>
${choice('only', '只投本报，没有投给别的报刊和网站')}
${choice('elsewhere', '也投了别处')}
${faultLines('elsewhere', found)}
${line(page, { name: 'papers', label: '投了哪里', hint: '另投别处时填写。' })}
</fieldset>`;
}

function faultsAt(faults: readonly FormFault[], field: string): readonly FormFault[] {
  return faults.filter((fault) => fault.field === field);
}

/** Ties a field to its hint and its faults, for those who hear the page. */
function described(name: string, found: readonly FormFault[], hasHint: boolean): Markup {
  const ids = [
    ...(hasHint ? [`${name}-hint`] : []),
    ...(found.length > 0 ? [`${name}-fault`] : []),
  ].join(' ');
  return html`${ids !== '' && html`aria-describedby="${ids}"`}${
    found.length > 0 && html` aria-invalid="true"`
  }`;
}

function faultLines(name: string, found: readonly FormFault[]): Markup {
  return html`${
    found.length > 0 &&
    html`<p class="fault" id="${name}-fault">${found.map(sentence).join('')}</p>`
  }`;
}

/** All that is wrong, on top, each leading to its field. */
function faultList(faults: readonly FormFault[]): Markup {
  const [first] = faults;
  if (first === undefined) return html``;
  const chosen = '文件和图片要请您再选一次，浏览器不会替您记住。';
  return html`<div class="faults" role="alert" tabindex="-1">
<h2>还没有发出，请改 ${faults.length} 处</h2><ul>${faults.map(
    (fault) =>
      html`<li>${
        fault.field === 'form'
          ? sentence(fault)
          : html`<a href="#${fault.field}">${labelOf(fault.field)}：${sentence(fault)}</a>`
      }</li>`,
  )}</ul><p class="hint">${chosen}</p></div>`;
}

const LABELS: Readonly<Record<string, string>> = {
  code: '邀请码',
  name: '姓名',
  unit: '单位',
  phone: '电话',
  headline: '标题',
  text: '正文',
  file: '文件',
  elsewhere: '是否另投别处',
  papers: '投了哪里',
};

function labelOf(field: string): string {
  const [, kind = '', row = ''] = /^(picture|caption|photographer)(\d+)$/u.exec(field) ?? [];
  const part = kind === 'picture' ? '' : kind === 'caption' ? '说明' : '摄影者';
  return LABELS[field] ?? `图 ${row}${part === '' ? '' : ` ${part}`}`;
}

function sentence({ code, values }: FormFault): string {
  return doorWords(code, values);
}
