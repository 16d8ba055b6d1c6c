import { StringDecoder } from 'node:string_decoder';
import type { ProbeAnswer } from '#engine/compose/probe-text.ts';
import { probeText } from '#engine/compose/probe-text.ts';
import { STUB_FONTS } from '#engine/fonts/stub-typeface.ts';
import type { FontBook } from '#engine/fonts/typeface.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';
import type { RefusedProbe } from './probe-request.ts';
import { PROBE_GAPS, readProbeRequest, STUB_METRICS } from './probe-request.ts';
import { readOptions } from './read-options.ts';
import { sentence } from './sentences.ts';
import type { Terminal } from './terminal.ts';

/**
 * `banxin probe`, the engine's debugging door: one JSON request a line in, one JSON answer a line
 * out, in order and at once. A bad line is answered with `{"error": …}` and ends nothing.
 */
export async function runProbe(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(words, {});
  if (!options.ok) {
    terminal.complain(options.code, options.values);
    return EXIT.usage;
  }
  const faces = new ProbeFaces();
  for await (const line of readLines(terminal.input)) {
    const answer = await answerLine(line, faces);
    const shown = 'code' in answer ? { error: errorOf(answer, terminal) } : answer;
    await terminal.print(`${JSON.stringify(shown)}\n`);
  }
  return EXIT.done;
}

/** Lines of a stream as they arrive; a last line without its end counts, an empty rest does not. */
async function* readLines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk));
    const [first = '', ...others] = text.split('\n');
    parts.push(first);
    for (const other of others) {
      yield parts.join('');
      parts = [other];
    }
  }
  const rest = parts.join('') + decoder.end();
  if (rest !== '') yield rest;
}

async function answerLine(line: string, faces: ProbeFaces): Promise<ProbeAnswer | RefusedProbe> {
  const read = readProbeRequest(line);
  if ('code' in read) return read;
  try {
    if (read.face === STUB_METRICS) return probeText(read, STUB_FONTS, PROBE_GAPS);
    const fonts = await faces.open(read.face);
    return 'code' in fonts ? fonts : probeText(read, fonts, PROBE_GAPS);
  } catch (trouble) {
    // A fault of ours on one line is no reason to leave the others without an answer.
    return { code: 'our-bug', values: { reason: String(trouble) } };
  }
}

function errorOf(refused: RefusedProbe, terminal: Terminal): string {
  return sentence(terminal.language, refused.code, refused.values);
}

/** Real faces, each opened when a line first asks for it. */
class ProbeFaces {
  private readonly books = new Map<string, FontBook | RefusedProbe>();

  async open(face: string): Promise<FontBook | RefusedProbe> {
    const known = this.books.get(face);
    if (known !== undefined) return known;
    // Loaded late: stub metrics need neither HarfBuzz nor the catalogue.
    const { openFontBook } = await import('#host/fonts/open-font-book.ts');
    const { book, findings } = openFontBook({ faces: [face] });
    const trouble = findings[0];
    const opened = trouble === undefined ? book : { code: trouble.code, values: trouble.values };
    this.books.set(face, opened);
    return opened;
  }
}
