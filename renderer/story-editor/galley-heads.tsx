import type { Article } from '#engine/model/issue.ts';
import { textStrings } from '#renderer/strings/text-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { countCharacters } from './galley-lines.ts';
import { HeadWords } from './head-words.tsx';

type Part = 'kicker' | 'headline' | 'deck';
const PARTS: readonly Part[] = ['kicker', 'headline', 'deck'];

/** Kicker, headline and deck above the story, with the characters of each line. */
export function GalleyHeads({ article }: { readonly article: Article }) {
  return (
    <div className="galley-heads">
      {PARTS.map((part) => (
        <HeadField key={part} article={article.id} part={part} text={article[part] ?? ''} />
      ))}
    </div>
  );
}

interface HeadFieldProps {
  readonly article: string;
  readonly part: Part;
  readonly text: string;
}

function HeadField({ article, part, text }: HeadFieldProps) {
  const { galley } = useWords(textStrings);
  const counts = text === '' ? undefined : text.split('\n').map(countCharacters).join(' / ');
  return (
    <div className={`galley-head ${part}`}>
      <span className="galley-head-label" aria-hidden>
        {galley[part]}
      </span>
      <HeadWords
        article={article}
        part={part}
        text={text}
        className="galley-head-text"
        label={galley[part]}
      />
      {counts !== undefined && <span className="galley-head-counts">{galley.perLine(counts)}</span>}
    </div>
  );
}
