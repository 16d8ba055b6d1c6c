import { isAreaWithin, sharedArea } from '#engine/model/grid-areas.ts';
import type { ArticleBlock } from '#engine/model/issue.ts';
import type { CheckedPage } from '#engine/preflight/checked-page.ts';
import type { Finding } from '#engine/units/finding.ts';

/** Pictures in a story that stand out of its block, or on one another. */
export function checkInsets({ page }: CheckedPage): readonly Finding[] {
  return page.blocks.flatMap((block) => (block.kind === 'article' ? insetFindings(block) : []));
}

function insetFindings({ area, id, pictures }: ArticleBlock): readonly Finding[] {
  return pictures.flatMap((inset, place) => {
    const where = { block: id, text: `picture:${inset.picture}` };
    const told = (code: string): Finding => ({ code, severity: 'warns', where, values: {} });
    const isOn = pictures.slice(0, place).some((other) => sharedArea(other.area, inset.area));
    return [
      ...(isAreaWithin(inset.area, area) ? [] : [told('picture-outside-block')]),
      ...(isOn ? [told('pictures-overlap')] : []),
    ];
  });
}
