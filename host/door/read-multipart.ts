import type { DoorRefusal } from './door-trouble.ts';
import { DoorTrouble } from './door-trouble.ts';

/** The head of one part of a form. */
export interface FormPart {
  readonly name: string;
  /** As the client says; never a path. Undefined for a field that is no file. */
  readonly fileName: string | undefined;
}

/** What comes out of a form while it comes in. */
export type FormNews =
  | { readonly kind: 'part'; readonly part: FormPart }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' };

/** The heads of our own form are 200 bytes and the name of a file. */
const MOST_HEAD_BYTES = 4096;
/** Our own form has fewer than fifty parts. */
const MOST_PARTS = 100;

const LINE_END = Buffer.from('\r\n');
const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * Takes a multipart/form-data body apart as it comes in, piece by piece, holding no more than one
 * head or one boundary. Strict: what no browser writes is refused. Throws DoorTrouble.
 */
export async function* readMultipart(
  chunks: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<FormNews> {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first boundary stands without a line end in front.
  let held: Buffer = LINE_END;
  let state: 'before' | 'behind boundary' | 'head' | 'body' | 'over' = 'before';
  let parts = 0;
  for await (const chunk of chunks) {
    if (state === 'over') continue;
    held = Buffer.concat([held, chunk]);
    for (;;) {
      const step = nextStep(state, held, delimiter);
      if (step === undefined) break;
      held = held.subarray(step.taken);
      if (step.to === 'head') parts += 1;
      if (parts > MOST_PARTS) throw refused('too many parts');
      yield* step.news;
      const isStill: boolean = step.to === state;
      state = step.to;
      if (isStill || state === 'over') break;
    }
  }
  if (state !== 'over') throw refused('cut off');
}

type State = 'before' | 'behind boundary' | 'head' | 'body' | 'over';

interface Step {
  readonly to: State;
  readonly taken: number;
  readonly news: readonly FormNews[];
}

/** One step forward; undefined when more bytes are needed for it. */
function nextStep(state: State, held: Buffer, delimiter: Buffer): Step | undefined {
  switch (state) {
    case 'before':
      return firstBoundary(held, delimiter);
    case 'behind boundary':
      return behindBoundary(held);
    case 'head':
      return partHead(held);
    case 'body':
      return partBody(held, delimiter);
    case 'over':
      return undefined;
  }
}

function firstBoundary(held: Buffer, delimiter: Buffer): Step | undefined {
  const length = Math.min(held.length, delimiter.length);
  if (!held.subarray(0, length).equals(delimiter.subarray(0, length))) throw refused('malformed');
  if (held.length < delimiter.length) return undefined;
  return { to: 'behind boundary', taken: delimiter.length, news: [] };
}

function behindBoundary(held: Buffer): Step | undefined {
  if (held.length < 2) return undefined;
  const sign = held.toString('latin1', 0, 2);
  if (sign === '--') return { to: 'over', taken: 2, news: [] };
  if (sign === '\r\n') return { to: 'head', taken: 2, news: [] };
  throw refused('malformed');
}

function partHead(held: Buffer): Step | undefined {
  const end = held.indexOf(HEAD_END);
  if (end > MOST_HEAD_BYTES || (end < 0 && held.length > MOST_HEAD_BYTES)) {
    throw refused('long head');
  }
  if (end < 0) return undefined;
  const part = readHead(held.toString('utf8', 0, end));
  return { to: 'body', taken: end + HEAD_END.length, news: [{ kind: 'part', part }] };
}

function partBody(held: Buffer, delimiter: Buffer): Step | undefined {
  const end = held.indexOf(delimiter);
  if (end >= 0) {
    const bytes = held.subarray(0, end);
    const news: FormNews[] = end > 0 ? [{ kind: 'bytes', bytes }] : [];
    return {
      to: 'behind boundary',
      taken: end + delimiter.length,
      news: [...news, { kind: 'end' }],
    };
  }
  // The last bytes may be the beginning of a boundary.
  const sure = held.length - delimiter.length + 1;
  if (sure <= 0) return undefined;
  return { to: 'body', taken: sure, news: [{ kind: 'bytes', bytes: held.subarray(0, sure) }] };
}

const DISPOSITION = /^content-disposition: *form-data((?:; *[a-z*]+="[^"\r\n]*")+)$/iu;

function readHead(head: string): FormPart {
  const lines = head.split('\r\n');
  const [own, ...others] = lines.filter((line) => /^content-disposition:/iu.test(line));
  const words = own === undefined ? undefined : DISPOSITION.exec(own)?.[1];
  if (words === undefined || others.length > 0) throw refused('malformed');
  const given = new Map<string, string>();
  for (const [, key = '', value = ''] of words.matchAll(/; *([a-z*]+)="([^"]*)"/giu)) {
    if (given.has(key.toLowerCase())) throw refused('malformed');
    given.set(key.toLowerCase(), unescaped(value));
  }
  const name = given.get('name');
  if (name === undefined || name.length > 100) throw refused('malformed');
  return { name, fileName: given.get('filename') };
}

/** Browsers write three characters in another way, and no others. */
function unescaped(value: string): string {
  return value.replaceAll(/%(22|0d|0a)/giu, (_, code: string) => (code === '22' ? '"' : ' '));
}

function refused(detail: string): DoorTrouble {
  const refusal: DoorRefusal = { kind: 'malformed', detail };
  return new DoorTrouble(refusal);
}

/** The boundary of a form; undefined for a body of another kind. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  const form =
    /^multipart\/form-data; *boundary=(?:"([^"\r\n]{1,70})"|([\w'()+,\-./:=?]{1,70}))$/iu;
  const found = form.exec(contentType ?? '');
  return found?.[1] ?? found?.[2];
}
