import type { DraftSender } from '#engine/intake/inbox-draft.ts';
import { phoneFormat } from '#engine/model/phone-number.ts';
import { DraftTrouble } from '#host/intake/draft-trouble.ts';
import { formatOf } from '#host/intake/format-of.ts';
import { DOOR_LIMITS, type DoorFile, type DoorForm, type DoorPicture } from './door-form.ts';

/** What is wrong with a form: the field it is at, and the code of the sentence with its values. */
export interface FormFault {
  /** Name of the field in the form; `form` for what concerns all of it. */
  readonly field: string;
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A form in which everything is there. */
export interface CheckedForm {
  readonly sender: DraftSender;
  readonly headline: string;
  readonly text: string;
  readonly file: DoorFile | undefined;
  readonly pictures: readonly CheckedPicture[];
}

/** A picture that is one, with its words. */
export interface CheckedPicture extends DoorPicture {
  readonly file: DoorFile;
}

/** The form checked, or all that is wrong with it, in the order of its fields. */
export type FormCheck =
  | { readonly ok: true; readonly checked: CheckedForm }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

/**
 * Checks a form. `unit` is the unit that its invitation was made out to; undefined where none is
 * asked for. Being untidy is no fault: only what the newsroom could not do without is asked for.
 */
export function checkForm(form: DoorForm, unit: string | undefined): FormCheck {
  const { words, file } = form;
  const phone = diallable(words.phone);
  const faults = [
    ...needed('name', words.name),
    ...(unit === undefined ? needed('unit', words.unit) : []),
    ...(phone === undefined
      ? [fault('phone', words.phone === '' ? 'door-empty' : 'door-phone')]
      : []),
    ...needed('headline', words.headline),
    ...textFaults(form),
    ...fileFaults(file),
    ...form.pictures.flatMap(pictureFaults),
    ...declarationFaults(form),
  ];
  if (faults.length > 0 || phone === undefined) return { ok: false, faults };
  const pictures = form.pictures.flatMap((picture) =>
    picture.file === undefined ? [] : [{ ...picture, file: picture.file }],
  );
  const elsewhere = words.elsewhere === 'elsewhere' ? words.papers : '';
  const sender = { name: words.name, unit: unit ?? words.unit, phone, elsewhere };
  const { headline, text } = words;
  return { ok: true, checked: { sender, headline, text, file, pictures } };
}

function fault(field: string, code: string, values: FormFault['values'] = {}): FormFault {
  return { field, code, values };
}

function needed(field: string, words: string): readonly FormFault[] {
  if (words === '') return [fault(field, 'door-empty')];
  const most = DOOR_LIMITS.fieldCharacters;
  return words.length > most ? [fault(field, 'door-long', { most })] : [];
}

/** The number without what people write around it; undefined when it cannot be dialled. */
function diallable(typed: string): string | undefined {
  const bare = typed
    .normalize('NFKC')
    .replaceAll(/[\s.·]/gu, '')
    .replaceAll(/[–—−_]/gu, '-')
    .replace(/^(\+|00)86-?/u, '');
  const number = /^1\d{2}-\d{4}-\d{4}$/u.test(bare) ? bare.replaceAll('-', '') : bare;
  return phoneFormat(number) === undefined ? undefined : number;
}

function textFaults({ words, file, pictures }: DoorForm): readonly FormFault[] {
  const most = DOOR_LIMITS.textCharacters;
  if (words.text.length > most) return [fault('text', 'door-text-long', { most })];
  const holdsAny =
    words.text !== '' || file !== undefined || pictures.some((picture) => picture.file);
  return holdsAny ? [] : [fault('text', 'door-nothing')];
}

function fileFaults(file: DoorFile | undefined): readonly FormFault[] {
  if (file === undefined) return [];
  const megabytes = megabytesOf(DOOR_LIMITS.fileBytes);
  if (file.bytes.length > DOOR_LIMITS.fileBytes) {
    return [fault('file', 'door-file-large', { megabytes })];
  }
  const found = kindOf(file);
  if (found.kind === 'empty') return [fault('file', 'draft-empty', { name: file.name })];
  if (found.kind !== 'refused') return [];
  return [fault('file', found.code, { name: file.name, ...found.values })];
}

function pictureFaults(
  { file, caption, photographer }: DoorPicture,
  at: number,
): readonly FormFault[] {
  const row = at + 1;
  if (file === undefined) {
    const hasWords = caption !== '' || photographer !== '';
    return hasWords ? [fault(`picture${row}`, 'door-picture-missing')] : [];
  }
  const megabytes = megabytesOf(DOOR_LIMITS.pictureBytes);
  if (file.bytes.length > DOOR_LIMITS.pictureBytes) {
    return [fault(`picture${row}`, 'door-picture-large', { megabytes })];
  }
  if (kindOf(file).kind !== 'picture') return [fault(`picture${row}`, 'door-picture-kind')];
  return [...needed(`caption${row}`, caption), ...needed(`photographer${row}`, photographer)];
}

function declarationFaults({ words }: DoorForm): readonly FormFault[] {
  if (words.elsewhere === 'only') return [];
  if (words.elsewhere !== 'elsewhere') return [fault('elsewhere', 'door-declare')];
  return needed('papers', words.papers);
}

interface FoundKind {
  readonly kind: string;
  readonly code: string;
  readonly values: FormFault['values'];
}

function kindOf({ name, bytes }: DoorFile): FoundKind {
  try {
    const format = formatOf(name, bytes);
    const code = format.kind === 'refused' ? format.code : '';
    return { kind: format.kind, code, values: {} };
  } catch (trouble) {
    if (!(trouble instanceof DraftTrouble)) throw trouble;
    return { kind: 'refused', ...trouble.failure };
  }
}

function megabytesOf(bytes: number): number {
  return bytes / 1024 / 1024;
}
