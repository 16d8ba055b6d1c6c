import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageTemplate } from '#engine/model/template.ts';
import type { Answer, DeskState, TemplateCaption } from '#host/contract.ts';
import { succeeded } from './answers.ts';
import { readTemplates } from './composing-parts.ts';
import type { DeskPlaces } from './desk-places.ts';
import { readProfileList } from './profile-list.ts';
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
    readProfileList(places.profilesFolder),
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
    profiles: profiles.profiles,
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

/** Version of the program, as package.json states it. */
export async function programVersion(packageFile: string): Promise<string> {
  const { version } = JSON.parse(await readFile(packageFile, 'utf8')) as { version: string };
  return version;
}
