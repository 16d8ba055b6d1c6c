import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Issue } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import { parseTemplate } from '#engine/model/template-schema.ts';
import { type FolderFailure, parseFailure } from './issue-folder/folder-failure.ts';
import { readJsonFile } from './issue-folder/json-file.ts';

/** Why a page template could not be read. */
export type TemplateFailure =
  | { readonly code: 'missing template'; readonly template: string }
  | FolderFailure;

/** The template, or why there is none. */
export type TemplateReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: TemplateFailure };

/** Reads one page template by its id. */
export async function readTemplate(
  id: string,
  folder: string,
): Promise<TemplateReading<PageTemplate>> {
  // Ids come from issues that others have written; a path must not hide in one.
  const missing = { ok: false, failure: { code: 'missing template', template: id } } as const;
  if (!/^[a-z0-9][a-z0-9-]*$/u.test(id)) return missing;
  const path = join(folder, `${id}.json`);
  const file = await readJsonFile(path);
  if (!file.ok) return file.failure.code === 'missing folder' ? missing : file;
  const parsed = parseTemplate(file.value.json);
  return parsed.ok ? parsed : { ok: false, failure: parseFailure(path, parsed.failure) };
}

/** Reads the templates of all pages of an issue, by their ids. */
export async function readTemplatesOf(
  issue: Issue,
  folder: string,
): Promise<TemplateReading<ReadonlyMap<string, PageTemplate>>> {
  const templates = new Map<string, PageTemplate>();
  for (const { template } of issue.pages) {
    if (templates.has(template)) continue;
    const reading = await readTemplate(template, folder);
    if (!reading.ok) return reading;
    templates.set(template, reading.value);
  }
  return { ok: true, value: templates };
}

/** Ids of the templates in a folder, in the order of the alphabet. */
export async function listTemplates(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : [])).sort();
}
