/** A sentence of a paragraph, by UTF-16 offsets; the sentences cover the text without a hole. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

const OPENING = '“‘「『（《';
const CLOSING = '”’」』）》';
/** Marks behind which a quoted sentence ends the sentence around it too. */
const QUOTED = '”’」』';
const STOPS = '。！？!?…';

/**
 * The whole sentences of a text. A stop inside quotation marks or brackets ends no sentence, but
 * the mark behind it does when the quotation was a sentence of its own: 他说：“好。”他走了。
 */
export function readSentences(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    if (OPENING.includes(mark)) depth += 1;
    if (CLOSING.includes(mark)) depth = Math.max(0, depth - 1);
    const isQuoted = QUOTED.includes(mark) && STOPS.includes(text[at - 1] ?? '-');
    const endsHere = STOPS.includes(mark) || isQuoted;
    const goesOn = STOPS.includes(text[at + 1] ?? '-') || CLOSING.includes(text[at + 1] ?? '-');
    if (depth > 0 || !endsHere || goesOn) continue;
    sentences.push({ start, end: at + 1 });
    start = at + 1;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}
