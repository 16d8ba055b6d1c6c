import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { SetStory } from '#engine/compose/story-lines.ts';
import type { Article, Issue } from '#engine/model/issue.ts';
import { blockReferences } from '#engine/model/issue-references.ts';
import type { DeskState } from '#renderer/desk-state/desk-state.ts';
import { inLeisure, useDesk, useDeskState, useIssue } from '#renderer/desk-state/open-desk.ts';
import { textStrings } from '#renderer/strings/text-strings.ts';
import { useWords } from '#renderer/strings/use-words.ts';
import { articleOf } from './fields.ts';
import { GalleyHeads } from './galley-heads.tsx';
import { countStory, type GalleyLines, galleyLines } from './galley-lines.ts';
import { GalleyPaper } from './galley-paper.tsx';
import { GalleyView } from './galley-view.ts';
import './galley.css';

/** The galley: the story of the chosen article with the line breaks it has on the page. */
export function GalleyPanel() {
  const words = useWords(textStrings);
  const article = useArticle();
  const set = useSetStory(article?.id);
  const lines = useMemo(() => article && galleyLines(article.story, set), [article, set]);
  if (article === undefined) return <p className="panel-empty">{words.galley.nothing}</p>;
  return (
    <div className="galley" key={article.id}>
      <GalleyHeads article={article} />
      <GalleyStory article={article} lines={lines} />
      <GalleyCounts article={article} lines={lines} />
    </div>
  );
}

interface GalleyStoryProps {
  readonly article: Article;
  readonly lines: GalleyLines | undefined;
}

function GalleyStory({ article, lines }: GalleyStoryProps) {
  const desk = useDesk();
  const [view, setView] = useState<GalleyView>();
  const place = useRef<HTMLDivElement>(undefined);
  const { id } = article;
  useEffect(() => {
    if (place.current === undefined) return;
    const made = new GalleyView(desk, id, place.current);
    setView(made);
    return () => made.destroy();
  }, [desk, id]);
  useEffect(() => view?.showLines(lines?.starts ?? []), [view, lines]);
  return (
    <GalleyPaper article={id} lines={lines} view={view}>
      <div
        ref={(element) => {
          place.current = element ?? undefined;
        }}
      />
    </GalleyPaper>
  );
}

/** Characters, lines and paragraphs, and what has no place. */
function GalleyCounts({ article, lines }: GalleyStoryProps) {
  const { galley } = useWords(textStrings);
  const { characters, paragraphs } = countStory(article.story);
  const oversetLines = lines === undefined ? 0 : lines.starts.length - lines.setLines;
  return (
    <p className="galley-counts" role="status">
      <span>{galley.characters(characters)}</span>
      {lines !== undefined && <span>{galley.lines(lines.starts.length)}</span>}
      <span>{galley.paragraphs(paragraphs)}</span>
      {lines === undefined && <span>{galley.unplaced}</span>}
      {lines !== undefined && oversetLines > 0 && (
        <strong className="galley-overset">
          {galley.overset(oversetLines, lines.oversetCharacters)}
        </strong>
      )}
    </p>
  );
}

/** The article that is chosen; while another thing is chosen, the one that was. */
function useArticle(): Article | undefined {
  const issue = useIssue();
  const selection = useDeskState((state) => state.selection);
  const page = useDeskState((state) => state.page);
  const last = useRef<string>(undefined);
  const chosen = chosenArticle(issue, page, selection) ?? last.current;
  last.current = chosen;
  return chosen === undefined ? undefined : issue.articles[chosen];
}

function chosenArticle(
  issue: Issue,
  pageId: string,
  selection: DeskState['selection'],
): string | undefined {
  if (selection.kind === 'text') return articleOf(selection.text.text);
  if (selection.kind !== 'blocks') return undefined;
  const page = issue.pages.find(({ id }) => id === pageId);
  const block = page?.blocks.find(({ id }) => selection.blocks.includes(id));
  return block && blockReferences(block).articles[0];
}

/** The lines of a story as they are set on the page that shows, or on another. */
function useSetStory(article: string | undefined): SetStory | undefined {
  const { composing, openIssue, state } = useDesk();
  return useSyncExternalStore(inLeisure(composing.subscribe), () => {
    if (article === undefined) return undefined;
    const shown = state.read().page;
    const pages = [shown, ...openIssue.issue().pages.map(({ id }) => id)];
    const found = pages.find((page) => composing.page(page)?.stories[article] !== undefined);
    return found === undefined ? undefined : composing.page(found)?.stories[article];
  });
}
