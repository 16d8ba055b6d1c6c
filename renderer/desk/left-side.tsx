import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { PageList } from './page-list.tsx';

/** Pages of the issue, and the stories that have no place yet. */
export function LeftSide() {
  const words = useWords(deskStrings);
  return (
    <aside className="side left" aria-label={words.pages}>
      <Tabs className="side-tabs">
        <TabList className="tabs" aria-label={words.pages}>
          <Tab className="tab" id="pages">
            {words.pages}
          </Tab>
        </TabList>
        <TabPanel className="tab-panel" id="pages">
          <PageList />
        </TabPanel>
      </Tabs>
    </aside>
  );
}
