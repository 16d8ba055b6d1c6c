import { type FieldTroubles, WORD_FIELDS } from './check-form.ts';
import type { DoorLimits } from './door-limits.ts';
import { type KeptFile, PICTURE_SLOTS, STORY_SLOT } from './kept-files.ts';
import { pageOf, safe, shownSize } from './page-frame.ts';

/** A form to show: empty, or as it came with what is wrong with it. */
export interface ShownForm {
  readonly ticket: string;
  readonly asksForCode: boolean;
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly KeptFile[];
  readonly troubles: FieldTroubles;
  readonly limits: DoorLimits;
}

/** The page with the form (投稿). */
export function formPage(form: ShownForm): string {
  const { troubles, ticket } = form;
  const isWrong = troubles.size > 0;
  const body = `<h1>给园区周刊投稿</h1>
${isWrong ? summary(form) : '<p class="lead">带 <b>*</b> 的必填。发送后会得到收稿号，凭号查稿。</p>'}
<form method="post" action="/send/${safe(ticket)}" enctype="multipart/form-data" novalidate>
${personFields(form)}
${storyFields(form)}
${pictureFields(form)}
${declarationFields(form)}
<div class="send"><button type="submit">发送稿件</button>
<p class="hint">图片多时发送要一两分钟，请不要关闭页面。重复点击只算一次。</p></div>
</form>`;
  return pageOf(isWrong ? '请改正后再发送：投稿' : '投稿', body);
}

/** All that is wrong, each linked to its field. */
function summary({ troubles, files }: ShownForm): string {
  const lines = [...troubles].map(
    ([field, words]) => `<li><a href="#${safe(anchorOf(field))}">${safe(words)}</a></li>`,
  );
  const kept = files.length > 0 ? `选过的 ${files.length} 个文件也已保留。` : '';
  return `<div class="summary" role="alert" tabindex="-1" autofocus>
<h2>还没有发出，请改正 ${troubles.size} 处</h2>
<ul>${lines.join('')}</ul>
<p>填好的内容都在下面，没有丢。${kept}</p></div>`;
}

function anchorOf(field: string): string {
  return field === 'elsewhere' ? 'elsewhere-no' : field;
}

interface FieldLook {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly attributes: string;
  readonly isRequired: boolean;
}

function wordField({ fields, troubles }: ShownForm, look: FieldLook): string {
  const { name, label, hint, attributes, isRequired } = look;
  const value = safe(fields.get(name) ?? '');
  const required = isRequired ? ' required aria-required="true"' : '';
  return `<div class="field${troubles.has(name) ? ' wrong' : ''}">
<label for="${name}">${label}${isRequired ? STAR : ''}</label>
${hintOf(name, hint)}${troubleOf(name, troubles)}
<input id="${name}" name="${name}" value="${value}" ${attributes}${required}${toldBy(
    name,
    hint,
    troubles,
  )}></div>`;
}

const STAR = ' <b aria-hidden="true">*</b>';

function hintOf(name: string, hint: string | undefined): string {
  return hint === undefined ? '' : `<p class="hint" id="${name}-hint">${hint}</p>`;
}

function troubleOf(name: string, troubles: FieldTroubles): string {
  const words = troubles.get(name);
  return words === undefined ? '' : `<p class="trouble" id="${name}-trouble">${safe(words)}</p>`;
}

/** Names for screen readers what a field is told by. */
function toldBy(name: string, hint: string | undefined, troubles: FieldTroubles): string {
  const ids = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(troubles.has(name) ? [`${name}-trouble`] : []),
  ];
  const told = ids.length > 0 ? ` aria-describedby="${ids.join(' ')}"` : '';
  return troubles.has(name) ? `${told} aria-invalid="true"` : told;
}

function personFields(form: ShownForm): string {
  const word = (name: keyof typeof WORD_FIELDS, attributes: string, hint?: string) =>
    wordField(form, {
      name,
      label: WORD_FIELDS[name].label,
      attributes,
      isRequired: true,
      ...(hint === undefined ? {} : { hint }),
    });
  const code = wordField(form, {
    name: 'code',
    label: '邀请码',
    hint: '编辑部发给您单位的 8 位码，单位由它确定。',
    attributes: 'autocomplete="off" autocapitalize="characters" spellcheck="false" class="code"',
    isRequired: true,
  });
  return `<fieldset><legend>您是谁</legend>
${form.asksForCode ? code : ''}
<div class="pair">${word('name', 'autocomplete="name" maxlength="40"')}
${form.asksForCode ? '' : word('unit', 'autocomplete="organization" maxlength="60"')}
${word('phone', PHONE_LOOK, '编辑核稿时联系您；查稿要用后四位。')}</div></fieldset>`;
}

