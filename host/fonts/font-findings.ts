import { UnreadableFont } from '#engine/fonts/font-bytes.ts';
import type { Finding } from '#engine/units/finding.ts';

/** What can be wrong with a face before a page is set in it. */
export type FontFindingCode = 'font-unknown' | 'font-unreadable' | 'font-embedding-forbidden';

/** A finding on a face; `values` name the face, its file and the reason as far as known. */
export function faceFinding(
  code: FontFindingCode,
  values: Readonly<Record<string, string>>,
): Finding {
  return { code, severity: 'blocks press', where: {}, values };
}

/** Why a font file could not be read: our own code, or the system's such as `ENOENT`. */
export function troubleReason(trouble: unknown): string {
  if (trouble instanceof UnreadableFont) return trouble.reason;
  if (trouble instanceof RangeError) return 'cut short';
  if (trouble instanceof Error && 'code' in trouble) return String(trouble.code);
  throw trouble;
}
