import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { newFillerSchema } from '#engine/model/house-filler.ts';
import type {
  CreateIssueRequest,
  Failure,
  HostCall,
  MenuEntry,
  OpenIssueRequest,
  PressRequest,
  SetMenusRequest,
} from '#host/contract.ts';
import { PROFILE_SETTINGS } from '#host/press/press-profile-schema.ts';
import type { ProofRequest } from '#host/version-contract.ts';

/*
 * What the screen may ask, checked: it shows foreign texts and pictures, so nothing that it says is
 * taken on trust. Paths are absolute, names are short, bytes are bytes.
 */

const name = z.string().max(200);
/** Windows takes up to 32,767 characters, others 4,096 bytes. */
const path = z
  .string()
  .max(32_000)
  .refine((text) => isAbsolute(text) && !text.includes('\0'));
const session = z.string().max(100);
/** A font has 65,536 glyphs at most. */
const glyph = z.int().min(0).max(0xffff);
const bytes = z.instanceof(Uint8Array);
const calendarDate = z.iso.date();

const menuEntry: z.ZodType<MenuEntry> = z.lazy(() =>
  z.union([
    z.object({
      kind: z.literal('command'),
      command: name,
      label: name,
      accelerator: name.optional().transform((text) => text),
      isEnabled: z.boolean(),
      isChecked: z
        .boolean()
        .optional()
        .transform((isChecked) => isChecked),
    }) as unknown as z.ZodType<MenuEntry>,
    z.object({ kind: z.literal('line') }),
    z.object({ kind: z.literal('menu'), label: name, entries: z.array(menuEntry) }),
  ]),
);

const receipt = z.string().max(20);
const draftState = z.enum(['new', 'taken', 'returned', 'spiked']);

const INBOX_REQUESTS = {
  listDrafts: z.object({ search: name.optional(), state: draftState.optional() }),
  openDraft: z.object({ receipt }),
  draftPicture: z.object({ receipt, picture: name, isForScreen: z.boolean() }),
  draftFile: z.object({ receipt }),
  submitDraft: z.object({
    name: z.string().max(1000),
    origin: z.enum(['dropped', 'pasted']),
    bytes,
  }),
  markDraft: z.object({ receipt, state: draftState, reason: z.string().max(2000), by: name }),
  watchFolder: z.object({ folder: path.optional() }),
  doorState: z.object({}),
  setDoor: z.object({
    isOpen: z.boolean(),
    address: z.ipv4(),
    port: z.int().min(1).max(65_535),
  }),
  addInvitation: z.object({ unit: z.string().max(60) }),
  withdrawInvitation: z.object({ id: name }),
} as const;

const earlierState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('version'), name }),
  z.object({ kind: z.literal('folder'), folder: path }),
]);
const pagePlaces = z.array(z.int().min(0)).min(1).max(1000);

const VERSION_REQUESTS = {
  keptVersions: z.object({ session }),
  keepVersion: z.object({ session, note: z.string().max(2000) }),
  earlierIssue: z.object({ session, state: earlierState }),
  startProof: z.object({
    session,
    pages: pagePlaces,
    profile: name,
    folder: path,
    paper: z.enum(['a3', 'a4']),
    hasLineNumbers: z.boolean(),
    language: z.enum(['zh', 'en']),
    against: earlierState.optional(),
  }) satisfies z.ZodType<ProofRequest>,
} as const;

const PROFILE_REQUESTS = {
  listProfiles: z.object({}),
  readProfile: z.object({ profile: name }),
  takeInProfile: z.object({ name: z.string().max(1000), bytes }),
  changeProfile: z.object({ profile: name, settings: PROFILE_SETTINGS }),
  copyProfile: z.object({ profile: name, name: z.string().min(1).max(200) }),
  deleteProfile: z.object({ profile: name }),
  exportProfile: z.object({ profile: name }),
} as const;

const ownFiller = z.object({ id: z.string().regex(/^own-[0-9a-f]{8}$/u) });

const FILLER_REQUESTS = {
  listFillers: z.object({}),
  keepFiller: z.object({ filler: newFillerSchema, bytes }),
  removeFiller: ownFiller,
  fillerFile: ownFiller,
} as const;

const pageLook = z.string().regex(/^[0-9a-f]{64}$/u);
const language = z.enum(['zh', 'en']);
const password = z.string().max(1000).optional();
const delivery = z.object({ delivery: session, password });
const optionalName = z
  .string()
  .max(32_000)
  .optional()
  .transform((text) => text);
