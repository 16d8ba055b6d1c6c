import { glyphAddressedFont } from '#engine/fonts/glyph-addressed-font.ts';
import type { Answer } from '#host/contract.ts';
import { readAsset } from '#host/issue-folder/assets.ts';
import { failed, succeeded } from './answers.ts';
import type { ComposingPlaces, ComposingRoom } from './composing-room.ts';
import { openComposingRoom } from './composing-room.ts';
import type { DeskIssue } from './desk-host.ts';
import { folderAnswer } from './screen-failure.ts';

/** Opens an issue with its templates, words and fonts. */
export async function openDeskIssue(places: ComposingPlaces): Promise<Answer<DeskIssue>> {
  const room = await openComposingRoom(places);
  return room.ok ? succeeded(deskIssue(room.value)) : room;
}

function deskIssue({ folder, issue, templates, composer, book }: ComposingRoom): DeskIssue {
  return {
    issue,
    composePage(index) {
      const page = issue.pages[index];
      const template = page && templates.get(page.template);
      if (page === undefined || template === undefined) {
        return failed({ code: 'no-such-page', values: { page: index } });
      }
      return succeeded(composer.composePage(issue, page, template));
    },
    paintFont(face) {
      // Only faces that the page is set in are handed out, fallback faces among them.
      if (!book.opened().includes(face)) return failed({ code: 'no-such-face', values: { face } });
      return succeeded(glyphAddressedFont(book.face(face).program));
    },
    readAsset: async (asset) => folderAnswer(await readAsset(folder, asset)),
  };
}
