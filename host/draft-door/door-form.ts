import { z } from 'zod';

/** Most of each that a sending may hold; forms and refusals say the same figures. */
export const DOOR_LIMITS = {
  /** Characters of a story that is typed in; a page of the supplement has some 5,000. */
  textCharacters: 50_000,
  /** Characters of any other field. */
  fieldCharacters: 400,
  fileBytes: 20 * 1024 * 1024,
  pictureBytes: 20 * 1024 * 1024,
  pictures: 8,
  /** Everything together, on its way. */
  sendingBytes: 64 * 1024 * 1024,
} as const;

/** A file that was sent along. */
export interface DoorFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A picture with its words. */
export interface DoorPicture {
  readonly file: DoorFile | undefined;
  readonly caption: string;
  readonly photographer: string;
}

/** The fields of the form that hold words. */
export const DOOR_FIELDS = [
  'code',
  'name',
  'unit',
  'phone',
  'headline',
  'text',
  'elsewhere',
  'papers',
  'token',
] as const;
/** The name of one. */
export type DoorField = (typeof DOOR_FIELDS)[number];

/** What somebody has filled in and sent; nothing of it is checked yet. */
export interface DoorForm {
  readonly words: Readonly<Record<DoorField, string>>;
  readonly file: DoorFile | undefined;
  /** One for each row of the form, filled in or not. */
  readonly pictures: readonly DoorPicture[];
}

/** The rows for pictures, counted from 1. */
export const PICTURE_ROWS = Array.from({ length: DOOR_LIMITS.pictures }, (_, row) => row + 1);

const NO_WORDS = Object.fromEntries(DOOR_FIELDS.map((field) => [field, '']));

/** A form that nobody has filled in yet; the token names this one sending. */
export function emptyForm(token: string): DoorForm {
  const words = { ...NO_WORDS, token } as DoorForm['words'];
  const row = { file: undefined, caption: '', photographer: '' };
  return { words, file: undefined, pictures: PICTURE_ROWS.map(() => row) };
}

/** Reads the body of a form; undefined when it is none. */
export async function readForm(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<DoorForm | undefined> {
  const answer = new Response(body, { headers: { 'content-type': contentType } });
  const data = await answer.formData().catch(() => undefined);
  if (data === undefined) return undefined;
  const words = DOOR_FIELDS.map((field) => [field, wordsOf(data, field)]);
  const pictures = PICTURE_ROWS.map(async (row) => ({
    file: await fileOf(data, `picture${row}`),
    caption: wordsOf(data, `caption${row}`),
    photographer: wordsOf(data, `photographer${row}`),
  }));
  return {
    words: Object.fromEntries(words) as DoorForm['words'],
    file: await fileOf(data, 'file'),
    pictures: await Promise.all(pictures),
  };
}

const WORDS = z.string().catch('');

function wordsOf(data: FormData, field: string): string {
  const words = WORDS.parse(data.get(field)).replaceAll('\r\n', '\n').trim();
  // A field of one line holds one, whoever made the request.
  return field === 'text' ? words : words.replaceAll(/\s+/gu, ' ');
}

/** Browsers send an empty file without a name for a field that nobody has chosen one for. */
async function fileOf(data: FormData, field: string): Promise<DoorFile | undefined> {
  const file = data.get(field);
  if (!(file instanceof File) || (file.name === '' && file.size === 0)) return undefined;
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