const target = z.object({
  id: session,
  name,
  way: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('hot folder'), folder: path }),
    z.object({
      kind: z.literal('sftp'),
      host: name.regex(/^[^@/\s:]+$/u),
      port: z.int().min(1).max(65_535),
      user: name.regex(/^[^@/\s:]+$/u),
      folder: z
        .string()
        .max(4096)
        .regex(/^\/\S*$/u),
      hostKey: optionalName,
      keyFile: optionalName,
    }),
  ]),
  along: z.object({
    signOffSheet: z.enum(['none', 'text', 'pdf']),
    ready: z.object({
      kind: z.enum(['none', 'each page', 'all pages']),
      name,
      content: z.enum(['empty', 'manifest']),
    }),
  }),
  password,
});

const DELIVERY_REQUESTS = {
  readDeliveries: z.object({}),
  keepTarget: target,
  removeTarget: z.object({ id: session }),
  tryTarget: target,
  startDelivery: z.object({
    session,
    pages: z.array(z.int().min(0)).min(1).max(1000),
    profile: name,
    target: session,
    by: name.min(1),
    unsignedReason: z.string().min(1).max(2000).optional(),
    again: z.boolean(),
  }),
  deliveryProgress: z.object({ job: session }),
  takeUpDelivery: delivery,
  withdrawDelivery: delivery,
  keepSignedState: z.object({ session }),
  changesSinceSigned: z.object({ session, page: name, look: pageLook, language }),
  readReceipt: z.object({ delivery: session, language }),
  writeReceipt: z.object({ session, delivery: session, language }),
} as const;

/** The schema of every request. */
export const REQUESTS = {
  readDesk: z.object({}),
  templatePicture: z.object({ template: name, page: z.int().min(0) }),
  issuePicture: z.object({ folder: path }),
  createIssue: z.object({
    template: name,
    parent: path,
    paper: name,
    supplement: name,
    date: calendarDate,
    partnersFrom: path.optional(),
  }) satisfies z.ZodType<CreateIssueRequest>,
  openIssue: z
    .object({
      folder: path.optional(),
      sample: z.boolean().optional(),
      takeOver: z.boolean().optional(),
    })
    .refine(
      ({ folder, sample }) => (folder === undefined) === (sample === true),
    ) satisfies z.ZodType<OpenIssueRequest>,
  issueDocument: z.object({ session }),
  writeUpdate: z.object({ session, bytes }),
  saveIssue: z.object({ session }),
  saveCopy: z.object({ session, folder: path, bytes }),
  closeIssue: z.object({ session }),
  compositionParts: z.object({}),
  lexicon: z.object({}),
  shapingFont: z.object({ face: name }),
  paintFont: z.object({ face: name, glyphs: z.array(glyph).max(0x10000).exactOptional() }),
  proofTable: z.object({ profile: name }),
  inkTable: z.object({ profile: name }),
  // An asset by name, never by path: SHA-256 and suffix.
  pictureFile: z.object({
    session,
    asset: z.string().regex(/^[0-9a-f]{64}\.[a-z0-9]{1,8}$/),
    folder: path.optional(),
    page: z.int().min(1).max(1000).exactOptional(),
    original: z.boolean().exactOptional(),
  }),
  importPicture: z.object({
    session,
    name: z.string().max(1000),
    bytes,
    page: z.int().min(1).max(1000).exactOptional(),
  }),
  startPress: z.object({
    session,
    pages: pagePlaces,
    profile: name,
    folder: path,
    inSpiteOfFindings: z.boolean(),
    hasReport: z.boolean(),
  }) satisfies z.ZodType<PressRequest>,
  pressProgress: z.object({ job: session }),
  cancelPress: z.object({ job: session }),
  choosePath: z.object({
    purpose: z.enum([
      'open issue',
      'issues folder',
      'press folder',
      'drafts folder',
      'save copy',
      'picture',
    ]),
    startAt: path.optional(),
  }),
  listFolder: z.object({ path: path.optional() }),
  showInFolder: z.object({ path }),
  ...INBOX_REQUESTS,
  ...PROFILE_REQUESTS,
  ...VERSION_REQUESTS,
  ...DELIVERY_REQUESTS,
  ...FILLER_REQUESTS,
  setMenus: z.object({
    menus: z.array(z.object({ label: name, entries: z.array(menuEntry) })),
  }) satisfies z.ZodType<SetMenusRequest>,
} as const satisfies Readonly<Record<HostCall, z.ZodType>>;

/** The failure for anything else. */
export function badRequest(call: HostCall): Failure {
  return { code: 'bad-request', values: { call } };
}
