import type { Edit } from '#engine/model/edits/edit.ts';
import type { GroupMember, HeadlineLayout, Issue } from '#engine/model/issue.ts';
import type { Finding } from '#engine/units/finding.ts';
import { ALL_MENDS } from './mends/all-mends.ts';
import { blockOf } from './mends/block-of.ts';
import type { HeadlineChange, Mend, MendChange } from './mends/mend.ts';

/** How the finding can be mended; undefined when only an editor can tell. */
export function mendOf(issue: Issue, finding: Finding): Mend | undefined {
  const { code } = finding;
  return Object.hasOwn(ALL_MENDS, code) ? ALL_MENDS[code]?.(issue, finding) : undefined;
}

/**
 * All mends as one edit, so that one undo takes them back; undefined for none. Changes of one cell,
 * imprint or headline are put together, and words of a story go from the last to the first.
 */
export function editOfMends(issue: Issue, mends: readonly Mend[]): Edit | undefined {
  const changes = mends.map(({ change }) => change);
  const edits = [
    ...cellEdits(issue, changes),
    ...imprintEdits(issue, changes),
    ...headlineEdits(issue, changes),
    ...cutEdits(changes),
    ...changes.flatMap((change) => (change.kind === 'edit' ? [change.edit] : [])),
  ];
  const once = [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
  const [only] = once;
  return once.length > 1 ? { kind: 'editsTogether', edits: once } : only;
}

type Changes = readonly MendChange[];
type Of<Kind extends MendChange['kind']> = Extract<MendChange, { readonly kind: Kind }>;

function cellEdits(issue: Issue, changes: Changes): readonly Edit[] {
  const filled = new Map<string, Edit & { readonly kind: 'filledAdCell' }>();
  for (const change of changes) {
    if (change.kind !== 'hotline') continue;
    const { adGrid, cell, hotline } = change;
    const key = `${adGrid}/${cell}`;
    const content = filled.get(key)?.content ?? issue.adGrids[adGrid]?.cells[cell];
    if (content?.kind !== 'partner' || content.hotline === undefined) continue;
    const mended = { ...content, hotline: { ...content.hotline, ...hotline } };
    filled.set(key, { kind: 'filledAdCell', adGrid, cell, content: mended });
  }
  return [...filled.values()];
}

function imprintEdits(issue: Issue, changes: Changes): readonly Edit[] {
  const own = changes.filter((change): change is Of<'imprint'> => change.kind === 'imprint');
  return [...Map.groupBy(own, ({ block }) => block)].flatMap(([id, parts]): readonly Edit[] => {
    const block = blockOf(issue, { where: { block: id } });
    if (block?.kind !== 'imprint') return [];
    const value = parts.reduce((text, { from, to }) => {
      return from === undefined ? `${text}${to}` : text.replace(from, to);
    }, block.text);
    return [{ kind: 'setBlockProperty', block: id, property: 'text', value }];
  });
}

function headlineEdits(issue: Issue, changes: Changes): readonly Edit[] {
  const own = changes.filter((change): change is Of<'headline'> => change.kind === 'headline');
  return [...Map.groupBy(own, ({ block }) => block)].flatMap(([id, parts]): readonly Edit[] => {
    const block = blockOf(issue, { where: { block: id } });
    const changed = (article: string, layout: HeadlineLayout) =>
      parts.filter((part) => part.article === article).reduce(withChange, layout);
    if (block?.kind === 'article' && block.headline !== undefined) {
      const value = changed(block.article, block.headline);
      return [{ kind: 'setBlockProperty', block: id, property: 'headline', value }];
    }
    if (block?.kind !== 'group') return [];
    const value = block.members.map((member): GroupMember => {
      return { ...member, headline: changed(member.article, member.headline) };
    });
    return [{ kind: 'setBlockProperty', block: id, property: 'members', value }];
  });
}

function withChange(layout: HeadlineLayout, { set }: { readonly set: HeadlineChange }) {
  if ('extent' in set) return { ...layout, extent: Math.max(layout.extent, set.extent) };
  const part = layout[set.part];
  return part === undefined ? layout : { ...layout, [set.part]: { ...part, sizePt: set.sizePt } };
}

/** The last place goes first, so that those before it stay where they are. */
function cutEdits(changes: Changes): readonly Edit[] {
  const own = changes.filter((change): change is Of<'words cut'> => change.kind === 'words cut');
  return own
    .toSorted((one, other) => other.start - one.start)
    .map(({ article, end, start }): Edit => {
      const content = [{ kind: 'body', runs: [], looseness: 0 }] as const;
      return { kind: 'replacedText', article, start, end, content };
    });
}
