import type { DoorLimits } from './door-limits.ts';
import { type KeptFile, PICTURE_SLOTS, STORY_SLOT } from './kept-files.ts';
import type { SentForm } from './receive-form.ts';

/** What is wrong with a field, by the name of the field, in words for the correspondent. */
export type FieldTroubles = ReadonlyMap<string, string>;

/** Fields of words, each with its name on the page and how long it may be. */
export const WORD_FIELDS = {
  name: { label: '姓名', most: 40 },
  unit: { label: '单位', most: 60 },
  phone: { label: '电话', most: 30 },
  headline: { label: '标题', most: 100 },
} as const;

/** A form that can be taken in. */
export interface WholeForm {
  readonly name: string;
  readonly unit: string;
  readonly phone: string;
  readonly headline: string;
  readonly story: string;
  /** Where else it was sent; empty when nowhere. */
  readonly elsewhere: string;
  readonly storyFile: KeptFile | undefined;
  readonly pictures: readonly SentPicture[];
}

/** A picture with its words. */
export interface SentPicture {
  readonly file: KeptFile;
  readonly suffix: string;
  readonly caption: string;
  readonly credit: string;
}

/** What the form is checked against. */
export interface FormRules {
  readonly limits: DoorLimits;
  /** The unit of the invitation; undefined at a door that asks for none. */
  readonly unit: string | undefined;
}

/** A word of a form, without blanks around it and signs that nobody sees. */
export function wordIn(fields: ReadonlyMap<string, string>, name: string): string {
  return (fields.get(name) ?? '').replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ').trim();
}

/** Checks a form; all that is wrong is told at once. */
export function checkForm(
  form: SentForm,
  rules: FormRules,
): { readonly troubles: FieldTroubles; readonly whole: WholeForm } {
  const troubles = new Map<string, string>();
  const { fields } = form;
  const whole = {
    name: wordIn(fields, 'name'),
    unit: rules.unit ?? wordIn(fields, 'unit'),
    phone: wordIn(fields, 'phone').normalize('NFKC'),
    headline: wordIn(fields, 'headline'),
    story: (fields.get('story') ?? '').trim(),
    elsewhere: fields.get('elsewhere') === 'yes' ? wordIn(fields, 'elsewhere-where') : '',
  };
  checkWords(whole, troubles);
  const story = storyTrouble(whole.story, form, rules.limits);
  if (story !== undefined) troubles.set(...story);
  const pictures = readPictures(form, troubles, rules.limits);
  const declared = declarationTrouble(fields, whole.elsewhere);
  if (declared !== undefined) troubles.set(...declared);
  const storyFile = form.files.find(({ slot }) => slot === STORY_SLOT);
  return { troubles, whole: { ...whole, storyFile, pictures } };
}

function checkWords(
  words: Readonly<Record<keyof typeof WORD_FIELDS, string>>,
  troubles: Map<string, string>,
): void {
  for (const field of ['name', 'unit', 'phone', 'headline'] as const) {
    const { label, most } = WORD_FIELDS[field];
    const { length } = [...words[field]];
    if (length === 0) troubles.set(field, `请填写${label}。`);
    else if (length > most) troubles.set(field, `${label}最多 ${most} 字，现在有 ${length} 字。`);
  }
  const digits = words.phone.replaceAll(/\D/gu, '').length;
  if (words.phone !== '' && (digits < 7 || /[^\d+\-() ]/u.test(words.phone))) {
    troubles.set('phone', '请填写能找到您的电话号码，手机或带区号的座机。');
  }
}

const STORY_SUFFIXES = /[.](docx|doc|rtf|odt|ods|xlsx|txt|md|html?|eml|zip)$/iu;
const PDF = /^25504446/u;

