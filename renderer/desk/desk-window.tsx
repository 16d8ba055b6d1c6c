import { useEffect } from 'react';
import { listenToKeys } from '#renderer/commands/listen-to-keys.ts';
import { useDesk, useDeskState } from '#renderer/desk-state/open-desk.ts';
import { PageView } from '#renderer/page-view/page-view.tsx';
import { TextLayer } from '#renderer/story-editor/text-layer.tsx';
import { Dialogs } from './dialogs.tsx';
import { LeftSide } from './left-side.tsx';
import { Notices } from './notices.tsx';
import { RightSide } from './right-side.tsx';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';
import { useCloseGuard } from './use-close-guard.ts';

/** The window with an issue open: bars, panels, and the page in the middle. */
export function DeskWindow() {
  const desk = useDesk();
  const showsLeft = useDeskState((state) => state.showsLeft);
  const showsRight = useDeskState((state) => state.showsRight);
  useEffect(() => listenToKeys(desk), [desk]);
  useCloseGuard(desk);
  return (
    <div className="desk">
      <TopBar />
      <Notices />
      <div className="desk-middle">
        {showsLeft && <LeftSide />}
        <PageView>
          <TextLayer />
        </PageView>
        {showsRight && <RightSide />}
      </div>
      <StatusLine />
      <Dialogs />
    </div>
  );
}
