import type { ArticleKey, DraftKey } from '#build/bench/intake/draft-key.ts';
import type { RawMatter, RawParagraph, RawPart } from '#engine/intake/raw-matter.ts';
import { pastedMatter } from '#engine/intake/source-lines.ts';
import { plainParagraph } from '#host/intake/gathered.ts';
import type { Story } from './story.ts';

/** A draft in one of the shapes that correspondents send, with what it has to become. */
export interface DraftCase {
  readonly name: string;
  readonly matter: RawMatter;
  readonly key: DraftKey;
}

/** A draft that came as plain text. */
export function textCase(name: string, text: string | readonly string[], key: DraftKey): DraftCase {
  return { name, matter: pastedMatter(typeof text === 'string' ? text : text.join('\n')), key };
}

/** A draft that came as a file or a mail. */
export function fileCase(
  name: string,
  { parts, ...rest }: Partial<RawMatter> & { readonly parts: readonly RawPart[] },
  key: DraftKey,
): DraftCase {
  const envelope = { subject: '', sender: '', address: '', sentAt: undefined };
  return { name, matter: { pictures: [], envelope, ...rest, parts }, key };
}

/** A paragraph of a file; it looks like nothing unless told. */
export function paragraph(text: string, look: Partial<RawParagraph> = {}): RawParagraph {
  return { ...plainParagraph(text), ...look };
}

/** How the key of a story differs in one draft. */
export interface KeyChanges {
  readonly leadIn?: string;
  /** In front of the first paragraph, behind the lead-in. */
  readonly byline?: string;
  /** Paragraphs of a byline alone, above and below the story. */
  readonly bylineAbove?: string;
  readonly bylineBelow?: string;
  readonly kicker?: string | undefined;
  readonly headline?: string | undefined;
  readonly deck?: string | undefined;
  readonly names?: readonly string[];
  readonly paragraphs?: readonly string[];
}

/** The key of a story. */
export function articleKey(story: Story, changes: KeyChanges = {}): ArticleKey {
  const { leadIn = '', byline = '', bylineAbove, bylineBelow } = changes;
  const texts = changes.paragraphs ?? story.paragraphs;
  const lines = texts.flatMap((text, index) => {
    const head = index === 0 ? `${leadIn}${byline}` : '';
    const crosshead = story.crossheads?.[index];
    return [...(crosshead === undefined ? [] : [`# ${crosshead}`]), `${head}${text}`];
  });
  return {
    kicker: 'kicker' in changes ? changes.kicker : story.kicker?.replace(' ', '\u3000'),
    headline: 'headline' in changes ? changes.headline : story.headline.replace(' ', '\u3000'),
    deck: 'deck' in changes ? changes.deck : story.deck,
    names: changes.names ?? story.names,
    leadIn,
    paragraphs: [
      ...(bylineAbove === undefined ? [] : [bylineAbove]),
      ...lines,
      ...(bylineBelow === undefined ? [] : [bylineBelow]),
    ],
  };
}

/** The key of a draft. */
export function keyOf(
  articles: readonly ArticleKey[],
  rest: Partial<Omit<DraftKey, 'articles'>> = {},
): DraftKey {
  return { articles, groups: [], captions: [], cells: [], ...rest };
}

/** （通讯员 郭响玲 周海康） */
export function correspondents(story: Story): string {
  return `（通讯员 ${story.names.join(' ')}）`;
}

/** The lines of a heading as they are mostly sent: an inline kicker, line ends as blanks. */
export function headLines({ kicker, headline, deck }: Story): readonly string[] {
  const main = headline.replace('\n', ' ');
  const isInline = kicker?.endsWith('：') === true;
  return [
    ...(kicker === undefined || isInline ? [] : [kicker]),
    isInline ? `${kicker}${main}` : main,
    ...(deck === undefined ? [] : [deck]),
  ];
}

/** The paragraphs with their crossheads as lines of their own. */
export function storyLines(story: Story, opening = ''): readonly string[] {
  return story.paragraphs.flatMap((text, index) => {
    const crosshead = story.crossheads?.[index];
    return [
      ...(crosshead === undefined ? [] : [crosshead]),
      index === 0 ? `${opening}${text}` : text,
    ];
  });
}

/** The usual opening and the key that goes with it. */
export function usual(story: Story): { readonly opening: string; readonly key: ArticleKey } {
  const byline = correspondents(story);
  return { opening: `本报讯${byline}`, key: articleKey(story, { leadIn: '本报讯', byline }) };
}
