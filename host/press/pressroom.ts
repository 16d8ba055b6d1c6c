import type { DisplayList } from '#engine/display/display-list.ts';
import { describeFace } from '#engine/fonts/face-description.ts';
import type { ProgramFontBook } from '#engine/fonts/font-book.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { PressPicture } from '#engine/press/image.ts';
import { fillPattern, type PageNames, pageTitle } from '#engine/press/page-names.ts';
import { createPress, type PressJob } from '#engine/press/press-pdf.ts';
import { packPicture } from '#host/pictures/pack-picture.ts';
import { prepareAds } from '#host/pictures/page-ads.ts';
import { preparePictures, type ReadAsset } from '#host/pictures/page-pictures.ts';
import type { SeparatedPicture } from '#host/pictures/separate-picture.ts';
import { derivedId } from './derived-id.ts';
import type { LoadedPressProfile } from './load-press-profile.ts';
import { type PressAttempt, pressed, pressFailed } from './press-failure.ts';

/** What a pressroom works with. */
export interface PressroomParts {
  readonly fonts: ProgramFontBook;
  readonly press: LoadedPressProfile;
  readonly readAsset: ReadAsset;
  /** Name and version of the program, as the files name it. */
  readonly producer: string;
}

/** A composed page to be pressed. */
export interface PageToPress {
  readonly list: DisplayList;
  readonly names: PageNames;
  /** Standard that replaces the profile's own. */
  readonly standard?: 'x4' | 'x1a' | undefined;
}

/**
 * Presses page after page and keeps pictures and fonts of the last one: pressing an edited page
 * again takes up what has not changed. Memory does not grow with the number of pages.
 */
export interface Pressroom {
  press(page: PageToPress): Promise<PressAttempt<Uint8Array>>;
}

type PagePictures = ReadonlyMap<string, PressPicture>;

/** Opens a pressroom. */
export function openPressroom(parts: PressroomParts): Pressroom {
  const engine = createPress();
  const embeddable = new Set<FaceId>();
  let known: PagePictures = new Map();

  async function pictures(
    list: DisplayList,
    begun: () => void,
  ): Promise<PressAttempt<PagePictures>> {
    const { icc, inkTable, profile } = parts.press;
    const demands = { ...profile, inkTable, icc };
    const finish = (picture: SeparatedPicture) => packPicture(picture, demands);
    const ready = await preparePictures(list, { ...parts, demands, known, finish, begun });
    if (ready.ok) known = ready.value;
    return ready;
  }

  return {
    async press(page) {
      const forbidden = forbiddenFace(parts, embeddable);
      if (forbidden !== undefined) return pressFailed('face-not-embeddable', { face: forbidden });
      const job = jobOf(page, parts);
      // Pictures are decoded in other threads; text and fonts are packed here in the meantime.
      const begun = Promise.withResolvers<void>();
      const waiting = pictures(page.list, begun.resolve);
      await Promise.race([begun.promise, waiting]);
      engine.prepare(job);
      const ready = await waiting;
      if (!ready.ok) return ready;
      const { standard } = job.profile;
      const ads = await prepareAds(page.list, { ...parts, standard });
      if (!ads.ok) return ads;
      return pressed(engine.pressPdf({ ...job, pictures: ready.value, ads: ads.value }));
    },
  };
}

function jobOf(page: PageToPress, parts: PressroomParts): Omit<PressJob, 'pictures' | 'ads'> {
  const { list, names } = page;
  const { controlStrip, icc, profile } = parts.press;
  const standard = page.standard ?? profile.standard;
  const slugLine = fillPattern(profile.slugLine, names);
  const pageId = [names.paper, names.supplement, names.date, names.page];
  return {
    list,
    fonts: parts.fonts,
    profile: { ...profile, standard },
    icc,
    marks: { slugLine, slugFace: profile.slugFace, controlStrip },
    metadata: {
      title: pageTitle(names),
      language: 'zh-CN',
      creator: parts.producer,
      producer: parts.producer,
      date: names.time,
      documentId: derivedId(pageId),
      versionId: derivedId([...pageId, names.edition, names.version, names.time, standard]),
    },
  };
}

/** The first face of the page whose licence forbids embedding; the others are remembered. */
function forbiddenFace(parts: PressroomParts, embeddable: Set<FaceId>): FaceId | undefined {
  const { fonts, press } = parts;
  for (const id of [...fonts.opened(), press.profile.slugFace]) {
    if (embeddable.has(id)) continue;
    if (describeFace(fonts.face(id).program).embedding === 'forbidden') return id;
    embeddable.add(id);
  }
  return undefined;
}