const PHONE_LOOK = 'type="tel" autocomplete="tel" inputmode="tel" maxlength="30"';

function storyFields(form: ShownForm): string {
  const { fields, troubles, files, limits } = form;
  const headline = wordField(form, {
    name: 'headline',
    label: '标题',
    attributes: 'autocomplete="off" maxlength="100"',
    isRequired: true,
  });
  const hint = `docx、doc、rtf、odt、xlsx、txt、md、html、eml，或打包成 zip；不超过 ${
    limits.fileBytes / 1024 / 1024
  } MB。有文件时，正文框可以空着。`;
  return `<fieldset><legend>稿件</legend>
${headline}
<div class="field${troubles.has('story') ? ' wrong' : ''}">
<label for="story">正文</label>${troubleOf('story', troubles)}
<textarea id="story" name="story" rows="10" maxlength="${limits.storyLetters}"${toldBy(
    'story',
    undefined,
    troubles,
  )}>\n${safe(fields.get('story') ?? '')}</textarea></div>
<div class="field${troubles.has('file') ? ' wrong' : ''}">
<label for="file">或稿件文件</label>${hintOf('file', hint)}${troubleOf('file', troubles)}
${keptFile(files, STORY_SLOT)}
<input type="file" id="file" name="file" accept="${SUFFIXES}"${toldBy(
    'file',
    hint,
    troubles,
  )}></div></fieldset>`;
}

const SUFFIXES = '.docx,.doc,.rtf,.odt,.ods,.xlsx,.txt,.md,.html,.htm,.eml,.zip';

function keptFile(files: readonly KeptFile[], slot: string): string {
  const file = files.find((one) => one.slot === slot);
  if (file === undefined) return '';
  return `<p class="kept">已保留：<strong>${safe(file.name)}</strong>（${shownSize(file.bytes)}）
<label><input type="checkbox" name="drop-${slot}" value="yes">不要这个文件</label></p>`;
}

function pictureFields(form: ShownForm): string {
  const rows = PICTURE_SLOTS.map((slot, at) => pictureRow(form, slot, at + 1));
  const megabytes = form.limits.pictureBytes / 1024 / 1024;
  return `<fieldset><legend>图片</legend>
<p class="hint">最多 ${PICTURE_SLOTS.length} 张，每张不超过 ${megabytes} MB，全部不超过 ${
    form.limits.sendingBytes / 1024 / 1024
  } MB。请发原图，每张写明图片说明和摄影者。</p>
${rows.join('\n')}</fieldset>`;
}

function pictureRow({ fields, files, troubles }: ShownForm, slot: string, number: number): string {
  const value = (name: string) => safe(fields.get(`${slot}-${name}`) ?? '');
  const words = (name: string, label: string, most: number) => {
    const id = `${slot}-${name}`;
    const input = `<input id="${id}" name="${id}" value="${value(name)}" maxlength="${most}">`;
    return `<div class="field"><label for="${id}">${label}</label>${input}</div>`;
  };
  const isUsed =
    value('caption') !== '' || value('credit') !== '' || files.some((one) => one.slot === slot);
  const isWrong = troubles.has(slot);
  const look = `${isWrong ? 'picture wrong' : 'picture'}"${isUsed || isWrong ? ' data-used' : ''}`;
  return `<div role="group" aria-label="图片 ${number}" class="${look}>
<label for="${slot}">图片 ${number}</label>${troubleOf(slot, troubles)}${keptFile(files, slot)}
<input type="file" id="${slot}" name="${slot}" ${PICTURE_KINDS}${toldBy(slot, undefined, troubles)}>
<div class="pair words">${words('caption', '图片说明', 200)}${words('credit', '摄影者', 40)}</div></div>`;
}

const PICTURE_KINDS = 'accept="image/jpeg,image/png,image/tiff,image/webp"';

function declarationFields(form: ShownForm): string {
  const { fields, troubles } = form;
  const checked = (value: string) => (fields.get('elsewhere') === value ? ' checked' : '');
  const where = wordField(form, {
    name: 'elsewhere-where',
    label: '还投给了哪里',
    attributes: 'maxlength="100" autocomplete="off"',
    isRequired: false,
  });
  return `<fieldset${troubles.has('elsewhere') ? ' class="wrong"' : ''}${toldBy(
    'elsewhere',
    undefined,
    troubles,
  ).replace(' aria-invalid="true"', '')}><legend>一稿多投声明${STAR}</legend>
${troubleOf('elsewhere', troubles)}
<label class="choice">
<input type="radio" id="elsewhere-no" name="elsewhere" value="no"${checked('no')}>
<span>只投给本刊</span></label>
<label class="choice">
<input type="radio" name="elsewhere" value="yes"${checked('yes')}>
<span>也投给了别处，或已在别处发表</span></label>
${where}</fieldset>`;
}
