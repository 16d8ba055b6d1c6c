import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Issue } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import type {
  Answer,
  Failure,
  Host,
  DeskState as HostDesk,
  OpenIssueRequest,
} from '#host/contract.ts';
import { type ComposingRoom, openComposingRoom } from '#renderer/composing/composing.ts';
import { firstDeskState, type Settings } from '#renderer/desk-state/desk-state.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { createStore, type Store } from '#renderer/desk-state/store.ts';
import { openIssueHere } from '#renderer/open-issue/open-issue.ts';
import { createPageStock } from '#renderer/page-view/page-stock.ts';
import { STORY_ORIGIN } from '#renderer/story-editor/story-origin.ts';

/** What the window has before an issue lies on the desk. */
export interface WindowParts {
  readonly host: Host;
  readonly hostDesk: HostDesk;
  readonly settings: Store<Settings>;
  readonly leave: OpenDesk['leave'];
}

/** Opens an issue with all that works on it: document, composing worker, fonts and pictures. */
export async function openDeskParts(
  window: WindowParts,
  request: OpenIssueRequest,
): Promise<Answer<OpenDesk>> {
  const room = openComposingRoom(window.host);
  const answer = await openInRoom(window, room, request);
  if (!answer.ok) room.close();
  return answer;
}

async function openInRoom(
  { host, hostDesk, settings, leave }: WindowParts,
  room: ComposingRoom,
  request: OpenIssueRequest,
): Promise<Answer<OpenDesk>> {
  // Neither depends on the issue: fetched while it is being opened.
  const composition = Promise.all([
    host.compositionParts({}),
    host.lexicon({}),
    host.listProfiles({}),
  ]);
  const opened = await host.openIssue(request);
  if (!opened.ok) return opened;
  const { session } = opened.value;
  const document = await host.issueDocument({ session });
  if (!document.ok) return document;
  const [parts, lexicon, listed] = await composition;
  if (!parts.ok) return parts;
  if (!lexicon.ok) return lexicon;
  const openIssue = openIssueHere({
    host,
    opened: opened.value,
    document: document.value,
    origins: [STORY_ORIGIN],
  });
  if (isFailure(openIssue)) return { ok: false, failure: openIssue };
  const faces = facesOfFirstPage(openIssue.issue(), parts.value.templates);
  const composing = room.open({ openIssue, parts: parts.value, lexicon: lexicon.value, faces });
  const page = openIssue.issue().pages[0]?.id ?? '';
  composing.show(page);
  const stock = createPageStock(host, session);
  stock.fetchFaces(faces);
  const state = createStore(firstDeskState(page));
  const list = listed.ok ? listed.value.profiles : hostDesk.profiles;
  const shared = { host, hostDesk, profiles: createStore({ list }), settings, leave };
  const desk = { ...shared, openIssue, parts: parts.value, composing, stock, state };
  return { ok: true, value: desk };
}

/** They are fetched, for setting and for painting, before the page asks for them. */
function facesOfFirstPage(
  { pages }: Issue,
  templates: readonly PageTemplate[],
): ReadonlySet<FaceId> {
  const template = templates.find(({ id }) => id === pages[0]?.template);
  return new Set(Object.values(template?.styles ?? {}).map(({ face }) => face));
}

function isFailure(opened: object): opened is Failure {
  return 'code' in opened;
}
