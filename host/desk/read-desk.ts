import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageTemplate } from '#engine/model/template.ts';
import type { Answer, DeskState, ProfileCaption, TemplateCaption } from '#host/contract.ts';
import { PRESS_PROFILE, type PressProfileFile } from '#host/press/press-profile-schema.ts';
import { succeeded } from './answers.ts';
import { readTemplates } from './composing-parts.ts';
import type { DeskPlaces } from './desk-places.ts';
import { readRecentIssues } from './recent-issues.ts';

/** What the start window shows beside what it finds on the disk. */
export interface DeskOpening {
  readonly places: DeskPlaces;
  readonly recordsFolder: string;
  readonly issuesFolder: string;
  readonly startFolder: string | undefined;
  readonly hasDialogs: boolean;
}

/** What the start window shows. */
export async function readDesk(opening: DeskOpening): Promise<Answer<DeskState>> {
  const { places, issuesFolder, startFolder, hasDialogs } = opening;
  const [templates, recent, profiles, version] = await Promise.all([
    readTemplates(join(places.templatesFolder, 'pages')),
    readRecentIssues(opening.recordsFolder),
    readProfiles(places.profilesFolder),
    programVersion(places.packageFile),
  ]);
  if (!templates.ok) return templates;
  return succeeded({
    version,
    templates: templates.value.map(templateCaption),
    recent,
    issuesFolder,
    startFolder,
    hasDialogs,
    profiles,
  });
}

function templateCaption({ id, name, paper, body, plan }: PageTemplate): TemplateCaption {
  return {
    id,
    name,
    widthMm: paper.widthMm,
    heightMm: paper.heightMm,
    columns: body.columns,
    lines: body.lines,
    pages: plan.map((page) => ({ number: page.number, name: page.name })),
  };
}

/** The press profiles of a folder, by id; other JSON files are passed by. */
async function readProfiles(folder: string): Promise<readonly ProfileCaption[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const captions = await Promise.all(
    names.map(async (name) => {
      const read = PRESS_PROFILE.safeParse(await readJson(join(folder, name)));
      return read.success ? [profileCaption(name.slice(0, -5), read.data)] : [];
    }),
  );
  return captions.flat();
}

function profileCaption(id: string, profile: PressProfileFile): ProfileCaption {
  const { name, inkLimitPercent, fileName, plates } = profile;
  return { id, name, inkLimitPercent, fileName, plates };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Version of the program, as package.json states it. */
export async function programVersion(packageFile: string): Promise<string> {
  const { version } = JSON.parse(await readFile(packageFile, 'utf8')) as { version: string };
  return version;
}
