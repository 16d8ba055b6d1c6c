import type { Language } from './language.ts';
import type { SentenceValues } from './sentences.ts';
import { sentence } from './sentences.ts';

/** The three streams of the command line, with sentences in the reader's language. */
export interface Terminal {
  readonly language: Language;
  readonly input: NodeJS.ReadStream;
  /** Writes a result; waits while the reader is slower than we are. */
  print(text: string): Promise<void>;
  /** Says a sentence beside the result, such as progress and findings. */
  say(code: string, values: SentenceValues): void;
  /** Says what went wrong, with the name of the program in front. */
  complain(code: string, values: SentenceValues): void;
  /** Writes a line beside the result as it is. */
  note(line: string): void;
}

/** The streams of a process. A reader that goes away ends the process quietly, as a pipe should. */
export function openTerminal(language: Language, streams: NodeJS.Process): Terminal {
  const { stdin, stdout, stderr } = streams;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (trouble: NodeJS.ErrnoException) => {
      streams.exit(trouble.code === 'EPIPE' ? 0 : 6);
    });
  }
  const note = (line: string) => {
    stderr.write(`${line}\n`);
  };
  return {
    language,
    input: stdin,
    print(text) {
      if (stdout.write(text)) return Promise.resolve();
      return new Promise((resolve) => {
        stdout.once('drain', resolve);
      });
    },
    say: (code, values) => note(sentence(language, code, values)),
    complain: (code, values) => note(`banxin: ${sentence(language, code, values)}`),
    note,
  };
}
