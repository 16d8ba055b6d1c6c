import type { DisplayItem } from '#engine/display/display-list.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Content, GlyphTexts } from './content-writer.ts';
import { type ContentCache, encodeItems } from './encode-items.ts';
import type { FaceMeasures } from './strokes.ts';
import type { TextSetting } from './text.ts';

/** Content written before: of whole parts, and of the groups in them. */
interface KeptContent {
  readonly parts: WeakMap<DisplayItem, Content>;
  readonly groups: ContentCache;
}

/** What a press remembers of the pages it wrote. */
export interface PageContentCache {
  readonly plain: KeptContent;
  /** Parts with texts beside some of their glyphs, and the clashes that these settle. */
  spanned: { readonly clashes: string; readonly kept: KeptContent };
}

/** A cache without content. */
export function createContentCache(): PageContentCache {
  return { plain: nothingKept(), spanned: { clashes: '', kept: nothingKept() } };
}

function nothingKept(): KeptContent {
  return { parts: new WeakMap(), groups: new WeakMap() };
}

/** The content of a page, part by part in paint order, and the resources of all parts together. */
export interface PageContent {
  readonly parts: readonly Content[];
  /** The one text that ToUnicode gives for each glyph used; undefined when there is none. */
  readonly mainTexts: MainTexts;
  /** Resource names of the fonts set. */
  readonly fontNames: ReadonlySet<string>;
  readonly pictures: ReadonlySet<string>;
}

/** The source text that a glyph of a face mostly stands for. */
export type MainTexts = ReadonlyMap<FaceId, ReadonlyMap<number, string | undefined>>;

/**
 * Writes every top-level item of a page. A glyph that stands for different texts on one
 * page (一 and the radical ⼀, · and •) can have only one of them in ToUnicode: the one read first;
 * the parts with the others are written again, with their texts beside the glyphs.
 */
export function encodePage(
  items: readonly DisplayItem[],
  measures: (face: FaceId) => FaceMeasures,
  cache: PageContentCache,
): PageContent {
  const write = partWriter({ measures, mainText: () => undefined }, cache.plain);
  const parts = items.map(write);
  const merged = mergedTexts(parts);
  const mainTexts = firstTexts(merged);
  const clashes = clashesIn(merged);
  const settled =
    clashes.size === 0 ? parts : settleClashes({ items, parts, measures, clashes, cache });
  const fontNames = new Set(parts.flatMap((part) => [...part.fontNames]));
  const pictures = new Set(parts.flatMap((part) => [...part.pictures]));
  return { parts: settled, mainTexts, fontNames, pictures };
}

function partWriter(setting: TextSetting, kept: KeptContent): (item: DisplayItem) => Content {
  return (item) => {
    const part = kept.parts.get(item) ?? encodeItems([item], { setting, cache: kept.groups });
    kept.parts.set(item, part);
    return part;
  };
}

function mergedTexts(parts: readonly Content[]): GlyphTexts {
  const merged = new Map<FaceId, Map<number, readonly string[]>>();
  for (const part of parts) {
    for (const [face, texts] of part.glyphTexts) {
      let own = merged.get(face);
      if (!own) {
        own = new Map();
        merged.set(face, own);
      }
      for (const [glyphId, list] of texts) own.set(glyphId, united(own.get(glyphId), list));
    }
  }
  return merged;
}

function united(known: readonly string[] | undefined, more: readonly string[]): readonly string[] {
  if (!known || known.length === 0) return more;
  if (more.every((text) => known.includes(text))) return known;
  return [...known, ...more.filter((text) => !known.includes(text))];
}

function firstTexts(merged: GlyphTexts): MainTexts {
  const texts = new Map<FaceId, ReadonlyMap<number, string | undefined>>();
  for (const [face, glyphs] of merged) {
    texts.set(face, new Map([...glyphs].map(([glyphId, list]) => [glyphId, list[0]])));
  }
  return texts;
}

/** Glyphs that stand for several texts, and the one that ToUnicode is to give. */
type Clashes = ReadonlyMap<string, string>;

function clashesIn(merged: GlyphTexts): Clashes {
  const clashes = new Map<string, string>();
  for (const [face, glyphs] of merged) {
    for (const [glyphId, [mainText, ...others]] of glyphs) {
      if (mainText !== undefined && others.length > 0)
        clashes.set(clashKey(face, glyphId), mainText);
    }
  }
  return clashes;
}

function clashKey(face: FaceId, glyphId: number): string {
  return `${face} ${glyphId}`;
}

function settleClashes(page: {
  readonly items: readonly DisplayItem[];
  readonly parts: readonly Content[];
  readonly measures: (face: FaceId) => FaceMeasures;
  readonly clashes: Clashes;
  readonly cache: PageContentCache;
}): readonly Content[] {
  const { cache, clashes, items, measures, parts } = page;
  const signature = JSON.stringify([...clashes]);
  if (cache.spanned.clashes !== signature) {
    cache.spanned = { clashes: signature, kept: nothingKept() };
  }
  const mainText = (face: FaceId, glyphId: number) => clashes.get(clashKey(face, glyphId));
  const write = partWriter({ measures, mainText }, cache.spanned.kept);
  return items.map((item, index) => {
    const part = parts[index];
    return part && !needsSpans(part, clashes) ? part : write(item);
  });
}

function needsSpans(part: Content, clashes: Clashes): boolean {
  for (const [key, mainText] of clashes) {
    const [face = '', glyphId = ''] = key.split(' ');
    const texts = part.glyphTexts.get(face)?.get(Number(glyphId)) ?? [];
    if (texts.some((text) => text !== mainText)) return true;
  }
  return false;
}
