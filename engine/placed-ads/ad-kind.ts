/**
 * How files begin that advertisers send and that are no PDF, with what is said of each. A point in
 * brackets stands for a byte below the blank.
 */
const OTHER_KINDS: readonly (readonly [RegExp, string])[] = [
  [/^\xC5\xD0\xD3\xC6/u, 'ad-eps'],
  [/^\s*%!PS-Adobe-\d[.]\d EPSF/u, 'ad-eps'],
  [/^([.]%-12345X[^%]*|\s*)%!/u, 'ad-postscript'],
  [/^[.]{2}\xED\xF5\xD8[.]F\xE5/u, 'ad-indesign'],
  [/^.{4}ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1)/su, 'ad-heic'],
  [/^(\xD7\xCD\xC6\x9A|[.]{2}\t[.]|[.]{4}.{36} EMF)/su, 'ad-metafile'],
  [/^RIFF.{4}(CDR|cdr)/su, 'ad-corel'],
  [/^PK[.]{2}.{26}(mimetypeapplication\/x-vnd[.]corel|content\/)/su, 'ad-corel'],
  [/^\xD0\xCF[.]\xE0/u, 'ad-office'],
  [/^PK[.]{2}/u, 'ad-archive'],
  [/^8BPS/u, 'ad-photoshop'],
  [/^(\xEF\xBB\xBF)?\s*(<\?xml|<svg)/u, 'ad-svg'],
];

/** A PDF header may stand behind a little junk (ISO 32000-1, annex H, note 13). */
const HEADER_WITHIN = 1024;

/** `pdf`, or the code of the finding that says what the file is and what to ask for instead. */
export function adKind(bytes: Uint8Array): string {
  const head = latinHead(bytes, HEADER_WITHIN);
  const other = OTHER_KINDS.find(([sign]) => sign.test(head));
  if (other !== undefined) return other[1];
  return head.includes('%PDF-') ? 'pdf' : 'ad-no-pdf';
}

const BLANK = 0x20;
const LINE_BYTES = [9, 10, 13];

function latinHead(bytes: Uint8Array, count: number): string {
  let text = '';
  for (const byte of bytes.subarray(0, count)) {
    text += byte >= BLANK || LINE_BYTES.includes(byte) ? String.fromCharCode(byte) : '.';
  }
  return text;
}
