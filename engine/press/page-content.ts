import type { DisplayItem } from '#engine/display/display-list.ts';
import type { FaceId } from '#engine/fonts/typeface.ts';
import type { Content, GlyphTexts } from './content-writer.ts';
import { type ContentCache, encodeItems } from './encode-items.ts';
import type { FaceMeasures } from './strokes.ts';

/** Content written before: of whole parts, and of the groups in them. */
export interface PageContentCache {
  readonly parts: WeakMap<DisplayItem, Content>;
  readonly groups: ContentCache;
}

/** A cache without content. */
export function createContentCache(): PageContentCache {
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
  const setting = { measures, mainText: () => undefined };
  const parts = items.map((item) => {
    const part = cache.parts.get(item) ?? encodeItems([item], { setting, cache: cache.groups });
    cache.parts.set(item, part);
    return part;
  });
  const merged = mergedTexts(parts);
  const mainTexts = firstTexts(merged);
  const settled = settleClashes(items, parts, { measures, merged, mainTexts });
  const pictures = new Set(parts.flatMap((part) => [...part.pictures]));
  const fontNames = new Set(parts.flatMap((part) => [...part.fontNames]));
  return { parts: settled, mainTexts, fontNames, pictures };
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

function settleClashes(
  items: readonly DisplayItem[],
  parts: readonly Content[],
  page: {
    readonly measures: (face: FaceId) => FaceMeasures;
    readonly merged: GlyphTexts;
    readonly mainTexts: MainTexts;
  },
): readonly Content[] {
  const clashes = new Map<FaceId, Set<number>>();
  for (const [face, glyphs] of page.merged) {
    for (const [glyphId, list] of glyphs) {
      if (list.length > 1) clashes.set(face, (clashes.get(face) ?? new Set()).add(glyphId));
    }
  }
  if (clashes.size === 0) return parts;
  const mainText = (face: FaceId, glyphId: number) =>
    clashes.get(face)?.has(glyphId) ? page.mainTexts.get(face)?.get(glyphId) : undefined;
  const encoding = { setting: { measures: page.measures, mainText }, cache: new WeakMap() };
  return items.map((item, index) => {
    const part = parts[index];
    if (part && !needsSpans(part, page.mainTexts)) return part;
    return encodeItems([item], encoding);
  });
}

function needsSpans(part: Content, mainTexts: MainTexts): boolean {
  for (const [face, glyphs] of part.glyphTexts) {
    for (const [glyphId, list] of glyphs) {
      const mainText = mainTexts.get(face)?.get(glyphId);
      if (list.some((text) => text !== mainText)) return true;
    }
  }
  return false;
}
