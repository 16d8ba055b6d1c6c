import type { DisplayList } from '#engine/display/display-list.ts';
import { PROOF_MARGIN_MM, type ProofPaper, printablePart } from '#engine/page-proof/proof-paper.ts';
import { type ProofSheets, proofSheets } from '#engine/page-proof/proof-sheets.ts';
import { joinPages } from '#engine/press/join-pages.ts';
import type { PageNames } from '#engine/press/page-names.ts';
import type { LoadedPressProfile } from '#host/press/load-press-profile.ts';
import { type PressAttempt, pressed } from '#host/press/press-failure.ts';
import { openPressroom, type PressroomParts } from '#host/press/pressroom.ts';

/** A page to be proofed on paper (大样). */
export interface PageToProof {
  readonly list: DisplayList;
  readonly names: PageNames;
  readonly paper: ProofPaper;
  readonly hasLineNumbers: boolean;
  /** 样张: across the page and at the head of each sheet. */
  readonly mark: string;
}

/** Office printers show no more, and the file is to go by mail. */
const PROOF_PPI = 110;
const PROOF_QUALITY = 70;

/** Presses a proof of a page: reduced pictures, numbered lines, one file for all its sheets. */
export async function pressPageProof(
  page: PageToProof,
  parts: PressroomParts,
): Promise<PressAttempt<Uint8Array>> {
  const { slugFace } = parts.press.profile;
  const plan = proofSheets(page.list, { ...page, face: slugFace }, parts.fonts);
  const sheets = plan.sheets.map(({ list }, place) => ({ list, head: headOf(page, plan, place) }));
  return pressSheets({ ...page, sheets, isPasted: sheets.length > 1 }, parts);
}

/** Sheets for the office printer, each with the line that stands below it. */
export interface SheetsToPress {
  readonly sheets: readonly { readonly list: DisplayList; readonly head: string }[];
  readonly names: PageNames;
  readonly paper: ProofPaper;
  /** Corner marks show where the sheets are cut to be pasted together. */
  readonly isPasted: boolean;
}

/** Presses sheets into one file. */
export async function pressSheets(
  { sheets, names, paper, isPasted }: SheetsToPress,
  parts: PressroomParts,
): Promise<PressAttempt<Uint8Array>> {
  const files: Uint8Array[] = [];
  for (const { list, head } of sheets) {
    const press = proofProfile(parts.press, { paper, head, isPasted });
    const file = await openPressroom({ ...parts, press }).press({ list, names });
    if (!file.ok) return file;
    files.push(file.value);
  }
  return pressed(await joinPages(files, sheets[0]?.head ?? ''));
}

/** What stands below a sheet: 样张　湘潭日报　园区周刊　2021-06-18　A06　95%　1/4. */
export function headOf({ mark, names }: PageToProof, plan: ProofSheets, place: number): string {
  const { paper, supplement, date, page, time } = names;
  const count = plan.sheets.length > 1 ? [`${place + 1}/${plan.sheets.length}`] : [];
  const percent = `${Math.round(plan.scale * 100)}%`;
  const moment = time.replace('T', ' ').slice(0, 16);
  return [mark, paper, supplement, date, page, percent, ...count, moment].join('　');
}

/** The print shop's inks on office paper: the trim is what the printer can reach. */
function proofProfile(
  press: LoadedPressProfile,
  sheet: { readonly paper: ProofPaper; readonly head: string; readonly isPasted: boolean },
): LoadedPressProfile {
  const { width, height } = printablePart(sheet.paper);
  const profile = {
    ...press.profile,
    trim: { widthMm: width, heightMm: height },
    bleedMm: 0,
    slugMm: PROOF_MARGIN_MM,
    marks: { crop: sheet.isPasted, slug: true, controlStrip: false },
    slugLine: sheet.head,
    pictureTargetPpi: PROOF_PPI,
    pictureQuality: PROOF_QUALITY,
  };
  return { ...press, profile, controlStrip: undefined };
}
