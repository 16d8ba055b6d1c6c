import { join } from 'node:path';

/** Where the desk finds what it comes with. */
export interface DeskPlaces {
  readonly templatesFolder: string;
  readonly sampleFolder: string;
  readonly profilesFolder: string;
  /** package.json, for the version. */
  readonly packageFile: string;
}

/** The press profile by which small pictures are painted. */
export const USUAL_PROFILE = 'newsprint-390x540';

/** Templates lie beside the sources, and beside the bundle. */
const HOUSE = join(import.meta.dirname, '../..');
const TEMPLATES = join(HOUSE, 'templates');

/** The places of this program. */
export const OWN_PLACES: DeskPlaces = {
  templatesFolder: TEMPLATES,
  sampleFolder: join(TEMPLATES, 'samples/park-supplement-2021-06-18.issue'),
  profilesFolder: join(TEMPLATES, 'press-profiles'),
  packageFile: join(HOUSE, 'package.json'),
};
