import { protocol } from 'electron';
import { CONTENT_POLICY } from '#host/screen/content-policy.ts';
import { readScreenFile } from '#host/screen/screen-files.ts';
import { OWN_SCHEME } from './own-address.ts';

/**
 * Must run before the application is ready. A scheme of our own instead of file:, so that the page
 * has an origin, a content policy, and no way to the disk.
 */
export function registerScreenScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: OWN_SCHEME, privileges }]);
}

/** Serves the built screen under our scheme. */
export function serveScreen(screenFolder: string): void {
  protocol.handle(OWN_SCHEME, (request) => answerScreen(screenFolder, request));
}

async function answerScreen(screenFolder: string, request: Request): Promise<Response> {
  const file = await readScreenFile(screenFolder, new URL(request.url).pathname);
  if (file === undefined || request.method !== 'GET') return new Response('', { status: 404 });
  return new Response(file.bytes.slice().buffer, {
    headers: {
      'content-type': file.mediaType,
      'content-security-policy': CONTENT_POLICY,
      'x-content-type-options': 'nosniff',
    },
  });
}
