import { z } from 'zod';
import type { SignOffRole } from '#engine/model/issue-answers.ts';
import { signOffRoleSchema } from '#engine/model/issue-schema.ts';

/** A page that was handed in for delivery, or a paper that goes with the pages. */
export interface OrderedFile {
  /** The name it gets at the print shop. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Undefined for what goes along: a sign-off sheet or a ready-file. */
  readonly page: OrderedPage | undefined;
  /** Of a ready-file: the names of the files that it says are there. */
  readonly readyFor: readonly string[] | undefined;
}

/** Which page a file is, and which state of it. */
export interface OrderedPage {
  /** Id of the issue, and number of the page as printed: A06. */
  readonly issue: string;
  readonly number: string;
  /** What the page looks like, whenever it was pressed: equal for equal pages. */
  readonly digest: string;
  /** 1 for the first file of a page, counted up by each one that replaces it. */
  readonly version: number;
  /** What was signed: the page as it is composed, for whichever print shop. */
  readonly look: string;
  /** Who had signed the page as it went out. */
  readonly signatures: readonly OrderedSignature[];
  /** What was noticed on it and did not hold it, or was passed over. */
  readonly remarks: readonly OrderedRemark[];
}

/** A finding as it stands on the receipt: its code and figures, no sentence. */
export interface OrderedRemark {
  readonly severity: 'blocks press' | 'warns';
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Who answers for it, and why; undefined for what nobody waived. */
  readonly waiver: { readonly by: string; readonly reason: string } | undefined;
}

/** A signature as it stands on the receipt. */
export interface OrderedSignature {
  readonly role: SignOffRole;
  readonly by: string;
  /** ISO time. */
  readonly at: string;
}

/** Who sends pages that should be held, and why. */
export interface DeliveryOverride {
  readonly by: string;
  readonly reason: string;
  /** Pages that were not signed as they went out, by number. */
  readonly unsigned: readonly string[];
}

/** A delivery as it was ordered. */
export interface DeliveryOrder {
  readonly id: string;
  /** ISO time. */
  readonly at: string;
  /** Id and name of the place it goes to. */
  readonly target: string;
  readonly targetName: string;
  /** Who sends it. */
  readonly by: string;
  /** Paper, supplement and date, as the receipt names them. */
  readonly subject: string;
  /** In the order in which they are sent, ready-files after all others. */
  readonly files: readonly OrderedFile[];
  /** Why pages go out that are not signed as they are; undefined when they are. */
  readonly override: DeliveryOverride | undefined;
}

/** One line of the delivery log. */
export type DeliveryEntry =
  | { readonly kind: 'ordered'; readonly order: DeliveryOrder }
  /** The file lies at the print shop, read back and found whole. */
  | {
      readonly kind: 'sent';
      readonly delivery: string;
      readonly name: string;
      readonly sha256: string;
      /** When sending began, and when its last byte was there; unknown in older records. */
      readonly begun: string | undefined;
      readonly arrived: string | undefined;
      /** When it had been read back and had its name. */
      readonly at: string;
    }
  /** All files are there, the ready-file last. */
  | { readonly kind: 'done'; readonly delivery: string; readonly at: string }
  /** Given up by the newsroom, or waiting for it: trying again by itself would not help. */
  | {
      readonly kind: 'held';
      readonly delivery: string;
      readonly at: string;
      readonly code: string;
      readonly values: Readonly<Record<string, string | number>>;
    }
  | { readonly kind: 'taken up'; readonly delivery: string; readonly at: string }
  | { readonly kind: 'withdrawn'; readonly delivery: string; readonly at: string };

const text = z.string();
const count = z.int().min(0);
const optionalText = z
  .string()
  .optional()
  .transform((value) => value);

const page: z.ZodType<OrderedPage> = z.object({
  issue: text,
  number: text,
  digest: text,
  version: z.int().min(1),
  look: text.default(''),
  signatures: z.array(z.object({ role: signOffRoleSchema, by: text, at: text })).default([]),
  remarks: z
    .array(
      z.object({
        severity: z.enum(['blocks press', 'warns']),
        code: text,
        values: z.record(text, z.union([z.string(), z.number()])),
        waiver: z
          .object({ by: text, reason: text })
          .optional()
          .transform((value) => value),
      }),
    )
    .default([]),
});
const file = z.object({
  name: text,
  bytes: count,
  sha256: text,
  page: page.optional().transform((value) => value),
  readyFor: z
    .array(text)
    .optional()
    .transform((value) => value),
});
const order = z.object({
  id: text,
  at: text,
  target: text,
  targetName: text,
  by: text,
  subject: text.default(''),
  files: z.array(file),
  override: z
    .object({ by: text, reason: text, unsigned: z.array(text) })
    .optional()
    .transform((value) => value),
});
const ofDelivery = { delivery: text, at: text };

/** Parses a line of the delivery log. */
export const DELIVERY_ENTRY = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ordered'), order }),
  z.object({
    kind: z.literal('sent'),
    ...ofDelivery,
    name: text,
    sha256: text,
    begun: optionalText,
    arrived: optionalText,
  }),
  z.object({ kind: z.literal('done'), ...ofDelivery }),
  z.object({
    kind: z.literal('held'),
    ...ofDelivery,
    code: text,
    values: z.record(text, z.union([z.string(), z.number()])),
  }),
  z.object({ kind: z.literal('taken up'), ...ofDelivery }),
  z.object({ kind: z.literal('withdrawn'), ...ofDelivery }),
]) as z.ZodType<DeliveryEntry>;
