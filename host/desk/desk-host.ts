import type { z } from 'zod';
import type { ComposedPage } from '#engine/compose/composed.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Issue } from '#engine/model/issue.ts';
import type { Answer, DisplayedPage, Host, OpenedIssue } from '#host/contract.ts';
import { failed, succeeded } from './answers.ts';
import {
  badRequest,
  fontRequest,
  openIssueRequest,
  pageRequest,
  pictureRequest,
} from './requests.ts';

/** An issue that lies open on the desk. */
export interface DeskIssue {
  readonly issue: Issue;
  /** Composes a page of the issue, by its place from 0. */
  composePage(page: number): Answer<ComposedPage>;
  /** Bytes of the glyph-addressed copy of a face. */
  paintFont(face: FaceId): Answer<Uint8Array>;
  /** Bytes of an asset. */
  readAsset(asset: string): Promise<Answer<Uint8Array>>;
}

/** Opens an issue folder, or the issue the host was started with. */
export type OpenDeskIssue = (folder: string | undefined) => Promise<Answer<DeskIssue>>;

/** The host contract over one open issue; whatever the screen asks is checked first. */
export function createDeskHost(openIssue: OpenDeskIssue): Host {
  let opening: Promise<Answer<DeskIssue>> | undefined;
  const opened = () => {
    opening ??= openIssue(undefined);
    return opening;
  };
  return {
    openIssue: checked('openIssue', openIssueRequest, async ({ folder }) => {
      opening = openIssue(folder);
      return withValue(await opening, ({ issue }) => succeeded(describeIssue(issue)));
    }),
    composePage: checked('composePage', pageRequest, async ({ page }) =>
      withValue(await opened(), (desk) => withValue(desk.composePage(page), displayPage)),
    ),
    paintFont: checked('paintFont', fontRequest, async ({ face }) =>
      withValue(await opened(), (desk) => desk.paintFont(face)),
    ),
    pictureFile: checked('pictureFile', pictureRequest, async ({ asset }) => {
      const desk = await opened();
      return desk.ok ? desk.value.readAsset(asset) : desk;
    }),
  };
}

function checked<Request, Value>(
  call: string,
  schema: z.ZodType<Request>,
  answer: (request: Request) => Promise<Answer<Value>>,
): (request: unknown) => Promise<Answer<Value>> {
  return async (request) => {
    const read = schema.safeParse(request);
    return read.success ? answer(read.data) : failed(badRequest(call));
  };
}

function describeIssue({ paper, supplement, date, pages }: Issue): OpenedIssue {
  return { paper, supplement, date, pages: pages.map(({ number, name }) => ({ number, name })) };
}

function displayPage({ list, findings }: ComposedPage): Answer<DisplayedPage> {
  return succeeded({ list, findings });
}

function withValue<From, To>(answer: Answer<From>, use: (value: From) => Answer<To>): Answer<To> {
  return answer.ok ? use(answer.value) : answer;
}
