import { readFileSync } from 'node:fs';
import type { Issue } from '#engine/model/issue.ts';
import { parseIssue } from '#engine/model/issue-schema.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { parseTemplate } from '#engine/model/template-schema.ts';

/** The sample issue from templates/samples. */
export function sampleIssue(): Issue {
  const parsed = parseIssue(
    readJson('templates/samples/park-supplement-2021-06-18.issue/issue.json'),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return parsed.value;
}

/** A page template of templates/pages. */
export function pageTemplate(id: string): PageTemplate {
  const parsed = parseTemplate(readJson(`templates/pages/${id}.json`));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return parsed.value;
}

/** A JSON file of the project, by its path from the top. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
}
