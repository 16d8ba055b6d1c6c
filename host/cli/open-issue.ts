import { fileURLToPath } from 'node:url';
import type { Page } from '#engine/model/issue.ts';
import type { Failure } from '#host/contract.ts';
import type { ComposingRoom } from '#host/desk/composing-room.ts';
import { openComposingRoom } from '#host/desk/composing-room.ts';
import type { ExitCode } from './exit-codes.ts';
import { EXIT } from './exit-codes.ts';

/** Templates lie beside the sources, and beside the bundle. */
const TEMPLATES = fileURLToPath(new URL('../../templates', import.meta.url));

/** An issue and the pages of it that a command was asked for. */
export interface ChosenPages {
  readonly ok: true;
  readonly room: ComposingRoom;
  readonly pages: readonly Page[];
}

/** Why there are none, with the exit code. */
export interface NoPages {
  readonly ok: false;
  readonly failure: Failure;
  readonly exit: ExitCode;
}

/** What the command line names. */
export interface IssueRequest {
  readonly folder: string;
  /** Place from 1, or number as printed; all pages otherwise. */
  readonly page: string | undefined;
  readonly template: string | undefined;
}

/** Opens an issue and picks the pages asked for. */
export async function openIssue(request: IssueRequest): Promise<ChosenPages | NoPages> {
  const { folder, template } = request;
  const room = await openComposingRoom({ folder, template, templatesFolder: TEMPLATES });
  if (!room.ok) return { ok: false, failure: room.failure, exit: exitOf(room.failure) };
  const { pages } = room.value.issue;
  const chosen = request.page === undefined ? pages : pagesNamed(pages, request.page);
  if (chosen.length > 0) return { ok: true, room: room.value, pages: chosen };
  const values = { page: request.page ?? '', pages: pages.map((page) => page.number).join('、') };
  return { ok: false, failure: { code: 'no-such-page', values }, exit: EXIT.page };
}

/** By the number printed on the page first: an issue may well begin with page 5. */
function pagesNamed(pages: readonly Page[], name: string): readonly Page[] {
  const printed = pages.filter((page) => page.number.toLowerCase() === name.toLowerCase());
  if (printed.length > 0) return printed;
  const place = /^[1-9]\d*$/.test(name) ? pages[Number(name) - 1] : undefined;
  return place === undefined ? [] : [place];
}

const MATERIAL = /^(font-|missing template$|missing asset$|damaged asset$)/;

function exitOf({ code }: Failure): ExitCode {
  return MATERIAL.test(code) ? EXIT.material : EXIT.issue;
}
