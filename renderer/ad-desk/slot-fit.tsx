import type { Edit } from '#engine/model/edits/edit.ts';
import type { AdPlace, Issue, Picture, PictureBlock } from '#engine/model/issue.ts';
import {
  type AdFit,
  adFit,
  betterSizes,
  betterSlots,
  isOfShape,
  mayStretch,
  movedAdEdit,
  stretchPercent,
} from '#engine/preflight/ads/ad-fit.ts';
import type { AdPage } from '#engine/units/ad-page.ts';
import { Button } from '#renderer/controls/button.tsx';
import { type OpenDesk, useDesk, useIssue } from '#renderer/desk-state/open-desk.ts';
import { makeUpPlace, mayEdit } from '#renderer/make-up/make-up-place.ts';
import { adFitStrings } from '#renderer/strings/ad-fit-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { resizedSlotEdit } from './refit-ad.ts';
import { SHIPPED_RATE_CARD } from './shipped-rate-card.ts';

interface SlotFitProps {
  readonly block: PictureBlock;
  readonly say: (remark: string | undefined) => void;
}

/** As many other sizes as an editor looks through. */
const MOST_SIZES = 3;

/** How the ad stands in its slot, and where it would stand better, each with what that does. */
export function SlotFit({ block, say }: SlotFitProps) {
  const desk = useDesk();
  const issue = useIssue();
  const words = useWords(adFitStrings);
  const picture = issue.pictures[block.picture];
  const { ad } = block;
  const fit = ad && adFit(picture, ad);
  if (picture === undefined || ad === undefined || fit === undefined) return undefined;
  if (isOfShape(fit)) return <p className="ads-facts">{words.fits(told(words, fit))}</p>;
  const isStretched = picture.adPage?.fit === 'stretched';
  const stretched = words.stretched(stretchPercent(picture, ad));
  const places = otherPlaces(desk, words, { issue, block, ad, picture, fit });
  return (
    <>
      <p className="ads-facts">{isStretched ? stretched : words.whole(told(words, fit))}</p>
      <ul className="ads-places" aria-label={words.others}>
        {places.map((place) => (
          <Place key={place.label} place={place} say={say} />
        ))}
      </ul>
    </>
  );
}

interface PlacedAd {
  readonly issue: Issue;
  readonly block: PictureBlock;
  readonly ad: AdPlace;
  readonly picture: Picture;
  readonly fit: AdFit;
}

/** A way to place the ad otherwise. */
interface OtherWay {
  readonly label: string;
  readonly does: string;
  readonly edit: Edit;
}

function otherPlaces(desk: OpenDesk, words: FitWords, placed: PlacedAd): readonly OtherWay[] {
  const { ad, block, issue, picture } = placed;
  const slots = betterSlots(issue, block).flatMap(({ fit, place }): readonly OtherWay[] => {
    const edit = movedAdEdit(block, place.block);
    const label = words.toSlot(place.page.number, place.block.ad?.size ?? '');
    return edit === undefined ? [] : [{ label, does: told(words, fit), edit }];
  });
  const { sizes } = SHIPPED_RATE_CARD;
  const others = betterSizes(picture, { own: ad, sizes });
  const larger = others.flatMap(({ fit, place }): readonly OtherWay[] => {
    const onPage = makeUpPlace(desk);
    const edit = onPage && resizedSlotEdit(onPage.geometry, block, place);
    const label = words.toSize(place.name, place.widthMm, place.heightMm);
    return edit === undefined ? [] : [{ label, does: told(words, fit), edit }];
  });
  return [...ownSlot(words, placed), ...slots, ...larger.slice(0, MOST_SIZES)];
}

/** In its own slot an ad is whole, or stretched where that hardly shows. */
function ownSlot(words: FitWords, { ad, fit, picture }: PlacedAd): readonly OtherWay[] {
  const { adPage } = picture;
  if (adPage === undefined) return [];
  const isStretched = adPage.fit === 'stretched';
  if (!isStretched && !mayStretch(picture, ad)) return [];
  const wanted: AdPage = { ...adPage, fit: isStretched ? 'whole' : 'stretched' };
  const edit = {
    kind: 'setPicture',
    picture: picture.id,
    changes: { adPage: wanted },
  } as const;
  return isStretched
    ? [{ label: words.makeWhole, does: told(words, fit), edit }]
    : [{ label: words.stretch, does: words.stretched(stretchPercent(picture, ad)), edit }];
}

type FitWords = (typeof adFitStrings)['zhCn'];

function told(words: FitWords, { ppi, restMm, scalePercent, side, typePt }: AdFit): string {
  return [
    ...(scalePercent === undefined ? [] : [words.scale(scalePercent)]),
    ...(restMm > 0 ? [words.rest(words.sides[side], restMm)] : []),
    ...(typePt === undefined ? [] : [words.type(typePt)]),
    ...(ppi === undefined ? [] : [words.ppi(ppi)]),
  ].join(words.comma);
}

interface PlaceProps {
  readonly place: OtherWay;
  readonly say: (remark: string | undefined) => void;
}

/** One way to place the ad otherwise, as one step of undo. */
function Place({ place: { does, edit, label }, say }: PlaceProps) {
  const desk = useDesk();
  const words = useWords(adFitStrings);
  const take = () => say(desk.openIssue.edit(words.step, edit).ok ? undefined : words.failed);
  return (
    <li>
      <Button isDisabled={!mayEdit(desk)} onPress={take}>
        {label}
      </Button>
      <span className="ads-facts">{does}</span>
    </li>
  );
}
