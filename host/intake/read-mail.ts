import PostalMime, { type Attachment, type Email } from 'postal-mime';
import type { RawEnvelope } from '#engine/intake/raw-matter.ts';
import { DraftTrouble } from './draft-trouble.ts';
import { type FilePart, NO_ENVELOPE } from './gathered.ts';
import type { PictureBox } from './picture-box.ts';
import { readHtml } from './read-html.ts';
import { readPlainText } from './read-plain-text.ts';

/** A mail taken apart. */
export interface OpenedMail {
  readonly envelope: RawEnvelope;
  /** The words of the letter itself. */
  readonly letter: FilePart;
  readonly attachments: readonly MailFile[];
}

/** A file that came with a mail. */
export interface MailFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Parts within parts of one mail; forwarded mails make few. */
const MOST_PARTS_DEEP = 32;
/** All header lines of a part together. */
const MOST_HEADER_BYTES = 512 * 1024;

/** Opens a mail. Pictures that stand in the letter are taken there and not once more behind it. */
export async function readMail(bytes: Uint8Array, box: PictureBox): Promise<OpenedMail> {
  const email = await parse(bytes);
  const files = email.attachments.map((attachment, at) => ({
    ...fileOf(attachment, at),
    id: attachment.contentId?.replace(/^<|>$/gu, ''),
  }));
  const enclosed = new Map(files.flatMap((file) => (file.id ? [[file.id, file]] : [])));
  const { html = '' } = email;
  const isShown = ({ id }: { readonly id: string | undefined }) =>
    id !== undefined && html.includes(`cid:${id}`);
  return {
    envelope: envelopeOf(email),
    letter:
      html.trim() === '' ? letterOf(email.text ?? '') : await readHtml(html, { box, enclosed }),
    attachments: files.filter((file) => !isShown(file)),
  };
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: MOST_PARTS_DEEP,
      maxHeadersSize: MOST_HEADER_BYTES,
      // Every forwarded mail comes as a file, so that its nesting is counted like any other.
      forceRfc822Attachments: true,
    });
  } catch (trouble) {
    const isDeep = trouble instanceof Error && /nesting/iu.test(trouble.message);
    throw isDeep
      ? new DraftTrouble('draft-too-deep', { most: MOST_PARTS_DEEP })
      : new DraftTrouble('draft-damaged');
  }
}

function fileOf({ filename, mimeType, content }: Attachment, at: number): MailFile {
  const suffix = mimeType === 'message/rfc822' ? '.eml' : '';
  const name = filename || `attachment-${at + 1}${suffix}`;
  if (typeof content === 'string') return { name, bytes: Buffer.from(content) };
  return { name, bytes: new Uint8Array(content) };
}

function letterOf(text: string): FilePart {
  return { parts: readPlainText(text), envelope: NO_ENVELOPE, notes: [], pictures: [] };
}

function envelopeOf({ subject = '', from, date = '' }: Email): RawEnvelope {
  const sentAt = new Date(date);
  return {
    subject: subject.trim(),
    sender: from?.name.trim() ?? '',
    address: from?.address?.trim() ?? '',
    sentAt: Number.isNaN(sentAt.getTime()) ? undefined : sentAt.toISOString(),
  };
}
