import { z } from 'zod';

/** A page that was handed in for delivery, or a paper that goes with the pages. */
export interface OrderedFile {
  /** The name it gets at the print shop. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Undefined for a paper that goes along, such as the sign-off sheet. */
  readonly page: OrderedPage | undefined;
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
  /** In the order in which they are sent; a ready-file, where there is one, is the last. */
  readonly files: readonly OrderedFile[];
  /** Why pages go out that are not signed, or not as they were signed; undefined when they are. */
  readonly override: string | undefined;
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
});
const file = z.object({
  name: text,
  bytes: count,
  sha256: text,
  page: page.optional().transform((value) => value),
});
const order = z.object({
  id: text,
  at: text,
  target: text,
  targetName: text,
  by: text,
  files: z.array(file),
  override: optionalText,
});
const ofDelivery = { delivery: text, at: text };

/** Parses a line of the delivery log. */
export const DELIVERY_ENTRY = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ordered'), order }),
  z.object({ kind: z.literal('sent'), ...ofDelivery, name: text, sha256: text }),
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
