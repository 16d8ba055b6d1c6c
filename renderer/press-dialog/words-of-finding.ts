import type { Issue } from '#engine/model/issue.ts';
import { blockReferences } from '#engine/model/issue-references.ts';
import type { Finding } from '#engine/units/finding.ts';

/** The words by which an editor knows the place of a finding: a headline, a caption, a partner. */
export function wordsOfFinding(issue: Issue, { where }: Finding): string | undefined {
  const [owner = '', part] = where.text?.split('/') ?? [];
  const [kind, id = ''] = owner.split(':');
  if (kind === 'article') return headlineOf(issue, id);
  if (kind === 'picture') return captionOf(issue, id);
  if (kind === 'adGrid') {
    const cell = issue.adGrids[id]?.cells[Number(part?.replace('cell:', '') ?? 'none')];
    return cell?.kind === 'partner' ? cell.name || undefined : undefined;
  }
  const blocks = issue.pages.flatMap((page) => page.blocks);
  const block = blocks.find((one) => one.id === where.block);
  if (block === undefined) return undefined;
  if (block.kind === 'group') return block.standingHead;
  const { articles, pictures } = blockReferences(block);
  return headlineOf(issue, articles[0] ?? '') ?? captionOf(issue, pictures[0] ?? '');
}

function headlineOf({ articles }: Issue, id: string): string | undefined {
  const article = articles[id];
  return (article?.headline || article?.slugline)?.replaceAll('\n', '') || undefined;
}

function captionOf({ pictures }: Issue, id: string): string | undefined {
  return pictures[id]?.caption || undefined;
}
