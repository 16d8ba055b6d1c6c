import { createHash } from 'node:crypto';
import { access, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Attempt, errorCode, failed, systemFailure } from './folder-failure.ts';
import { replaceFile } from './replace-file.ts';

/** Folder of the photographs in an issue folder. */
export const ASSETS = 'assets';

/** Hex digest that names an asset or a saved file. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Reads an asset by its name and checks that the bytes are still those it was named for. */
export async function readAsset(folder: string, asset: string): Promise<Attempt<Uint8Array>> {
  const path = join(folder, ASSETS, asset);
  if (!/^[0-9a-f]{64}\.[a-z0-9]+$/u.test(asset)) return failed({ code: 'missing asset', asset });
  try {
    const bytes = await readFile(path);
    if (sha256(bytes) !== asset.slice(0, 64)) return failed({ code: 'damaged asset', asset });
    return { ok: true, value: bytes };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return failed({ code: 'missing asset', asset });
    return failed(systemFailure(path, error));
  }
}

/** Keeps bytes as an asset and returns its name; the same bytes are kept once. */
export async function addAsset(
  folder: string,
  bytes: Uint8Array,
  suffix: string,
): Promise<Attempt<string>> {
  const asset = `${sha256(bytes)}.${suffix}`;
  const path = join(folder, ASSETS, asset);
  try {
    await mkdir(join(folder, ASSETS), { recursive: true });
    if (!(await exists(path))) await replaceFile(path, bytes);
    return { ok: true, value: asset };
  } catch (error) {
    return failed(systemFailure(path, error));
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
