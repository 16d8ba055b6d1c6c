import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { PanelName } from '#renderer/desk-state/desk-state.ts';
import { useDesk, useDeskState } from '#renderer/desk-state/open-desk.ts';
import { PropertiesPanel } from '#renderer/properties/properties-panel.tsx';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { FindingsPanel } from './findings-panel.tsx';

/** Panels in the order of their tabs. */
const PANELS: readonly (readonly [PanelName, () => ReactNode])[] = [
  ['properties', PropertiesPanel],
  ['findings', FindingsPanel],
];

/** The panels on the right, one at a time. */
export function RightSide() {
  const desk = useDesk();
  const words = useWords(deskStrings);
  const panel = useDeskState((state) => state.panel);
  const shown = PANELS.some(([name]) => name === panel) ? panel : 'properties';
  return (
    <aside className="side right" aria-label={words.panels}>
      <Tabs
        className="side-tabs"
        selectedKey={shown}
        onSelectionChange={(key) => {
          const chosen = PANELS.find(([name]) => name === key);
          if (chosen !== undefined) desk.state.change({ panel: chosen[0] });
        }}
      >
        <TabList className="tabs" aria-label={words.panels}>
          {PANELS.map(([name]) => (
            <Tab key={name} id={name} className="tab">
              {words[name]}
            </Tab>
          ))}
        </TabList>
        {PANELS.map(([name, Panel]) => (
          <TabPanel key={name} id={name} className="tab-panel">
            <Panel />
          </TabPanel>
        ))}
      </Tabs>
    </aside>
  );
}
