/** True when a frame may talk to us: it shows our own page, served by our own scheme. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === 'banxin:' && url.host === 'desk';
}
