import type { HouseFiller } from '#engine/model/house-filler.ts';
import type { Issue } from '#engine/model/issue.ts';

const PLACE = /\{([^{}]+)\}/gu;
/** Stands for one paragraph for each partner with a hotline. */
const PARTNERS = '{partners}';

/**
 * A filler with the words of the issue in the places of its braces; undefined when the issue does
 * not know one of them: a number is never made up.
 */
export function withHouseWords(issue: Issue, filler: HouseFiller): HouseFiller | undefined {
  if (filler.kind === 'picture') return filler;
  const known = houseWords(issue);
  const headline = filledIn(filler.headline, known);
  const own = filler.kind === 'text' ? filler.paragraphs : filler.lines;
  const lines = own.flatMap((line): readonly (string | undefined)[] => {
    return line === PARTNERS ? partnerLines(issue) : [filledIn(line, known)];
  });
  const words = lines.filter((line) => line !== undefined);
  if (headline === undefined || words.length < lines.length) return undefined;
  if (filler.kind === 'notice') return { ...filler, headline, lines: words };
  return words.length < (filler.least ?? 1)
    ? undefined
    : { ...filler, headline, paragraphs: words };
}

function filledIn(text: string, known: ReadonlyMap<string, string>): string | undefined {
  const names = [...text.matchAll(PLACE)].map(([, name = '']) => name);
  if (names.some((name) => !known.get(name))) return undefined;
  return text.replaceAll(PLACE, (_, name: string) => known.get(name) ?? '');
}

function houseWords(issue: Issue): ReadonlyMap<string, string> {
  return new Map([
    ...imprintHotlines(issue),
    ['paper', issue.paper],
    ['supplement', issue.supplement],
  ]);
}

/** Labels and numbers of the imprint, such as 广告热线 and 0731-58221120. */
function imprintHotlines({ pages }: Issue): readonly (readonly [string, string])[] {
  const texts = pages.flatMap(({ blocks }) => {
    return blocks.flatMap((block) => (block.kind === 'imprint' ? [block.text] : []));
  });
  return texts.flatMap((text) => {
    const found = text.matchAll(/([\p{Script=Han}]{2,8})[：:]\s*(\d[\d-]{4,18}\d)/gu);
    return [...found].map(([, label = '', number = '']) => [label, number] as const);
  });
}

function partnerLines({ adGrids }: Issue): readonly string[] {
  return Object.values(adGrids).flatMap(({ cells }) =>
    cells.flatMap((cell) => {
      if (cell.kind !== 'partner' || cell.hotline === undefined) return [];
      return [`${cell.name}：${cell.hotline.label} ${cell.hotline.number}`];
    }),
  );
}
