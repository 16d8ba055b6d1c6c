import { readFile } from 'node:fs/promises';
import { type Attempt, failed, systemFailure } from './folder-failure.ts';
import { findJsonFault } from './json-fault.ts';

/** A JSON file as text and value. */
export interface JsonFile {
  readonly text: string;
  readonly json: unknown;
}

/** Reads a JSON file; damage is reported with its line and column. */
export async function readJsonFile(path: string): Promise<Attempt<JsonFile>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return failed(systemFailure(path, error));
  }
  // Editors of other systems put a byte order mark in front; JSON.parse takes it for damage.
  const bare = text.replace(/^\ufeff/u, '');
  try {
    return { ok: true, value: { text, json: JSON.parse(bare) } };
  } catch {
    const fault = findJsonFault(bare) ?? { line: 1, column: 1 };
    return failed({ code: 'damaged json', path, ...fault });
  }
}
