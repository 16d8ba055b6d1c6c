/**
 * What the screen may load, in the Electron window and in the browser alike: scripts, fonts and
 * pictures of our own, nothing from elsewhere. Styles may stand in attributes, because React writes
 * them there; WebAssembly is ours (HarfBuzz).
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self' blob: data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
