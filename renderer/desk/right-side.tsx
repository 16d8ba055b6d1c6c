import { type Key, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useDesk, useDeskState } from '#renderer/desk-state/open-desk.ts';
import type { Sides } from '#renderer/desk-state/sides.ts';
import { type Store, useStore } from '#renderer/desk-state/store.ts';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { FindingLight } from './finding-light.tsx';
import { PANEL_PLACES, type PanelPlace } from './panel-list.ts';
import { SideEdge } from './side-edge.tsx';

/** The panels on the right, one at a time, and the rail of their tabs at the edge of the window. */
export function RightSide({ sides }: { readonly sides: Store<Sides> }) {
  const desk = useDesk();
  const words = useWords(deskStrings);
  const panel = useDeskState((state) => state.panel);
  const isOpen = useDeskState((state) => state.showsRight);
  const width = useStore(sides, (now) => now.right);
  const shown = PANEL_PLACES.find(({ name }) => name === panel) ?? PANEL_PLACES[0];
  const choose = (key: Key) => {
    const chosen = PANEL_PLACES.find(({ name }) => name === key);
    if (chosen !== undefined) desk.state.change({ panel: chosen.name, showsRight: true });
  };
  return (
    <aside className="side right" aria-label={words.panels}>
      <Tabs
        className="side-rail"
        orientation="vertical"
        keyboardActivation="manual"
        selectedKey={shown?.name ?? 'properties'}
        onSelectionChange={choose}
      >
        {PANEL_PLACES.map(({ name, Panel }) => (
          // An element of the tab even while it is folded: the tab points to it by its id.
          <TabPanel
            key={name}
            id={name}
            className="side-panel"
            style={isOpen ? { width: `${width}rem` } : { display: 'none' }}
          >
            {isOpen && (
              <>
                <SideEdge side="right" sides={sides} />
                <h2 className="side-title">{words[name]}</h2>
                <div className="side-scroll">
                  <Panel />
                </div>
              </>
            )}
          </TabPanel>
        ))}
        <TabList className="rail" aria-label={words.panels}>
          {PANEL_PLACES.map((place) => (
            <RailTab key={place.name} place={place} isOpen={isOpen} />
          ))}
        </TabList>
      </Tabs>
    </aside>
  );
}

interface RailTabProps {
  readonly place: PanelPlace;
  readonly isOpen: boolean;
}

/** A picture with its word below; a click on the tab of the open panel folds it away. */
function RailTab({ place: { name, icon: Icon }, isOpen }: RailTabProps) {
  const desk = useDesk();
  const words = useWords(deskStrings);
  return (
    <Tab
      id={name}
      className={isOpen ? 'rail-tab open' : 'rail-tab'}
      onPressStart={() => {
        const { panel, showsRight } = desk.state.read();
        if (panel === name) desk.state.change({ showsRight: !showsRight });
      }}
    >
      <span className="rail-icon">
        <Icon aria-hidden />
        {name === 'findings' && <FindingLight />}
      </span>
      {words[name]}
    </Tab>
  );
}
