import { useEffect, useState } from 'react';
import { type Hole, holeKey, pageHoles } from '#engine/fillers/page-holes.ts';
import { useKeptKeyboard } from '#renderer/controls/use-kept-keyboard.ts';
import { templateOf, useDesk, useIssue, usePage } from '#renderer/desk-state/open-desk.ts';
import { useStore } from '#renderer/desk-state/store.ts';
import { useSettledPage } from '#renderer/properties/settled-page.ts';
import { fillerStrings } from '#renderer/strings/filler-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { fillerDeskOf, loadStock } from './filler-desk.ts';
import { FittingFillers } from './fitting-fillers.tsx';
import { HoleList } from './hole-list.tsx';
import { PlacedFillers } from './placed-fillers.tsx';
import { StockSection } from './stock-section.tsx';
import './fillers.css';

/** Holes of the page that shows, what closes them, and the stock of the house (补白). */
export function FillersPanel() {
  const desk = useDesk();
  const words = useWords(fillerStrings);
  const holes = useHoles();
  const wanted = useStore(fillerDeskOf(desk), ({ hole }) => hole);
  const hole = holes.find((one) => holeKey(one) === wanted);
  const [remark, setRemark] = useState('');
  const panel = useKeptKeyboard();
  useEffect(() => {
    void loadStock(desk);
  }, [desk]);
  const say = (isDone: boolean, done = '') => setRemark(isDone ? done : words.failed);
  return (
    <div className="fillers" tabIndex={-1} {...panel}>
      <HoleList holes={holes} chosen={hole} />
      <FittingFillers hole={hole} say={say} />
      <p className="fillers-remark" role="status">
        {remark}
      </p>
      <PlacedFillers say={say} />
      <StockSection />
    </div>
  );
}

/** The holes of the page as it was last composed from the issue; previews do not change them. */
function useHoles(): readonly Hole[] {
  const desk = useDesk();
  const issue = useIssue();
  const page = usePage();
  const settled = useSettledPage();
  const template = templateOf(desk, page);
  if (page === undefined || template === undefined || settled === undefined) return [];
  return pageHoles({ issue, page, template, fits: settled.fits });
}
