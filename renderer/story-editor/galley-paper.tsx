import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useDesk, useDeskState } from '#renderer/desk-state/open-desk.ts';
import { useMarks } from '#renderer/proofreading/use-marks.ts';
import { textStrings } from '#renderer/strings/text-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { type GalleyLines, lineOf } from './galley-lines.ts';
import type { GalleyView } from './galley-view.ts';
import type { Marked } from './text-device.ts';

/** Type of the galley in pixels: as large as the line of the page fits, within these. */
const TYPE_PX = { least: 12, most: 18, usual: 15 };
/** Height of a line, in em; whole pixels, so that the numbers keep up with the lines. */
const LINE_EM = 1.65;
/** Room for line numbers and a breath on the right, in em of the panel. */
const MARGIN_PX = 56;

export interface GalleyPaperProps {
  readonly article: string;
  readonly lines: GalleyLines | undefined;
  readonly view: GalleyView | undefined;
  /** The editor itself. */
  readonly children: ReactNode;
}

/** The paper of the galley: line numbers, the line of the caret, and where the text is overset. */
export function GalleyPaper({ article, lines, view, children }: GalleyPaperProps) {
  const { galley } = useWords(textStrings);
  const [paper, typePx] = useTypeSize(lines?.longestEm);
  const linePx = Math.round(typePx * LINE_EM);
  const marked = useMarked(article);
  const [caret, setCaret] = useState<CaretBox>();
  const head = marked && lines && placeOf(marked.head);
  const caretLine = head && lineOf(lines.starts, head);
  useLayoutEffect(() => {
    if (view === undefined) return;
    if (marked !== undefined) view.follow(marked);
    setCaret(
      marked && paper.current && !view.hasFocus() ? caretIn(paper.current, view) : undefined,
    );
  }, [view, marked, paper]);
  useEffect(() => {
    if (caretLine === undefined || paper.current === undefined) return;
    scrollTo(paper.current, caretLine, linePx);
  }, [caretLine, linePx, paper]);
  useProofUnderlines(article, view);
  const style = { '--galley-type': `${typePx}px`, '--galley-line': `${linePx}px` };
  const overset = lines === undefined ? 0 : lines.starts.length - lines.setLines;
  return (
    <div className={lines === undefined ? 'galley-scroll loose' : 'galley-scroll'}>
      <div
        className="galley-paper"
        style={style as Record<string, string>}
        ref={(element) => {
          paper.current = element ?? undefined;
        }}
      >
        {lines !== undefined && <LineNumbers lines={lines} current={caretLine} />}
        {lines !== undefined && overset > 0 && (
          <div
            className="galley-fit-mark"
            style={{ top: lines.setLines * linePx, height: overset * linePx }}
          >
            <span className="galley-fit-label" title={galley.oversetHere}>
              {galley.oversetLines(overset)}
            </span>
          </div>
        )}
        {caretLine !== undefined && (
          <div className="galley-caret-line" style={{ top: caretLine * linePx }} />
        )}
        {caret !== undefined && (
          <div className="galley-caret" style={{ left: caret.left, top: caret.top }} />
        )}
        {children}
      </div>
    </div>
  );
}

/** What proofreading found in this story is underlined as on the page. */
function useProofUnderlines(article: string, view: GalleyView | undefined): void {
  const { open } = useMarks();
  useEffect(() => {
    const name = new RegExp(`^article:${article}/story:(\\d+)$`);
    const own = open.flatMap(({ where: { text, start, end }, words }) => {
      const paragraph = name.exec(text)?.[1];
      return paragraph === undefined ? [] : [{ paragraph: Number(paragraph), start, end, words }];
    });
    view?.underline(own);
  }, [open, article, view]);
}

interface LineNumbersProps {
  readonly lines: GalleyLines;
  readonly current: number | undefined;
}

/** Every fifth one, and the one of the caret; the overset mark takes the place of its own. */
function LineNumbers({ lines: { starts, setLines }, current }: LineNumbersProps) {
  const isShown = (number: number) =>
    number !== setLines && (number === current || (number + 1) % 5 === 0 || number === 0);
  return (
    <div className="galley-numbers" aria-hidden>
      {starts.map(({ paragraph, start }, number) => (
        <span key={`${paragraph}/${start}`} className={number === current ? 'current' : undefined}>
          {isShown(number) ? number + 1 : ''}
        </span>
      ))}
    </div>
  );
}

interface CaretBox {
  readonly left: number;
  readonly top: number;
}

function caretIn(paper: HTMLElement, view: GalleyView): CaretBox {
  const box = paper.getBoundingClientRect();
  const { left, top } = view.caretBox();
  return { left: left - box.left, top: top - box.top };
}

/** The selection of the page, as far as it lies in this story. */
function useMarked(article: string): Marked | undefined {
  const selection = useDeskState((state) => state.selection);
  const isHere = selection.kind === 'text' && selection.text.text === `article:${article}/story`;
  return isHere ? selection.text : undefined;
}

function placeOf({ text, offset, edge }: Marked['head']) {
  const paragraph = Number(/:(\d+)$/.exec(text)?.[1] ?? 0);
  return { paragraph, offset, isBehind: edge === 'trailing' };
}

/** No farther than needed, with a line to spare. */
function scrollTo(paper: HTMLElement, line: number, linePx: number): void {
  const scroll = paper.parentElement;
  if (scroll === null) return;
  const top = line * linePx;
  const least = top - linePx;
  const most = top + 2 * linePx - scroll.clientHeight;
  if (scroll.scrollTop > least) scroll.scrollTop = Math.max(0, least);
  else if (scroll.scrollTop < most) scroll.scrollTop = most;
}

/** The longest line of the page fits into the panel, where type of a readable size allows. */
function useTypeSize(longestEm: number | undefined) {
  const paper = useRef<HTMLElement>(undefined);
  const { settings } = useDesk();
  const [widthPx, setWidthPx] = useState(0);
  useLayoutEffect(() => {
    const scroll = paper.current?.parentElement;
    if (!scroll) return;
    const observer = new ResizeObserver(() => setWidthPx(scroll.clientWidth));
    observer.observe(scroll);
    return () => observer.disconnect();
  }, []);
  const scale = settings.read().scalePercent / 100;
  if (longestEm === undefined || longestEm === 0 || widthPx === 0) {
    return [paper, TYPE_PX.usual * scale] as const;
  }
  const fitting = Math.floor((2 * (widthPx - MARGIN_PX * scale)) / longestEm) / 2;
  const typePx = Math.min(TYPE_PX.most * scale, Math.max(TYPE_PX.least * scale, fitting));
  return [paper, typePx] as const;
}
