import type { HeadlinePartReading } from '#engine/compose/read-headline.ts';
import { headlineStrings } from '#renderer/strings/headline-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** Characters of each line as it is set, beside what the width takes. */
export function HeadlineCounts({ reading }: { readonly reading: HeadlinePartReading }) {
  const words = useWords(headlineStrings);
  const { lines, sizePt, setSizePt, measurePt } = reading;
  const isBent = Math.abs(setSizePt - sizePt) >= 0.05;
  // A headline that fills its width (撑满) is counted in the size in which it came out.
  const capacity = isBent ? Math.floor(measurePt / setSizePt) : reading.capacity;
  return (
    <ul className="headline-counts" aria-live="polite">
      {lines.map(({ text, characters, em, fits }, at) => {
        const over = fits ? 0 : Math.max(1, Math.ceil(em - capacity));
        return (
          <li
            // Lines have no name but their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above.
            key={at}
            className={fits ? 'headline-count' : 'headline-count over'}
            aria-label={words.lineCount(at + 1, characters, capacity)}
          >
            <span className="headline-line">{text}</span>
            {over > 0 && <strong>{words.over(over)}</strong>}
            <span>{words.perLine(characters, capacity)}</span>
          </li>
        );
      })}
      {isBent && (
        <li className="headline-count">
          <span className="headline-line">
            {words.setSize(String(Math.round(setSizePt * 10) / 10))}
          </span>
        </li>
      )}
    </ul>
  );
}
