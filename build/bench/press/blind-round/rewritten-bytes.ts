/** Saves a new unpacked stream of this number behind the page, as a program that appends does. */
export function withUpdate(bytes: Buffer, number: number, content: string): Buffer {
  const text = bytes.toString('latin1');
  const start = /startxref\n(\d+)/u.exec(text)?.[1] ?? '0';
  const trailer = /trailer\n<<(.*)>>\n/su.exec(text.slice(Number(start)))?.[1] ?? '';
  const head = `${number} 0 obj\n<</Length ${content.length}>>`;
  const object = `${head}stream\n${content}\nendstream\nendobj\n`;
  const at = String(bytes.length).padStart(10, '0');
  const table = `xref\n${number} 1\n${at} 00000 n \ntrailer\n<<${trailer}/Prev ${start}>>\n`;
  const end = `startxref\n${bytes.length + object.length}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(`${object}${table}${end}`, 'latin1')]);
}
