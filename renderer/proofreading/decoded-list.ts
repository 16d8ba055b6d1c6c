/** Text files of Windows newsrooms are often GB18030; what is no UTF-8 is read as that. */
export function decodedList(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
