import type { PointerEvent } from 'react';
import { type Key, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useDesk, useDeskState } from '#renderer/desk-state/open-desk.ts';
import type { Sides } from '#renderer/desk-state/sides.ts';
import { type Store, useStore } from '#renderer/desk-state/store.ts';
import { FindingLight } from '#renderer/preflight/finding-light.tsx';
import { deskStrings } from '#renderer/strings/desk-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
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
  // A click on the tab of the panel that shows folds it away, another click brings it back.
  const foldShown = ({ target }: PointerEvent) => {
    if (!(target instanceof Element)) return;
    if (target.closest('[role=tab][aria-selected=true]') === null) return;
    desk.state.change(({ showsRight }) => ({ showsRight: !showsRight }));
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
        {/* First in the order of Tab, last in the row; panels take their ids from it. */}
        <div className="rail-frame" onPointerDownCapture={foldShown}>
          <TabList className="rail" aria-label={words.panels}>
            {PANEL_PLACES.map((place) => (
              <RailTab key={place.name} place={place} isOpen={isOpen} />
            ))}
          </TabList>
        </div>
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
      </Tabs>
    </aside>
  );
}

interface RailTabProps {
  readonly place: PanelPlace;
  readonly isOpen: boolean;
}

/** A picture with its word below. */
function RailTab({ place: { name, icon: Icon }, isOpen }: RailTabProps) {
  const words = useWords(deskStrings);
  return (
    <Tab id={name} className={isOpen ? 'rail-tab open' : 'rail-tab'}>
      <span className="rail-icon">
        <Icon aria-hidden />
        {name === 'findings' && <FindingLight />}
      </span>
      {words[name]}
    </Tab>
  );
}
