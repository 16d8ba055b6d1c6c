import { z } from 'zod';
import type { Failure } from '#host/contract.ts';
import { type FilePart, joined, NO_ENVELOPE } from './gathered.ts';
import type { ZipEntry } from './zip-entries.ts';

/** Name of the slip that the correspondents' door puts into the archive of a sending. */
export const SLIP_NAME = '来稿单.json';

const SLIP = z.object({
  banxin: z.literal('sending'),
  version: z.literal(1),
  headline: z.string(),
  sender: z.object({ name: z.string(), unit: z.string(), phone: z.string() }),
  elsewhere: z.string(),
  story: z.string().optional(),
  file: z.string().optional(),
  pictures: z.array(
    z.object({ entry: z.string(), name: z.string(), caption: z.string(), credit: z.string() }),
  ),
});

/** What a correspondent wrote into the form of the door. */
export type SendingSlip = z.infer<typeof SLIP>;

/** The slip of an archive that came in at the door; undefined for any other archive. */
export async function readSlip(entries: readonly ZipEntry[]): Promise<SendingSlip | undefined> {
  const entry = entries.find(({ name }) => name === SLIP_NAME);
  if (entry === undefined || entry.isLocked) return undefined;
  try {
    const text = Buffer.from(await entry.read()).toString('utf8');
    return SLIP.parse(JSON.parse(text));
  } catch (trouble) {
    // Somebody's own file of that name; an archive that lies about its sizes is refused above.
    if (trouble instanceof z.ZodError || trouble instanceof SyntaxError) return undefined;
    throw trouble;
  }
}

/** True for the slip itself, which is no part of the draft. */
export function isSlip({ name }: ZipEntry): boolean {
  return name === SLIP_NAME;
}

/**
 * A sending with what its slip says: the headline is its subject, each picture has its caption and
 * photographer from the form, and the declaration is a note.
 */
export function withSlip(slip: SendingSlip, read: readonly FilePart[]): FilePart {
  const { headline, sender, elsewhere } = slip;
  const envelope = { ...NO_ENVELOPE, subject: headline, sender: sender.name };
  const part = joined(envelope, read);
  const words = new Map(slip.pictures.map((picture) => [picture.entry, picture]));
  const pictures = part.pictures.map((taken) => {
    const own = words.get(taken.picture.name);
    if (own === undefined) return taken;
    const caption = own.caption || taken.picture.caption;
    const credit = own.credit || taken.picture.credit;
    return { ...taken, picture: { ...taken.picture, caption, credit } };
  });
  const note: Failure =
    elsewhere === ''
      ? { code: 'draft-only-here', values: {} }
      : { code: 'draft-also-elsewhere', values: { where: elsewhere } };
  return { ...part, pictures, notes: [note, ...part.notes] };
}
