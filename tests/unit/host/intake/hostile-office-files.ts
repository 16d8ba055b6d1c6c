import { zipOf } from './draft-files.ts';
import type { HostileFile } from './spoiled-files.ts';

/** Rich text that is deep, shut too often, or lies about lengths; a sheet of a billion cells. */
export function hostileOfficeFiles(): readonly HostileFile[] {
  const cell = '<table:table-cell table:number-columns-repeated="999999999"><text:p>x</text:p>';
  const row = `<table:table-row>${cell}</table:table-cell></table:table-row>`;
  return [
    { name: 'rtf.doc', bytes: Buffer.from('{\\rtf1\\ansi x}'), answer: 'read' },
    {
      name: 'deep.rtf',
      bytes: Buffer.from(`{\\rtf1 ${'{'.repeat(100_000)}x`),
      answer: 'draft-too-deep',
    },
    {
      name: 'closers.rtf',
      bytes: Buffer.from(`{\\rtf1 x${'}'.repeat(100_000)}`),
      answer: 'read',
    },
    {
      name: 'bin.rtf',
      bytes: Buffer.from('{\\rtf1 {\\pict\\bin999999999999 x} y}'),
      answer: 'read',
    },
    {
      name: 'repeated.ods',
      bytes: zipOf({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': `<office:body><table:table>${row}</table:table></office:body>`,
      }),
      answer: 'read',
    },
  ];
}
