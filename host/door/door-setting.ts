import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '#host/issue-folder/replace-file.ts';
import { doorFolder } from './door-folder.ts';
import { OWN_MACHINE, USUAL_PORT } from './open-checked-door.ts';

const SETTING = z.object({
  isOpen: z.boolean(),
  address: z.ipv4(),
  port: z.int().min(1).max(65_535),
});

/** How the desk opens the door. */
export type DoorSetting = z.infer<typeof SETTING>;

const SHUT: DoorSetting = { isOpen: false, address: OWN_MACHINE, port: USUAL_PORT };

/** The setting of the desk; shut where there is none, or it is damaged. */
export async function readDoorSetting(inboxFolder: string): Promise<DoorSetting> {
  try {
    const text = await readFile(join(doorFolder(inboxFolder), 'setting.json'), 'utf8');
    return SETTING.parse(JSON.parse(text));
  } catch {
    return SHUT;
  }
}

/** Notes the setting; errors of the file system are thrown. */
export async function writeDoorSetting(inboxFolder: string, setting: DoorSetting): Promise<void> {
  await mkdir(doorFolder(inboxFolder), { recursive: true });
  const path = join(doorFolder(inboxFolder), 'setting.json');
  await replaceFile(path, `${JSON.stringify(setting)}\n`);
}
