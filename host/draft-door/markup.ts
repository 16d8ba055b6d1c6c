/** A piece of a page that may be sent as it is. */
export interface Markup {
  readonly markup: string;
}

type Piece = Markup | string | number | false | undefined | readonly Piece[];

/** Puts a page together: what people wrote is words in it, whatever signs it holds. */
export function html(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const filled = texts.map((text, at) => `${text}${written(pieces[at])}`);
  return { markup: filled.join('') };
}

function written(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  return 'markup' in piece ? piece.markup : piece.map(written).join('');
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(words: string): string {
  return words.replaceAll(/[&<>"']/gu, (sign) => SIGNS[sign] ?? sign);
}
