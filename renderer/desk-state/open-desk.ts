import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Issue, Page } from '#engine/model/issue.ts';
import type { PageTemplate } from '#engine/model/template.ts';
import type {
  CompositionParts,
  Host,
  DeskState as HostDesk,
  OpenIssueRequest,
  ProfileCaption,
} from '#host/contract.ts';
import type { Composing, ShownPage } from '#renderer/composing/composing.ts';
import type { OpenIssue } from '#renderer/open-issue/open-issue.ts';
import type { PageStock } from '#renderer/page-view/page-stock.ts';
import type { DeskState, Settings } from './desk-state.ts';
import { type Store, useStore } from './store.ts';

/** An issue on the desk with all that works on it. Commands and panels are handed this. */
export interface OpenDesk {
  readonly host: Host;
  /** What the host said when the window opened: templates, profiles, dialogs. */
  readonly hostDesk: HostDesk;
  readonly openIssue: OpenIssue;
  readonly parts: CompositionParts;
  readonly composing: Composing;
  readonly stock: PageStock;
  /** Press profiles as they are now; the newsroom may add its own. */
  readonly profiles: Store<{ readonly list: readonly ProfileCaption[] }>;
  readonly state: Store<DeskState>;
  readonly settings: Store<Settings>;
  /**
   * Puts the issue away: the start window shows, or another issue is opened. It stays when its
   * edits cannot be written, unless they lie safe in a copy.
   */
  leave(next?: OpenIssueRequest, isCopied?: boolean): void;
}

/** The desk of this window. */
export const DeskContext = createContext<OpenDesk | undefined>(undefined);

/** The open desk; components below the open desk only. */
export function useDesk(): OpenDesk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('this part of the screen stands on an open desk');
  return desk;
}

/** A field of the desk's state, kept up to date. */
export function useDeskState<Picked>(select: (state: DeskState) => Picked): Picked {
  return useStore(useDesk().state, select);
}

/** The press profile that the desk works for; undefined when this machine has none. */
export function useProfile(): ProfileCaption | undefined {
  const wish = useStore(useDesk().settings, ({ profile }) => profile);
  const profiles = useProfiles();
  return profiles.find(({ id }) => id === wish) ?? profiles[0];
}

/** The press profiles that can be pressed by. */
export function useProfiles(): readonly ProfileCaption[] {
  return useStore(useDesk().profiles, ({ list }) => list);
}

/** The issue as it is now; unchanged parts keep their identity. */
export function useIssue(): Issue {
  const { openIssue } = useDesk();
  return useSyncExternalStore(inLeisure(openIssue.subscribe), openIssue.issue);
}

/** Panels follow the issue this much later: a keystroke is painted before they are. */
const LEISURE_MS = 80;

type Subscribe = (listener: () => void) => () => void;

const LEISURELY = new WeakMap<Subscribe, Subscribe>();

/** The same news, gathered: however much is typed, panels are made anew some times a second. */
export function inLeisure(subscribe: Subscribe): Subscribe {
  const known = LEISURELY.get(subscribe);
  if (known !== undefined) return known;
  const leisurely: Subscribe = (listener) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = subscribe(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        listener();
      }, LEISURE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  };
  LEISURELY.set(subscribe, leisurely);
  return leisurely;
}

/** The page that shows, as it is in the issue. */
export function usePage(): Page | undefined {
  const id = useDeskState((state) => state.page);
  return useIssue().pages.find((page) => page.id === id);
}

/** The page that shows as it was last composed; undefined until the first composition. */
export function useShownPage(): ShownPage | undefined {
  const { composing } = useDesk();
  const id = useDeskState((state) => state.page);
  return useSyncExternalStore(inLeisure(composing.subscribe), () => composing.page(id));
}

/** The template of a page. */
export function templateOf(desk: OpenDesk, page: Page | undefined): PageTemplate | undefined {
  return desk.parts.templates.find((template) => template.id === page?.template);
}
