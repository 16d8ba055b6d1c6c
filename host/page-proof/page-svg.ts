import type {
  DisplayItem,
  DisplayList,
  Outline,
  PathSegment,
  PictureItem,
  ShapeItem,
  TextItem,
} from '#engine/display/display-list.ts';
import type { ProgramFontBook } from '#engine/fonts/font-book.ts';
import type { OutlineSegment } from '#engine/fonts/outline.ts';
import type { SoftProof } from './soft-proof.ts';

/** What drawing a page takes. */
export interface SvgStock {
  readonly fonts: ProgramFontBook;
  readonly proof: SoftProof;
  /** A picture as a `data:` address; undefined for one that cannot be shown. */
  pictureAddress(item: PictureItem): string | undefined;
}

/** Lengths are written to a thousandth of a point. */
const DECIMALS = 3;
/** Outlines are in em and drawn large. */
const EM_DECIMALS = 4;

/** A page as an SVG drawing of so many pixels across: glyphs as outlines, inks as proofed. */
export function pageSvg(list: DisplayList, widthPx: number, stock: SvgStock): string {
  const glyphs = new Map<string, string>();
  const body = list.items.map((item) => itemSvg(item, stock, glyphs)).join('\n');
  const heightPx = Math.round((widthPx * list.heightPt) / list.widthPt);
  const view = `viewBox="0 0 ${list.widthPt} ${list.heightPt}"`;
  const size = `width="${widthPx}" height="${heightPx}" preserveAspectRatio="none"`;
  return (
    `<svg ${NAMESPACES} ${view} ${size}>` +
    `<rect width="100%" height="100%" fill="${stock.proof.paper}"/>` +
    `<defs>${[...glyphs.values()].join('\n')}</defs>\n${body}</svg>`
  );
}

const NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

type GlyphDefinitions = Map<string, string>;

function itemSvg(item: DisplayItem, stock: SvgStock, glyphs: GlyphDefinitions): string {
  switch (item.kind) {
    case 'group': {
      const members = item.items.map((member) => itemSvg(member, stock, glyphs)).join('\n');
      return `<g transform="translate(${item.x} ${item.y})">${members}</g>`;
    }
    case 'text':
      return textSvg(item, stock, glyphs);
    case 'shape':
      return shapeSvg(item, stock);
    case 'picture':
      return pictureSvg(item, stock);
  }
}

function textSvg(item: TextItem, stock: SvgStock, glyphs: GlyphDefinitions): string {
  const { face, horizontalScale, ink, sizePt } = item.run;
  const uses = item.run.glyphs.map((glyph) => {
    const id = glyphId(face, glyph.id, stock, glyphs);
    const x = shown(item.x + glyph.x);
    const y = shown(item.y + glyph.y);
    const turn = glyph.turn === 0 ? '' : ` rotate(${glyph.turn})`;
    // The scale across the page comes before the turn, as in press and painter.
    const scale = `scale(${shown(horizontalScale)} 1)${turn} scale(${sizePt} ${-sizePt})`;
    return `<use xlink:href="#${id}" transform="translate(${x} ${y}) ${scale}"/>`;
  });
  return `<g fill="${stock.proof.colourOf(ink)}">${uses.join('')}</g>`;
}

function glyphId(face: string, glyph: number, stock: SvgStock, glyphs: GlyphDefinitions): string {
  const key = `${face} ${glyph}`;
  const known = [...key].map((character) => character.codePointAt(0)?.toString(36)).join('-');
  if (!glyphs.has(key)) {
    const path = stock.fonts.face(face).outline(glyph).map(emSegment).join('');
    glyphs.set(key, `<path id="${known}" d="${path}"/>`);
  }
  return known;
}

function shapeSvg(item: ShapeItem, stock: SvgStock): string {
  const fill = item.fill ? stock.proof.colourOf(item.fill) : 'none';
  const path = `<path d="${outlinePath(item.outline)}" fill="${fill}"`;
  const { stroke } = item;
  if (!stroke) return `${path}/>`;
  const dash = stroke.dash.length === 0 ? '' : ` stroke-dasharray="${stroke.dash.join(' ')}"`;
  const colour = stock.proof.colourOf(stroke.ink);
  return `${path} stroke="${colour}" stroke-width="${shown(stroke.widthPt)}"${dash}/>`;
}

function pictureSvg(item: PictureItem, stock: SvgStock): string {
  const address = stock.pictureAddress(item);
  if (address === undefined) return '';
  const { height, width, x, y } = item.frame;
  const place = `x="${shown(x)}" y="${shown(y)}" width="${shown(width)}" height="${shown(height)}"`;
  return `<image ${place} preserveAspectRatio="none" xlink:href="${address}"/>`;
}

function outlinePath(outline: Outline): string {
  switch (outline.kind) {
    case 'rect': {
      const { height, width, x, y } = outline.rect;
      return `M${shown(x)} ${shown(y)}h${shown(width)}v${shown(height)}h${shown(-width)}z`;
    }
    case 'line':
      return `M${shown(outline.x1)} ${shown(outline.y1)}L${shown(outline.x2)} ${shown(outline.y2)}`;
    case 'path':
      return outline.segments.map((segment) => segmentPath(segment, shown)).join('');
  }
}

function emSegment(segment: OutlineSegment): string {
  return segmentPath(segment, (length) => String(Number(length.toFixed(EM_DECIMALS))));
}

function segmentPath(
  segment: PathSegment | OutlineSegment,
  write: (length: number) => string,
): string {
  switch (segment.kind) {
    case 'move':
      return `M${write(segment.x)} ${write(segment.y)}`;
    case 'line':
      return `L${write(segment.x)} ${write(segment.y)}`;
    case 'curve': {
      const points = [segment.x1, segment.y1, segment.x2, segment.y2, segment.x, segment.y];
      return `C${points.map(write).join(' ')}`;
    }
    case 'close':
      return 'Z';
  }
}

function shown(length: number): string {
  return String(Number(length.toFixed(DECIMALS)));
}
