import type { ProofPage } from './page-rule.ts';
import type { PageFault } from './proof-mark.ts';
import type { ProofText } from './proof-text.ts';

/** The partner grid: labels that differ from the others, and paid matter without 广告. */
export function partnerWords({ texts, unmarkedAds }: ProofPage): readonly PageFault[] {
  const labels = texts.filter(({ name }) => /^adGrid:.*\/label$/u.test(name));
  const grids = Map.groupBy(labels, ({ name }) => name.split('/')[0] ?? '');
  return [...[...grids.values()].flatMap(unlikeLabels), ...unmarked(texts, unmarkedAds)];
}

function unlikeLabels(labels: readonly ProofText[]): readonly PageFault[] {
  const groups = [...Map.groupBy(labels, ({ words }) => words).values()];
  const [usual] = groups.toSorted((a, b) => b.length - a.length);
  const wanted = usual?.[0]?.words ?? '';
  if (usual === undefined || usual.length < 2) return [];
  return labels
    .filter(({ words }) => words !== wanted)
    .map(({ name, words }) => ({
      rule: 'hotline-label',
      text: name,
      start: 0,
      end: words.length,
      values: { words, usual: wanted },
      fix: wanted,
    }));
}

function unmarked(texts: readonly ProofText[], names: readonly string[]): readonly PageFault[] {
  return texts
    .filter(({ name }) => names.includes(name))
    .map(({ name, words }) => ({
      rule: 'ad-mark',
      text: name,
      start: 0,
      end: words.length,
      values: { words },
    }));
}
