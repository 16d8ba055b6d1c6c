import { PageView } from '#renderer/page-view/page-view.tsx';
import { TextLayer } from '#renderer/story-editor/text-layer.tsx';
import { StatusLine } from './status-line.tsx';

/** The window with an issue open: bars, panels, and the page in the middle. */
export function DeskWindow() {
  return (
    <div className="desk">
      <header className="toolbar" />
      <PageView>
        <TextLayer />
      </PageView>
      <StatusLine />
    </div>
  );
}
