import {
  compositionParts,
  readLexiconFile,
  readPaintFont,
  readShapingFont,
} from './composing-parts.ts';
import { createIssue } from './create-issue.ts';
import type { DeskCalls } from './desk-host.ts';
import { listFolder, listIssuesFolder } from './list-folder.ts';
import { createProfileTables } from './profile-tables.ts';
import { type DeskOpening, readDesk } from './read-desk.ts';
import { showInFolder } from './show-in-folder.ts';
import type { SmallPictures } from './small-pictures.ts';

/** The calls that are answered without an open issue. */
export type ProgramCalls = Pick<
  DeskCalls,
  | 'readDesk'
  | 'templatePicture'
  | 'issuePicture'
  | 'createIssue'
  | 'compositionParts'
  | 'lexicon'
  | 'shapingFont'
  | 'paintFont'
  | 'proofTable'
  | 'inkTable'
  | 'listFolder'
  | 'showInFolder'
>;

/** The calls over what the program comes with, and what lies on this machine. */
export function programCalls(opening: DeskOpening, pictures: SmallPictures): ProgramCalls {
  const { templatesFolder, profilesFolder } = opening.places;
  const tables = createProfileTables(profilesFolder);
  return {
    readDesk: () => readDesk(opening),
    templatePicture: ({ template, page }) => pictures.ofTemplate(template, page),
    issuePicture: ({ folder }) => pictures.ofIssue(folder),
    createIssue: (request) => createIssue(request, templatesFolder),
    compositionParts: () => compositionParts(templatesFolder),
    lexicon: () => readLexiconFile(templatesFolder),
    shapingFont: async ({ face }) => readShapingFont(face),
    paintFont: async (request) => readPaintFont(request),
    proofTable: ({ profile }) => tables.proofTable(profile),
    inkTable: ({ profile }) => tables.inkTable(profile),
    listFolder: ({ path }) =>
      path === undefined ? listIssuesFolder(opening.issuesFolder) : listFolder(path),
    showInFolder: ({ path }) => showInFolder(path),
  };
}
