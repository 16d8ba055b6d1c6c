import { decodeIssueDoc } from '#engine/model/issue-updates.ts';
import { readIssue } from '#engine/model/read-issue.ts';
import { sortFindings } from '#engine/preflight/waivers.ts';
import { assert } from '#engine/units/assert.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { Failure } from '#host/contract.ts';
import { packageOf } from '#host/delivery/delivery-package.ts';
import {
  type FileForDelivery,
  isUnsigned,
  lookThrough,
  namedPages,
  overrideFor,
  type PageForDelivery,
  type PagesToDeliver,
  packageParts,
  pressForDelivery,
} from '#host/delivery/pages-to-deliver.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import type { BackRoomNews, DeliveryNews, DeliveryWork } from './back-room-work.ts';
import { openRoomOf } from './composing-room.ts';

/** Presses the pages that are to be sent, unless something holds one of them. */
export async function runDelivery(work: DeliveryWork): Promise<BackRoomNews> {
  const wish = await openWish(work);
  if ('code' in wish) return { kind: 'failed', failure: wish, findings: [] };
  const sheets = lookThrough(wish).filter(({ plan }) => work.again || !plan.isThere);
  if (sheets.length === 0) return news('unchanged', sheets, []);
  const findings = sheets.flatMap((sheet) => sheet.findings);
  if (isBlocked(wish, findings)) return news('blocked', sheets, openOf(wish, findings));
  const { along, by, unsignedReason } = work;
  const isHeld = unsignedReason === undefined && sheets.some(isUnsigned);
  if (isHeld) return news('unsigned', sheets, findings);
  const pages: FileForDelivery[] = [];
  for (const one of namedPages(sheets, wish)) {
    const pdf = await pressForDelivery(one, wish);
    if (!pdf.ok) return { kind: 'failed', failure: plainFailure(pdf.failure), findings };
    pages.push(pdf.value);
    findings.push(...pdf.value.findings);
  }
  if (isBlocked(wish, findings)) return news('blocked', sheets, openOf(wish, findings));
  const override = overrideFor(sheets, { by, reason: unsignedReason ?? '' });
  const files = await packageOf(pages, { ...packageParts(wish), along, by, override });
  if (!files.ok) return { kind: 'failed', failure: plainFailure(files.failure), findings };
  return { ...news('pressed', sheets, findings), override, files: files.value };
}

async function openWish(work: DeliveryWork): Promise<PagesToDeliver | Failure> {
  const doc = decodeIssueDoc([work.document], 0);
  assert(doc.ok, 'the host hands over a document of its own');
  const { folder, templatesFolder, deliveries, target, producer, time } = work;
  const [room, press] = await Promise.all([
    openRoomOf(readIssue(doc.value), { folder, templatesFolder }),
    loadPressProfile(work.profilePath),
  ]);
  if (!room.ok) return room.failure;
  if (!press.ok) return press.failure;
  const pages = work.pages.flatMap((place) => room.value.issue.pages[place] ?? []);
  return { room: room.value, pages, press: press.value, deliveries, target, producer, time };
}

/** Findings that somebody answers for in the issue hold nothing back. */
function openOf({ room }: PagesToDeliver, findings: readonly Finding[]): readonly Finding[] {
  return sortFindings(room.issue, findings).open;
}

function isBlocked(wish: PagesToDeliver, findings: readonly Finding[]): boolean {
  return openOf(wish, findings).some(({ severity }) => severity === 'blocks press');
}

function news(
  state: DeliveryNews['state'],
  sheets: readonly PageForDelivery[],
  findings: readonly Finding[],
): DeliveryNews {
  const pages = sheets.map(({ page }) => page.number);
  const nothing = { override: undefined, files: [] };
  return { kind: 'pressed for delivery', state, pages, ...nothing, findings };
}

/** The finding `picture-missing` means a slot without a picture; this is a file that is gone. */
function plainFailure({ code, values }: Failure): Failure {
  return { code: code === 'picture-missing' ? 'picture-file-missing' : code, values };
}
