/** Every rule that a finished page is judged by, in the order of docs/press-rules.md. */
export const RULES: readonly string[] = [
  ...['X-VERSION', 'X-ENCRYPT', 'X-ID', 'X-XREF', 'X-OI', 'X-OI-KEYS', 'X-OI-ICC', 'X-KEY'],
  ...['X-XMP', 'X-INFO', 'X-XMP-SYNC', 'X-TRAPPED', 'X-BOX', 'H-TRIM', 'H-BLEED'],
  ...['X-FONT-EMBED', 'X-FONT-PROG', 'X-FONT-GLYPH', 'X-FONT-WIDTH', 'H-FONT-SUBSET'],
  ...['H-TOUNICODE', 'X-TRANSFER', 'X-PRESEP', 'X-PS', 'X-ALT', 'X-FILTER', 'X-ACTION', 'X-ANNOT'],
  ...['X-INTENT', 'X-VIEWPREF', 'X-OCG', 'X-TRANSPARENCY', 'H-TRANSPARENCY', 'R0030'],
  ...['X-OPERATOR', 'R0002', 'R0003', 'R0004', 'R0005', 'R0006', 'R0007', 'R0008', 'R0009'],
  ...['R0010', 'R0011', 'R0012', 'R0013', 'R0014', 'R0015', 'R0016', 'R0017', 'R0018', 'R0019'],
  ...['H-TYPE-SIZE'],
  ...['H-HAIRLINE', 'R0020', 'R0027', 'H-COLOUR', 'R0024', 'R0026', 'H-INK-POINT', 'R0031'],
  ...['R0032', 'R0035'],
];
