import type { RawPart } from '#engine/intake/raw-matter.ts';
import { type HtmlLooks, PLAIN_LOOKS } from './html-looks.ts';

interface HtmlRun {
  readonly text: string;
  readonly looks: HtmlLooks;
}

/** The lines of a web page as they come about. */
export class HtmlPage {
  /** Addresses of the pictures that were met. */
  readonly pictures = new Set<string>();
  readonly #parts: RawPart[] = [];
  #runs: HtmlRun[] = [];
  #label: string | undefined;

  text(text: string, looks: HtmlLooks): void {
    // A no-break space is a blank that the writer meant; all others of the source are one.
    const shown = looks.keepsBlanks ? text : text.replaceAll(/[ \t\r\n\f]+/gu, ' ');
    if (shown !== '') this.#runs.push({ text: shown, looks });
  }

  label(label: string): void {
    this.#label = label;
  }

  picture(address: string): void {
    if (address === '') return;
    this.breakLine();
    this.pictures.add(address);
    this.#parts.push({ kind: 'picture', picture: address });
  }

  table(rows: readonly (readonly string[])[]): void {
    this.breakLine();
    this.#parts.push({ kind: 'table', rows });
  }

  /** Ends the line; one without words leaves nothing behind. */
  breakLine(): void {
    const text = tidyText(this.#runs);
    const seen = this.#runs.filter((run) => run.text.trim() !== '').map((run) => run.looks);
    this.#runs = [];
    if (text.trim() === '') return;
    const sizes = new Set(seen.map(({ sizePt }) => sizePt));
    const { isCentred, level } = seen[0] ?? PLAIN_LOOKS;
    this.#parts.push({
      kind: 'paragraph',
      text,
      bold: seen.every(({ isBold }) => isBold),
      centred: isCentred,
      sizePt: sizes.size === 1 ? [...sizes][0] : undefined,
      level,
      label: this.#label,
    });
    this.#label = undefined;
  }

  /** All lines of the page. */
  close(): readonly RawPart[] {
    this.breakLine();
    return this.#parts;
  }
}

/** Source blanks at the ends of a line and beside a line break are not shown. */
function tidyText(runs: readonly HtmlRun[]): string {
  const text = runs.map((run) => run.text).join('');
  const lines = text.replaceAll(/ {2,}/gu, ' ').split('\n').map(withoutBlankEnds);
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return lines.slice(Math.max(0, first), last + 1).join('\n');
}

/** Blanks of the source stand single here; a no-break space is none of them. */
function withoutBlankEnds(line: string): string {
  return line.slice(line.startsWith(' ') ? 1 : 0, line.endsWith(' ') ? -1 : undefined);
}
