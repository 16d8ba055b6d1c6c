import { join } from 'node:path';
import type { AdGrid, Issue } from '#engine/model/issue.ts';
import { newIssue } from '#engine/model/new-issue.ts';
import type { Answer, CreateIssueRequest, FolderRequest } from '#host/contract.ts';
import { readIssueFolder } from '#host/issue-folder/read-issue-folder.ts';
import { writeIssueFolder } from '#host/issue-folder/write-issue-folder.ts';
import { readTemplate } from '#host/template-store.ts';
import { failed, succeeded } from './answers.ts';
import { folderAnswer, templateFailure } from './screen-failure.ts';

/** Makes the folder of a new issue from a template, with the partner grid of an earlier one. */
export async function createIssue(
  request: CreateIssueRequest,
  templatesFolder: string,
): Promise<Answer<FolderRequest>> {
  const { parent, paper, supplement, date, partnersFrom } = request;
  const template = await readTemplate(request.template, join(templatesFolder, 'pages'));
  if (!template.ok) return failed(templateFailure(template.failure));
  const partners = await readPartners(partnersFrom);
  if (!partners.ok) return partners;
  const name = folderName(supplement, date);
  const issue = newIssue({
    id: name,
    template: template.value,
    paper,
    supplement,
    date,
    ...partners.value,
  });
  const folder = join(parent, `${name}.issue`);
  const written = await writeIssueFolder({ folder, issue, assetsFrom: partnersFrom });
  return written.ok ? succeeded({ folder }) : folderAnswer(written);
}

/** The partner grid of an earlier issue, with the pictures that it may show. */
interface KeptPartners {
  readonly adGrid?: AdGrid;
  readonly pictures?: Issue['pictures'];
}

async function readPartners(folder: string | undefined): Promise<Answer<KeptPartners>> {
  if (folder === undefined) return succeeded({});
  const reading = folderAnswer(await readIssueFolder(folder));
  if (!reading.ok) return reading;
  const { adGrids, pictures } = reading.value.issue;
  const [adGrid] = Object.values(adGrids);
  return succeeded(adGrid === undefined ? {} : { adGrid, pictures });
}

/** Supplement and date, without what no file system takes. */
function folderName(supplement: string, date: string): string {
  return `${supplement} ${date}`.replaceAll(/[\\/:*?"<>|]|\p{Cc}/gu, '-').trim();
}
