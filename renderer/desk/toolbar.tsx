import type { PageCaption } from '#host/contract.ts';
import { zhCn } from '#renderer/strings/zh-cn.ts';

/** What the toolbar shows and sends. */
export interface ToolbarProps {
  readonly issueName: string;
  readonly pages: readonly PageCaption[];
  readonly shownPage: number;
  readonly onShowPage: (page: number) => void;
  /** In percent of actual size. */
  readonly zoomPercent: number;
  readonly onZoom: (wish: ZoomWish) => void;
}

/** What the editor asks of the page's size on the screen. */
export type ZoomWish = 'larger' | 'smaller' | 'whole page' | 'actual size';

/** Name of the issue, its pages, and the size they are shown at. */
export function Toolbar(props: ToolbarProps) {
  return (
    <header className="toolbar">
      <h1>{props.issueName}</h1>
      <nav aria-label={zhCn.pages}>
        {props.pages.map((page, index) => (
          <button
            key={page.number}
            type="button"
            aria-current={index === props.shownPage ? 'page' : undefined}
            onClick={() => props.onShowPage(index)}
          >
            {zhCn.page(page.number, page.name)}
          </button>
        ))}
      </nav>
      <fieldset className="zoom">
        <legend>{zhCn.zoom}</legend>
        <ZoomButton label={zhCn.fitPage} wish="whole page" onZoom={props.onZoom} />
        <ZoomButton label={zhCn.actualSize} wish="actual size" onZoom={props.onZoom} />
        <ZoomButton label={zhCn.zoomOut} wish="smaller" onZoom={props.onZoom} />
        <output>{zhCn.percent(props.zoomPercent)}</output>
        <ZoomButton label={zhCn.zoomIn} wish="larger" onZoom={props.onZoom} />
      </fieldset>
    </header>
  );
}

interface ZoomButtonProps {
  readonly label: string;
  readonly wish: ZoomWish;
  readonly onZoom: (wish: ZoomWish) => void;
}

function ZoomButton({ label, wish, onZoom }: ZoomButtonProps) {
  return (
    <button type="button" onClick={() => onZoom(wish)}>
      {label}
    </button>
  );
}
