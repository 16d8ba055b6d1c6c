import type { AdSize } from '#engine/model/rate-card.ts';
import { Button } from '#renderer/controls/button.tsx';
import { adStrings } from '#renderer/strings/ad-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import type { BookingState } from './booking-state.ts';
import { CellFinding } from './cell-finding.tsx';

/** A booking, its light, and what can be done with it. */
export interface BookingLineProps {
  readonly state: BookingState;
  readonly issueDate: string;
  readonly isOurs: boolean;
  readonly onPlace: () => void;
  readonly onShow: () => void;
  readonly onStrike: () => void;
}

export function BookingLine(props: BookingLineProps) {
  const { state, isOurs, onPlace, onShow, onStrike } = props;
  const words = useWords(adStrings);
  const { booking, slot, stage, light, size } = state;
  const { number, advertiser, page, colour, file, note } = booking;
  const facts = [
    page === '' ? words.anyPage : words.page(page),
    words.colours[colour],
    file === '' ? '' : words.file(file),
    note,
  ];
  return (
    <li className="ads-booking">
      <p className="ads-head">
        <span className={`ads-light ${light}`} aria-hidden />
        <strong className="ads-name">{advertiser || number}</strong>
        <span className={`ads-stage ${light}`}>{words.stages[stage]}</span>
      </p>
      <p className="ads-facts">{[number, sizeWords(booking.size, size, words)].join('　')}</p>
      <p className="ads-facts">{facts.filter((fact) => fact !== '').join('　')}</p>
      <Reasons {...props} />
      <div className="ads-buttons">
        {slot === undefined ? (
          <Button
            label={words.placeOf(number)}
            isDisabled={!isOurs || size === undefined}
            onPress={onPlace}
          >
            {words.place}
          </Button>
        ) : (
          <Button label={words.showOf(number)} onPress={onShow}>
            {words.show}
          </Button>
        )}
        <Button look="quiet" label={words.strikeOf(number)} isDisabled={!isOurs} onPress={onStrike}>
          {words.strike}
        </Button>
      </div>
    </li>
  );
}

type AdWords = (typeof adStrings)['zhCn'];

function sizeWords(written: string, size: AdSize | undefined, words: AdWords): string {
  if (size === undefined) return written;
  return `${size.name}　${words.millimetres(size.widthMm, size.heightMm)}`;
}

/** Why the light is not green. */
function Reasons({ state, issueDate }: BookingLineProps) {
  const words = useWords(adStrings);
  const { booking, size, slot, findings, hasOtherSize } = state;
  const own = [
    ...(size === undefined ? [words.unknownSize(booking.size)] : []),
    ...(hasOtherSize ? [words.otherSize(booking.size, slot?.block.ad?.size ?? '')] : []),
    ...(slot === undefined && booking.date !== issueDate ? [words.otherDay(booking.date)] : []),
  ];
  return (
    <>
      {own.map((reason) => (
        <p key={reason} className="partners-finding warns">
          {reason}
        </p>
      ))}
      {findings.map((finding) => (
        <CellFinding key={finding.code} finding={finding} />
      ))}
    </>
  );
}