function storyTrouble(
  story: string,
  { files, tooLarge, hasLostFiles }: SentForm,
  limits: DoorLimits,
): readonly [string, string] | undefined {
  const megabytes = limits.fileBytes / 1024 / 1024;
  if (tooLarge.has(STORY_SLOT)) {
    return ['file', `文件超过 ${megabytes} MB。图片请从文件里取出，在下面单独上传。`];
  }
  const file = files.find(({ slot }) => slot === STORY_SLOT);
  if (file !== undefined) return storyFileTrouble(file);
  const { length } = [...story];
  if (length > limits.storyLetters) {
    return ['story', `正文最多 ${limits.storyLetters} 字，现在有 ${length} 字。请改用文件投稿。`];
  }
  if (length > 0) return undefined;
  return hasLostFiles
    ? ['file', '刚才选的文件没有收下，请重新选择。']
    : ['story', '请填写正文，或选择稿件文件。'];
}

function storyFileTrouble({ name, start, bytes }: KeptFile): readonly [string, string] | undefined {
  if (PDF.test(start) || /[.]pdf$/iu.test(name)) {
    return ['file', '不收 PDF：里面的文字取不全。请发 Word 原稿，或把正文粘贴到上面。'];
  }
  if (!STORY_SUFFIXES.test(name)) {
    return ['file', '不认识这种文件。请另存为 docx 或 txt；多个文件请打包成 zip。'];
  }
  return bytes === 0 ? ['file', '这个文件是空的，请重新选择。'] : undefined;
}

/** How pictures begin, and the suffix each gets. */
const PICTURE_STARTS: readonly (readonly [RegExp, string])[] = [
  [/^ffd8ff/u, 'jpg'],
  [/^89504e470d0a/u, 'png'],
  [/^(49492a00|4d4d002a)/u, 'tif'],
  [/^52494646.{8}57454250/u, 'webp'],
];

function readPictures(
  { fields, files, tooLarge, hasLostFiles }: SentForm,
  troubles: Map<string, string>,
  limits: DoorLimits,
): readonly SentPicture[] {
  const pictures: SentPicture[] = [];
  for (const slot of PICTURE_SLOTS) {
    const file = files.find((one) => one.slot === slot);
    const caption = wordIn(fields, `${slot}-caption`);
    const credit = wordIn(fields, `${slot}-credit`);
    const trouble = pictureTrouble({ file, caption, credit, hasLostFiles });
    if (tooLarge.has(slot)) {
      troubles.set(slot, `这张图片超过 ${limits.pictureBytes / 1024 / 1024} MB，请缩小后再选。`);
    } else if (trouble !== undefined) troubles.set(slot, trouble);
    const suffix = PICTURE_STARTS.find(([start]) => start.test(file?.start ?? ''))?.[1];
    if (file !== undefined && suffix !== undefined) {
      pictures.push({ file, suffix, caption, credit });
    }
  }
  return pictures;
}

interface PictureWords {
  readonly file: KeptFile | undefined;
  readonly caption: string;
  readonly credit: string;
  readonly hasLostFiles: boolean;
}

function pictureTrouble(words: PictureWords): string | undefined {
  const { file, caption, credit, hasLostFiles } = words;
  if (file === undefined) {
    if (caption === '' && credit === '') return undefined;
    return hasLostFiles
      ? '刚才选的图片没有收下，请重新选择。'
      : '有图片说明，但没有选图片。请选择图片，或清空说明。';
  }
  if (!PICTURE_STARTS.some(([start]) => start.test(file.start))) {
    return '这个文件不是 JPG、PNG、TIFF 或 WebP 图片。苹果手机的 HEIC 请先转成 JPG。';
  }
  if ([...caption].length > 200) return '图片说明最多 200 字。';
  if ([...credit].length > 40) return '摄影者最多 40 字。';
  return caption === '' ? '请写明图片说明：何时、何地、何人、何事。' : undefined;
}

function declarationTrouble(
  fields: ReadonlyMap<string, string>,
  elsewhere: string,
): readonly [string, string] | undefined {
  const declared = fields.get('elsewhere');
  if (declared !== 'no' && declared !== 'yes') {
    return ['elsewhere', '请声明这篇稿件是否也投给了别处。'];
  }
  if (declared === 'no') return undefined;
  if (elsewhere === '') return ['elsewhere-where', '请写明投给了哪家报刊、网站或公众号。'];
  return [...elsewhere].length > 100 ? ['elsewhere-where', '最多 100 字。'] : undefined;
}
