import type { Block } from '#engine/model/issue.ts';
import { useDesk, useDeskState } from '#renderer/desk-state/open-desk.ts';
import { blockNames, propertyStrings } from '#renderer/strings/property-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { AreaSection } from './area-section.tsx';
import { CaptionSection } from './caption-section.tsx';
import { ColumnsSection } from './columns-section.tsx';
import { GroupSection } from './group-section.tsx';
import { ImprintSection } from './imprint-section.tsx';
import { LookSection } from './look-section.tsx';
import { OrderSection } from './order-section.tsx';
import { PageSection } from './page-section.tsx';
import { StorySection } from './story-section.tsx';
import { useChosenBlocks } from './use-block-edits.ts';
import './properties.css';

/** Exact figures of what is chosen on the page; of the page itself when nothing is. */
export function PropertiesPanel() {
  const blocks = useChosenBlocks();
  const words = useWords(propertyStrings);
  const names = useWords(blockNames);
  const [only] = blocks;
  if (only === undefined) return <PageSection />;
  return (
    <div className="properties">
      <h2 className="properties-title">
        {blocks.length === 1 ? names[only.kind] : words.chosen(blocks.length)}
      </h2>
      {blocks.length === 1 && <OneBlock key={only.id} block={only} />}
      <LookSection blocks={blocks} />
    </div>
  );
}

function OneBlock({ block }: { readonly block: Block }) {
  const { openIssue } = useDesk();
  const page = useDeskState((state) => state.page);
  return (
    <>
      {block.kind === 'article' && <StorySection article={block.article} />}
      <AreaSection block={block} />
      {(block.kind === 'article' || block.kind === 'group') && <ColumnsSection block={block} />}
      {block.kind === 'group' && <GroupSection block={block} />}
      {block.kind === 'picture' && <CaptionSection block={block} />}
      {block.kind === 'imprint' && <ImprintSection block={block} />}
      <OrderSection key={`${openIssue.session}/${page}`} block={block} />
    </>
  );
}
