import type { parseDocument } from 'htmlparser2';

/** A web page taken apart. */
export type HtmlDocument = ReturnType<typeof parseDocument>;
/** Anything in it: elements, words, remarks. */
export type HtmlNode = HtmlDocument['children'][number];
/** An element of it. */
export type HtmlElement = Extract<HtmlNode, { attribs: unknown }>;

/** How the letters of a piece of a web page look; passed on to what is in it. */
export interface HtmlLooks {
  readonly isBold: boolean;
  readonly isCentred: boolean;
  readonly sizePt: number | undefined;
  readonly level: number | undefined;
  /** In `pre`, blanks and line ends stand as they are. */
  readonly keepsBlanks: boolean;
}

/** The looks of running text. */
export const PLAIN_LOOKS: HtmlLooks = {
  isBold: false,
  isCentred: false,
  sizePt: undefined,
  level: undefined,
  keepsBlanks: false,
};

/** The looks within an element. */
export function looksWithin(element: HtmlElement, outer: HtmlLooks): HtmlLooks {
  const style = element.attribs.style ?? '';
  const level = /^h([1-6])$/u.exec(element.name)?.[1];
  return {
    isBold: boldIn(element.name, style) ?? outer.isBold,
    isCentred: centredIn(element, style) ?? outer.isCentred,
    sizePt: sizeIn(style) ?? outer.sizePt,
    level: level === undefined ? outer.level : Number(level),
    keepsBlanks: outer.keepsBlanks || element.name === 'pre',
  };
}

function boldIn(name: string, style: string): boolean | undefined {
  const weight = propertyIn(style, 'font-weight');
  if (weight !== undefined) return /^(bold|bolder|[6-9]00)$/u.test(weight);
  return /^(b|strong|h[1-6]|th)$/u.test(name) ? true : undefined;
}

function centredIn({ name, attribs }: HtmlElement, style: string): boolean | undefined {
  const align = propertyIn(style, 'text-align') ?? attribs.align?.toLowerCase();
  if (align !== undefined) return align === 'center' || align === '-webkit-center';
  return name === 'center' ? true : undefined;
}

/** In points; a CSS pixel is three quarters of one. Sizes by word or percent say nothing. */
function sizeIn(style: string): number | undefined {
  const found = /^([\d.]+)(pt|px)$/u.exec(propertyIn(style, 'font-size') ?? '');
  const size = Number(found?.[1]) * (found?.[2] === 'px' ? 0.75 : 1);
  return size > 0 && size < 2000 ? size : undefined;
}

function propertyIn(style: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;!]+)`, 'iu').exec(style);
  return found?.[1]?.trim().toLowerCase();
}

/** True for an element that the reader of the page does not see. */
export function isUnseen({ name, attribs }: HtmlElement): boolean {
  if (UNSEEN.has(name) || 'hidden' in attribs) return true;
  const style = attribs.style ?? '';
  return propertyIn(style, 'display') === 'none';
}

const UNSEEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'math',
  'iframe',
  'frame',
  'object',
  'embed',
  'applet',
  'audio',
  'video',
  'canvas',
  'select',
  'textarea',
  'button',
  'input',
  'link',
  'meta',
  'base',
  'area',
]);

/** Elements that begin a new line. */
export function isBlock(name: string): boolean {
  return BLOCKS.has(name);
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre ' +
    'section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
