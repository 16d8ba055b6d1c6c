import type { Draft } from '#engine/intake/draft.ts';
import { findingStrings } from '#renderer/strings/finding-strings.ts';
import { inboxStrings } from '#renderer/strings/inbox-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';

/** What intake noticed, and which days the words for days mean. */
export function DraftRemarks({ draft }: { readonly draft: Draft }) {
  const words = useWords(inboxStrings);
  const sentences = useWords(findingStrings);
  const { findings, dates } = draft;
  return (
    <div className="draft-remarks">
      {findings.length > 0 && (
        <section>
          <h3>{words.findings}</h3>
          <ul>
            {findings.map((finding) => (
              <li key={`${finding.code} ${JSON.stringify([finding.where, finding.values])}`}>
                {sentences.of(finding)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {dates.length > 0 && (
        <section>
          <h3>{words.dates}</h3>
          <ul>
            {oncePerDay(dates).map(({ count, date }) => (
              <li key={date.start}>{words.date(date.words, date.meant ?? words.noDay, count)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** The same words for the same day stand in many places of a page; each is told once. */
function oncePerDay(dates: Draft['dates']) {
  const told = new Map<string, { readonly date: Draft['dates'][number]; readonly count: number }>();
  for (const date of dates) {
    const key = `${date.words} ${date.meant ?? ''}`;
    const before = told.get(key);
    told.set(key, { date: before?.date ?? date, count: (before?.count ?? 0) + 1 });
  }
  return [...told.values()];
}
