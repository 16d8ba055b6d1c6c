import { useEffect, useMemo } from 'react';
import { listenToKeys } from '#renderer/commands/listen-to-keys.ts';
import { hasNativeMenus, keepNativeMenus } from '#renderer/commands/native-menus.ts';
import { PageContextMenu } from '#renderer/commands/page-context-menu.tsx';
import { useDesk, useDeskState } from '#renderer/desk-state/open-desk.ts';
import { DraftDrop } from '#renderer/inbox/draft-drop.tsx';
import { MakeUpLayer } from '#renderer/make-up/make-up-layer.tsx';
import { PageView } from '#renderer/page-view/page-view.tsx';
import { CropLayer } from '#renderer/pictures/crop-layer.tsx';
import { PictureDrop } from '#renderer/pictures/picture-drop.tsx';
import { PlaceLayer } from '#renderer/pictures/place-layer.tsx';
import { RasterDialog } from '#renderer/pictures/raster-dialog.tsx';
import { RemarkNote } from '#renderer/pictures/remark-note.tsx';
import { ProofLayer } from '#renderer/proofreading/proof-layer.tsx';
import { CutMarks } from '#renderer/properties/cut-marks.tsx';
import { TextLayer } from '#renderer/story-editor/text-layer.tsx';
import { Dialogs } from './dialogs.tsx';
import { LeftSide } from './left-side.tsx';
import { Notices } from './notices.tsx';
import { createPointerPlace, PointerWatch } from './pointer-place.tsx';
import { RevealChosen } from './reveal-chosen.tsx';
import { RightSide } from './right-side.tsx';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';
import { useCloseGuard } from './use-close-guard.ts';
import { useKeptSides } from './use-kept-sides.ts';
import { ZoomOnChosen } from './zoom-on-chosen.tsx';

/** The window with an issue open: bars, panels, and the page in the middle. */
export function DeskWindow() {
  const desk = useDesk();
  const sides = useKeptSides(desk);
  const pointer = useMemo(createPointerPlace, []);
  const showsLeft = useDeskState((state) => state.showsLeft);
  useEffect(() => listenToKeys(desk), [desk]);
  useEffect(() => (hasNativeMenus() ? keepNativeMenus(desk) : undefined), [desk]);
  useCloseGuard(desk);
  return (
    <div className="desk">
      <TopBar />
      <Notices />
      <div className="desk-middle">
        {showsLeft && <LeftSide sides={sides} />}
        <PageView>
          <MakeUpLayer />
          <TextLayer />
          <CutMarks />
          <CropLayer />
          <ProofLayer />
          <PictureDrop />
          <DraftDrop />
          <PlaceLayer />
          <RemarkNote />
          <PageContextMenu />
          <PointerWatch place={pointer} />
          <RevealChosen />
          <ZoomOnChosen />
        </PageView>
        <RightSide sides={sides} />
      </div>
      <StatusLine pointer={pointer} />
      <Dialogs />
      <RasterDialog />
    </div>
  );
}
