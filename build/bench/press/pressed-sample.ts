import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SAMPLE_FOLDER } from '#build/bench/sample-desk.ts';
import type { ReadBackDemands } from '#engine/read-back/finished-page.ts';
import { assert } from '#engine/units/assert.ts';
import { openComposingRoom } from '#host/desk/composing-room.ts';
import { readAsset } from '#host/issue-folder/assets.ts';
import { loadPressProfile } from '#host/press/load-press-profile.ts';
import { openPressroom } from '#host/press/pressroom.ts';

/** How the sample is pressed. */
export interface SampleLook {
  readonly template: string;
  /** Name of one of the profiles below. */
  readonly profile: string;
  readonly standard: 'x4' | 'x1a';
}

/** A page of the sample as it goes to the shop, and what the shop asks of it. */
export interface PressedSample {
  readonly pdf: Uint8Array;
  readonly demands: ReadBackDemands;
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TEMPLATES = join(ROOT, 'templates');

/** Newsprint as shipped, and coated paper by another .icc: more ink, bleed, other names. */
const PROFILES: Readonly<Record<string, string>> = {
  'newsprint-390x540': join(TEMPLATES, 'press-profiles', 'newsprint-390x540.json'),
  'coated-heatset': join(ROOT, 'tests', 'fixtures', 'press-profiles', 'coated-heatset.json'),
};

/** Composes the sample on the plan of a template and presses its first page. */
export async function pressSample(look: SampleLook): Promise<PressedSample> {
  const room = await openComposingRoom({
    folder: SAMPLE_FOLDER,
    templatesFolder: TEMPLATES,
    template: look.template,
  });
  const loaded = await loadPressProfile(PROFILES[look.profile] ?? '');
  assert(room.ok && loaded.ok, 'sample, template and profile can be read');
  const { book, composer, issue, templates } = room.value;
  const page = issue.pages[0];
  const template = templates.get(page?.template ?? '');
  assert(page !== undefined && template !== undefined, 'the sample has a page');
  const { list } = composer.composePage(issue, page, template);
  const { heightMm, widthMm } = template.paper;
  const profile = { ...loaded.value.profile, trim: { widthMm, heightMm } };
  const pressroom = openPressroom({
    fonts: book,
    press: { ...loaded.value, profile },
    readAsset: (asset) => readAsset(SAMPLE_FOLDER, asset),
    producer: 'Banxin bench',
  });
  const { date, paper, supplement } = issue;
  const time = `${date}T00:00:00+08:00`;
  const rest = { name: page.name, edition: '', plates: 'CMYK', time, version: 1 };
  const names = { paper, supplement, date, page: page.number, ...rest };
  const pdf = await pressroom.press({ list, names, standard: look.standard });
  assert(pdf.ok, 'the sample can be pressed');
  const demands: ReadBackDemands = {
    standard: look.standard,
    trim: profile.trim,
    bleedMm: profile.bleedMm,
    inkLimitPercent: profile.inkLimitPercent,
    outputCondition: profile.outputCondition.identifier,
  };
  return { pdf: pdf.value, demands };
}

/** Three templates, two profiles, two standards. */
export const SAMPLE_LOOKS: readonly SampleLook[] = [
  'park-broadsheet',
  'park-narrow',
  'park-tabloid',
].flatMap((template) =>
  ['newsprint-390x540', 'coated-heatset'].flatMap((profile) =>
    (['x4', 'x1a'] as const).map((standard) => ({ template, profile, standard })),
  ),
);
