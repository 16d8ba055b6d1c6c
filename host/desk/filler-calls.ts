import { join } from 'node:path';
import type { Answer } from '#host/contract.ts';
import type { FillerHost } from '#host/filler-contract.ts';
import {
  type FillerFolders,
  keepOwnFiller,
  ownFillerFile,
  readStock,
  removeOwnFiller,
} from '#host/fillers/filler-stock.ts';
import { ownFillersFolder } from '#host/user-folders.ts';
import { failed, succeeded } from './answers.ts';
import type { DeskCalls } from './desk-host.ts';
import type { DeskPlaces } from './desk-places.ts';

/** The calls over the shipped fillers and those of the newsroom. */
export function fillerCalls({ templatesFolder }: DeskPlaces): Pick<DeskCalls, keyof FillerHost> {
  const folders: FillerFolders = {
    shipped: join(templatesFolder, 'fillers'),
    own: ownFillersFolder(),
  };
  const stock = async () => succeeded(await readStock(folders));
  return {
    listFillers: stock,
    keepFiller: ({ filler, bytes }) =>
      written(async () => {
        const trouble = await keepOwnFiller(folders, filler, bytes);
        if (trouble === undefined) return stock();
        return failed({ code: 'filler-other-file', values: { name: filler.name } });
      }),
    removeFiller: ({ id }) =>
      written(async () => {
        await removeOwnFiller(folders, id);
        return stock();
      }),
    async fillerFile({ id }) {
      const bytes = await ownFillerFile(folders, id);
      return bytes === undefined
        ? failed({ code: 'filler-file-missing', values: {} })
        : succeeded(new Uint8Array(bytes));
    },
  };
}

async function written<Value>(write: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
  try {
    return await write();
  } catch (trouble) {
    const reason = trouble instanceof Error ? trouble.message : String(trouble);
    return failed({ code: 'filler-not-written', values: { reason } });
  }
}
