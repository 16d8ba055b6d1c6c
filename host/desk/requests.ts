import { z } from 'zod';
import type { Failure, FontRequest, PageRequest, PictureRequest } from '#host/contract.ts';

/** What the screen may ask, checked: it shows foreign text and is not trusted with paths. */
export const openIssueRequest = z.object({ folder: z.string().optional() });

/** A page by its place in the issue. */
export const pageRequest: z.ZodType<PageRequest> = z.object({ page: z.int().min(0) });

/** A face of the catalogue. */
export const fontRequest: z.ZodType<FontRequest> = z.object({ face: z.string().max(200) });

/** An asset by name, never by path: SHA-256 and suffix. */
export const pictureRequest: z.ZodType<PictureRequest> = z.object({
  asset: z.string().regex(/^[0-9a-f]{64}\.[a-z0-9]{1,8}$/),
});

/** The failure for anything else. */
export function badRequest(call: string): Failure {
  return { code: 'bad-request', values: { call } };
}
