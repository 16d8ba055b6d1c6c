import { useMemo, useState } from 'react';
import type { Host, OpenedIssue } from '#host/contract.ts';
import { createPageStock } from '#renderer/page-view/page-stock.ts';
import { PageView } from '#renderer/page-view/page-view.tsx';
import { ACTUAL_SIZE, fittingZoom, steppedZoom } from '#renderer/page-view/viewport.ts';
import { zhCn } from '#renderer/strings/zh-cn.ts';
import { Notice } from './notice.tsx';
import { StatusLine } from './status-line.tsx';
import type { ZoomWish } from './toolbar.tsx';
import { Toolbar } from './toolbar.tsx';
import { useDisplayedPage } from './use-displayed-page.ts';
import { useIssue } from './use-issue.ts';
import { useWindowSize } from './use-window-size.ts';

/** The window: toolbar, the page, and what there is to say about it. Read-only as yet. */
export function Desk({ host }: { readonly host: Host }) {
  const { issue, failure } = useIssue(host);
  if (issue === undefined) return <Notice failure={failure} otherwise={zhCn.opening} />;
  return <OpenDesk host={host} issue={issue} />;
}

/** Toolbar and status line take this much of the window's height; see desk.css. */
const BARS_PX = 76;

function OpenDesk({ host, issue }: { readonly host: Host; readonly issue: OpenedIssue }) {
  const stock = useMemo(() => createPageStock(host), [host]);
  const [shownPage, showPage] = useState(0);
  const { page, failures, isArriving, stockRound } = useDisplayedPage(host, stock, shownPage);
  const { widthPx, heightPx } = useWindowSize();
  const [wishedZoom, setWishedZoom] = useState<number>();

  const wholePage = page && fittingZoom(page.list, widthPx, heightPx - BARS_PX);
  const zoom = wishedZoom ?? wholePage ?? ACTUAL_SIZE;
  const caption = issue.pages[shownPage];
  return (
    <div className="desk">
      <Toolbar
        issueName={zhCn.issue(issue.paper, issue.supplement, issue.date)}
        pages={issue.pages}
        shownPage={shownPage}
        onShowPage={showPage}
        zoomPercent={Math.round((zoom / ACTUAL_SIZE) * 100)}
        onZoom={(wish) => setWishedZoom(zoomFor(wish, zoom))}
      />
      {page === undefined ? (
        <Notice failure={failures[0]} otherwise={zhCn.composing} />
      ) : (
        <PageView
          list={page.list}
          stock={stock}
          stockRound={stockRound}
          isArriving={isArriving}
          zoom={zoom}
          label={caption === undefined ? zhCn.product : zhCn.page(caption.number, caption.name)}
        />
      )}
      <StatusLine
        findingCount={page?.findings.length}
        failures={page === undefined ? [] : failures}
      />
    </div>
  );
}

/** Undefined stands for the whole page, whatever the window's size. */
function zoomFor(wish: ZoomWish, zoom: number): number | undefined {
  switch (wish) {
    case 'whole page':
      return undefined;
    case 'actual size':
      return ACTUAL_SIZE;
    case 'larger':
      return steppedZoom(zoom, 1);
    case 'smaller':
      return steppedZoom(zoom, -1);
  }
}
