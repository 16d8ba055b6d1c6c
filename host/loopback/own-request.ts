/** The headers that tell where a request comes from. */
export interface RequestOrigin {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
}

/**
 * True when a request was made by our own page. `Host` is checked because a foreign name may be
 * made to resolve to 127.0.0.1 (DNS rebinding); `Origin`, because any page in any browser may send
 * requests to a local port. A request without `Origin` is a page load, which is given no secret.
 */
export function isOwnRequest(request: RequestOrigin, port: number): boolean {
  const own = `127.0.0.1:${port}`;
  if (request.host !== own) return false;
  if (request.origin !== undefined && request.origin !== `http://${own}`) return false;
  return request.fetchSite === undefined || /^(same-origin|none)$/.test(request.fetchSite);
}
