import type { OpenDialogOptions, OpenDialogReturnValue } from 'electron';
import { dialog } from 'electron';
import type { Answer } from '#host/contract.ts';
import type { ChoosePathRequest, ChosenPath } from '#host/path-contract.ts';
import { frontWindow } from './front-window.ts';
import { shellWords } from './words.ts';

const PICTURE_ENDINGS = ['jpg', 'jpeg', 'png', 'tif', 'tiff', 'webp', 'gif', 'heic', 'avif'];
const ISSUE_ENDING = '.issue';

/** Asks for a folder or file in the system's own dialog, which belongs to the window. */
export async function choosePath({
  purpose,
  startAt,
}: ChoosePathRequest): Promise<Answer<ChosenPath>> {
  const path =
    purpose === 'save copy' ? await askWhereToSave(startAt) : await askToOpen(purpose, startAt);
  return { ok: true, value: { path } };
}

type Opening = Exclude<ChoosePathRequest['purpose'], 'save copy'>;

async function askToOpen(purpose: Opening, startAt?: string): Promise<string | undefined> {
  const options = { ...openingOptions()[purpose], ...(startAt && { defaultPath: startAt }) };
  const { canceled, filePaths } = await showOpening(options);
  return canceled ? undefined : filePaths[0];
}

function showOpening(options: OpenDialogOptions): Promise<OpenDialogReturnValue> {
  const window = frontWindow();
  return window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options);
}

function openingOptions(): Readonly<Record<Opening, OpenDialogOptions>> {
  const words = shellWords();
  const newFolder = ['openDirectory', 'createDirectory', 'promptToCreate'] as const;
  return {
    'open issue': {
      title: words.openIssueTitle,
      buttonLabel: words.openIssueButton,
      // On macOS an issue folder is a package, which its dialog counts among the files.
      properties: process.platform === 'darwin' ? ['openFile', 'openDirectory'] : ['openDirectory'],
    },
    'issues folder': {
      title: words.issuesFolderTitle,
      buttonLabel: words.chooseButton,
      properties: [...newFolder],
    },
    'press folder': {
      title: words.pressFolderTitle,
      buttonLabel: words.chooseButton,
      properties: [...newFolder],
    },
    'drafts folder': {
      title: words.draftsFolderTitle,
      buttonLabel: words.chooseButton,
      properties: [...newFolder],
    },
    picture: {
      title: words.pictureTitle,
      buttonLabel: words.pictureButton,
      properties: ['openFile'],
      filters: [{ name: words.pictures, extensions: PICTURE_ENDINGS }],
    },
  };
}

async function askWhereToSave(startAt: string | undefined): Promise<string | undefined> {
  const words = shellWords();
  const options = {
    title: words.saveCopyTitle,
    buttonLabel: words.saveCopyButton,
    nameFieldLabel: words.saveCopyName,
    ...(startAt && { defaultPath: startAt }),
  };
  const window = frontWindow();
  const saving = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options);
  if (saving.canceled || saving.filePath === '') return undefined;
  const isIssue = saving.filePath.toLowerCase().endsWith(ISSUE_ENDING);
  return isIssue ? saving.filePath : saving.filePath + ISSUE_ENDING;
}
