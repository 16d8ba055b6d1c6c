/** A number of 32 bits that stands for a text (FNV-1a): the same on every machine. */
export function keyNumber(key: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) {
    number = Math.imul(number ^ key.charCodeAt(at), 0x01000193) >>> 0;
  }
  return number;
}
