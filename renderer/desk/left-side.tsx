import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Sides } from '#renderer/desk-state/sides.ts';
import { type Store, useStore } from '#renderer/desk-state/store.ts';
import { InboxList } from '#renderer/inbox/inbox-list.tsx';
import { UnplacedList } from '#renderer/make-up/unplaced-list.tsx';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { PageList } from './page-list.tsx';
import { SideEdge } from './side-edge.tsx';

const LISTS: readonly (readonly ['pages' | 'unplaced' | 'inbox', () => ReactNode])[] = [
  ['pages', PageList],
  ['unplaced', UnplacedList],
  ['inbox', InboxList],
];

/** Pages of the issue, what has no place on them yet, and what correspondents sent. */
export function LeftSide({ sides }: { readonly sides: Store<Sides> }) {
  const words = useWords(deskStrings);
  const width = useStore(sides, (now) => now.left);
  return (
    <aside className="side left" aria-label={words.pages} style={{ width: `${width}rem` }}>
      <Tabs className="side-tabs">
        <TabList className="tabs" aria-label={words.pages}>
          {LISTS.map(([name]) => (
            <Tab key={name} className="tab" id={name}>
              {words[name]}
            </Tab>
          ))}
        </TabList>
        {LISTS.map(([name, List]) => (
          <TabPanel key={name} className="tab-panel" id={name}>
            <List />
          </TabPanel>
        ))}
      </Tabs>
      <SideEdge side="left" sides={sides} />
    </aside>
  );
}
