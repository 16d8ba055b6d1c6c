/** Text of bytes that do not say how they are written: UTF-8 if they can be, else GB18030. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Without the blanks and line ends around, and with one blank for those within. */
export function tidied(text: string): string {
  return text.replaceAll(/[\s\0]+/gu, ' ').trim();
}
