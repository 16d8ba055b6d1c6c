/** Scheme under which the window loads the screen. */
export const OWN_SCHEME = 'banxin';

/** Address of the screen. */
export const SCREEN_ADDRESS = `${OWN_SCHEME}://desk/`;

/** True for addresses of our own screen. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${OWN_SCHEME}:` && url.host === 'desk';
}
