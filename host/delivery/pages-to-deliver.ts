import type { DisplayList } from '#engine/display/display-list.ts';
import type { Issue, Page } from '#engine/model/issue.ts';
import { neededSignatures, type SignOffState, signOffState } from '#engine/model/sign-off.ts';
import { preflightPage } from '#engine/preflight/preflight-page.ts';
import { sortFindings } from '#engine/preflight/waivers.ts';
import {
  firstNames,
  namesOfVersion,
  type PageNames,
  pressFileNames,
} from '#engine/press/page-names.ts';
import { assert } from '#engine/units/assert.ts';
import type { Finding } from '#engine/units/finding.ts';
import type { ComposingRoom } from '#host/desk/composing-room.ts';
import { readAsset } from '#host/issue-folder/assets.ts';
import type { LoadedPressProfile } from '#host/press/load-press-profile.ts';
import { type PressAttempt, pressed } from '#host/press/press-failure.ts';
import { openPressroom } from '#host/press/pressroom.ts';
import { isUnsound, readPageBack } from '#host/press/read-page-back.ts';
import { notOfTrim, sizedPress } from '#host/press/sized-press.ts';
import type { DeliveryOverride, OrderedRemark } from './delivery-entry.ts';
import { type Delivery, type PagePlan, planPage } from './delivery-log.ts';
import type { PackageParts, PageInPackage } from './delivery-package.ts';
import { pageDigest } from './page-digest.ts';
import { pageLook } from './page-look.ts';

/** Pages of an issue that somebody wants delivered. */
export interface PagesToDeliver {
  readonly room: ComposingRoom;
  readonly pages: readonly Page[];
  readonly press: LoadedPressProfile;
  /** What was delivered before, and what is in line. */
  readonly deliveries: readonly Delivery[];
  /** Name of the target in the log. */
  readonly target: string;
  readonly producer: string;
  /** ISO time with offset. */
  readonly time: string;
}

/** A page as it is now, and what delivering it means. */
export interface PageForDelivery {
  readonly page: Page;
  readonly list: DisplayList;
  /** The demands of the print shop for a page of this size. */
  readonly press: LoadedPressProfile;
  readonly digest: string;
  readonly look: string;
  readonly plan: PagePlan;
  readonly signs: SignOffState;
  readonly findings: readonly Finding[];
  /** What the slug and the names of files are filled in with. */
  readonly names: PageNames;
}

/** Composes the pages and sees which have changed, which are signed and what is wrong with them. */
export function lookThrough(wish: PagesToDeliver): readonly PageForDelivery[] {
  const { room, press, deliveries, target } = wish;
  const { issue } = room;
  return wish.pages.map((page) => {
    const template = room.templates.get(page.template);
    assert(template !== undefined, 'the templates were read with the issue');
    const composed = room.composer.composePage(issue, page, template);
    const { list } = composed;
    const sized = sizedPress(press, template.paper);
    const digest = pageDigest(list, sized);
    const look = pageLook(list);
    const plan = planPage(deliveries, target, { issue: issue.id, number: page.number, digest });
    const { plates } = sized.profile;
    const first = firstNames(issue, page, { plates, time: wish.time });
    return {
      page,
      list,
      press: sized,
      digest,
      look,
      plan,
      names: namesOfVersion(first, plan.version),
      signs: signOffState(issue, page.id, look, neededSignatures(template)),
      findings: [
        ...composed.findings,
        ...preflightPage({ issue, page, template, composed }),
        ...(sized === press ? [] : [notOfTrim(page, template.paper, press)]),
      ],
    };
  });
}

/** True when somebody has to answer for sending the page as it is. */
export function isUnsigned({ signs }: PageForDelivery): boolean {
  return signs.kind !== 'signed';
}

/** The override as the log keeps it; undefined when all pages are signed as they are. */
export function overrideFor(
  sheets: readonly PageForDelivery[],
  { by, reason }: Pick<DeliveryOverride, 'by' | 'reason'>,
): DeliveryOverride | undefined {
  const unsigned = sheets.filter(isUnsigned).map(({ page }) => page.number);
  return unsigned.length === 0 ? undefined : { by, reason, unsigned };
}

/** What the wish gives to the package that its pages go in. */
export function packageParts({
  room,
  press,
  producer,
  time,
}: PagesToDeliver): Omit<PackageParts, 'along' | 'by' | 'override'> {
  const { paper, supplement, date } = room.issue;
  return { subject: [paper, supplement, date].join(' '), at: time, press, producer };
}

/** A page to press and the name that its file gets. */
export interface NamedPage {
  readonly sheet: PageForDelivery;
  readonly name: string;
}

/** The pages with the names of their files: no two of one order bear the same. */
export function namedPages(
  sheets: readonly PageForDelivery[],
  { press }: PagesToDeliver,
): readonly NamedPage[] {
  const all = sheets.map(({ names }) => names);
  const names = pressFileNames(press.profile.fileName, all, 'plates');
  return sheets.map((sheet, place) => ({ sheet, name: names[place] ?? '' }));
}

/** A pressed page that was read back. */
export interface FileForDelivery extends PageInPackage {
  readonly findings: readonly Finding[];
}

/** Presses a page and reads it back; one that cannot be read goes nowhere whatever anybody says. */
export async function pressForDelivery(
  { sheet, name }: NamedPage,
  { room, producer }: PagesToDeliver,
): Promise<PressAttempt<FileForDelivery>> {
  const { page, list, press, digest, look, plan, signs, names } = sheet;
  const pressroom = openPressroom({
    fonts: room.book,
    press,
    readAsset: (asset) => readAsset(room.folder, asset),
    producer,
  });
  const pdf = await pressroom.press({ list, names });
  if (!pdf.ok) return pdf;
  const reading = readPageBack(pdf.value, { number: page.number, standard: undefined }, press);
  if (isUnsound(reading)) {
    return { ok: false, failure: { code: 'pdf-unsound', values: { page: page.number } } };
  }
  const ordered = {
    issue: room.issue.id,
    number: page.number,
    digest,
    version: plan.version,
    look,
    signatures: signs.valid.map(({ role, by, at }) => ({ role, by, at })),
    remarks: remarksOf(room.issue, [...sheet.findings, ...reading.findings]),
  };
  return pressed({
    file: { name, bytes: pdf.value, page: ordered, readyFor: undefined },
    names,
    replaces: plan.replaces,
    findings: reading.findings,
  });
}

/** What the receipt shows: what is open, then what somebody answers for. */
function remarksOf(issue: Issue, findings: readonly Finding[]): readonly OrderedRemark[] {
  const { open, waived } = sortFindings(issue, findings);
  return [
    ...open.flatMap((finding) => remarkOf(finding, undefined)),
    ...waived.flatMap(({ finding, waiver }) =>
      remarkOf(finding, { by: waiver.by, reason: waiver.reason }),
    ),
  ];
}

function remarkOf(
  { severity, code, values }: Finding,
  waiver: OrderedRemark['waiver'],
): readonly OrderedRemark[] {
  return severity === 'informs' ? [] : [{ severity, code, values, waiver }];
}
