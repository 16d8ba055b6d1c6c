import { pdfNumber } from '#engine/press/pdf-syntax.ts';
import type { PressAd } from '#engine/press/placed-ad.ts';
import { arrayAt, asDictionary, dictionaryAt, nameAt } from '#engine/read-back/open-document.ts';
import { UnreadablePdf } from '#engine/read-back/pdf-values.ts';
import type { Finding } from '#engine/units/finding.ts';
import { adKind } from './ad-kind.ts';
import { type AdPlacement, adPages, type FoundAdPage, placementOf } from './ad-pages.ts';
import type { AdOrder } from './ad-reading.ts';
import { createAdShelf, packedContent } from './ad-shelf.ts';
import { AdTrouble, caution, note, refusal } from './ad-trouble.ts';
import { createAllowance } from './allowance.ts';
import { readHiddenLayers } from './hidden-layers.ts';
import { type OpenedAd, openAd } from './open-ad.ts';
import { contentOfPage, runContent } from './redraw-content.ts';
import { change, createDrawing, matrixWords, type Redrawing, tell } from './redrawing.ts';

/** A page of an ad, drawn anew, with what there is to say of it. */
export interface MadeAd {
  readonly pages: number;
  readonly page: number;
  readonly placement: AdPlacement | undefined;
  /** Undefined when the ad cannot be drawn; a finding says why. */
  readonly ad: PressAd | undefined;
  readonly findings: readonly Finding[];
}

/** Opens a file and draws one page of it anew. Whatever the bytes are, there is an answer. */
export async function makeAd(bytes: Uint8Array, order: AdOrder): Promise<MadeAd> {
  const nothing = { pages: 0, page: order.page, placement: undefined, ad: undefined };
  const kind = adKind(bytes);
  if (kind !== 'pdf') return { ...nothing, findings: [refusal(kind)] };
  const reached: { made: MadeAd } = { made: { ...nothing, findings: [] } };
  try {
    const opened = await openAd(bytes);
    return drawPage(opened, order, reached);
  } catch (trouble) {
    return { ...reached.made, findings: [...reached.made.findings, findingOf(trouble)] };
  }
}

function findingOf(trouble: unknown): Finding {
  if (trouble instanceof AdTrouble) return trouble.finding;
  // Damage shows in many ways in reading: a length too long for an array, a nesting too deep.
  if (trouble instanceof UnreadablePdf || trouble instanceof RangeError) {
    return refusal('ad-damaged');
  }
  throw trouble;
}

function drawPage(opened: OpenedAd, order: AdOrder, reached: { made: MadeAd }): MadeAd {
  const { document, wasLocked } = opened;
  const pages = adPages(document);
  const page = pages[order.page - 1];
  reached.made = { ...reached.made, pages: pages.length };
  if (page === undefined) {
    const values = { page: order.page, pages: pages.length };
    throw new AdTrouble(
      refusal(pages.length === 0 ? 'ad-without-page' : 'ad-no-such-page', values),
    );
  }
  const placement = placementOf(document, page);
  const findings = fileNotes(opened, { page, order, pages: pages.length });
  if (wasLocked) findings.push(note('ad-unlocked'));
  reached.made = { ...reached.made, placement, findings };
  const allowance = createAllowance();
  const redrawing: Redrawing = {
    source: { document, allowance, inkTable: order.inkTable },
    order,
    shelf: createAdShelf(),
    isHidden: readHiddenLayers(document),
    findings: new Map(),
    fonts: new Map(),
    pictures: new Map(),
    states: new Map(),
    size: placement,
    isTransparent: false,
    hasMarks: false,
  };
  for (const finding of findings) tell(redrawing, finding);
  reached.made = { ...reached.made, findings: [] };
  try {
    drawForm(redrawing, page, placement);
  } catch (trouble) {
    reached.made = { ...reached.made, findings: [...redrawing.findings.values()] };
    throw trouble;
  }
  if (!redrawing.hasMarks) tell(redrawing, refusal('ad-page-empty'));
  if (order.mends.includes('grey')) tell(redrawing, note('ad-made-grey'));
  if (redrawing.isTransparent) tell(redrawing, transparency(order));
  const { isTransparent, shelf } = redrawing;
  const ad: PressAd = { parts: shelf.finish(), isTransparent };
  return { ...reached.made, ad, findings: [...redrawing.findings.values()] };
}

function transparency({ standard }: AdOrder): Finding {
  return standard === 'x1a' ? refusal('ad-transparent-x1a') : caution('ad-transparent');
}

/** States that the page leaves to what it draws; an ad must not inherit ours. */
const FRESH = '0 Tc 0 Tw 100 Tz 0 TL 0 Tr 0 Ts 0 J 0 j 10 M []0 d';

function drawForm(redrawing: Redrawing, page: FoundAdPage, placement: AdPlacement): void {
  const { document, allowance } = redrawing.source;
  const form = redrawing.shelf.reserve();
  const drawing = createDrawing(redrawing, { outer: [1, 0, 0, 1, 0, 0] });
  change(drawing, { matrix: placement.matrix, base: placement.matrix });
  drawing.lines.push(FRESH, `${matrixWords(placement.matrix)} cm`);
  const bytes = contentOfPage(document, page.page.entries.get('Contents'), allowance);
  runContent(drawing, { bytes, resources: asDictionary(page.get('Resources')) });
  const group = redrawing.isTransparent
    ? '/Group<</S/Transparency/CS/DeviceCMYK/I true/K false>>'
    : '';
  const sides = [placement.widthPt, placement.heightPt].map((side) => pdfNumber(side, 6));
  const box = `/BBox[0 0 ${sides.join(' ')}]`;
  redrawing.shelf.put(
    form,
    [
      `/Type/XObject/Subtype/Form${box}${group}/Filter/FlateDecode/Resources`,
      ...drawing.resources.dictionary(),
    ],
    packedContent(drawing.lines),
  );
}

/** Notes that print beside pages and are never part of an ad. */
const PRINTERS_NOTES = ['PrinterMark', 'TrapNet', 'Link', 'Popup'];
const ACTIONS = ['OpenAction', 'AA'];
const NAMED_ACTIONS = ['JavaScript', 'EmbeddedFiles'];

function fileNotes(
  { document }: OpenedAd,
  {
    order,
    page,
    pages,
  }: { readonly page: FoundAdPage; readonly order: AdOrder; readonly pages: number },
): Finding[] {
  const findings: Finding[] = [];
  if (pages > 1) findings.push(caution('ad-several-pages', { pages, page: order.page }));
  const kinds = arrayAt(document, page.page, 'Annots').map((one) =>
    nameAt(document, asDictionary(document.get(one)), 'Subtype'),
  );
  const count = kinds.filter((kind) => !PRINTERS_NOTES.includes(kind ?? '?')).length;
  if (count > 0) findings.push(caution('ad-annotations', { count }));
  const catalog = dictionaryAt(document, document.trailer, 'Root');
  const names = dictionaryAt(document, catalog, 'Names');
  const acts =
    ACTIONS.some((key) => catalog?.entries.has(key) === true) ||
    NAMED_ACTIONS.some((key) => names?.entries.has(key) === true) ||
    page.page.entries.has('AA');
  if (acts) findings.push(note('ad-actions-dropped'));
  const drawnWith = dictionaryAt(document, page.page, 'PieceInfo');
  if (drawnWith?.entries.has('Illustrator') === true) findings.push(note('ad-from-illustrator'));
  return findings;
}
