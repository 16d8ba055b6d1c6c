import { walkXml, type XmlAttributes } from './walk-xml.ts';

/** What a style of an OpenDocument file says of its looks. */
export interface OdfLooks {
  bold?: boolean;
  centred?: boolean;
  sizePt?: number;
}

/** The styles of a file; automatic ones stand in the content beside the text. */
export interface OdfStyles {
  /** By family and name, with all that it inherits. */
  of(family: 'paragraph' | 'text', name: string | undefined): OdfLooks;
  /** What numbers the items of a list at a level: a suffix behind the figure, or a bullet. */
  label(list: string, level: number, count: number): string;
}

interface Style {
  readonly looks: OdfLooks;
  readonly parent: string | undefined;
}

/** Styles may be based on each other in a ring, in a broken file. */
const MOST_GENERATIONS = 20;

/** Reads the styles of styles.xml and content.xml. */
export function readOdfStyles(files: readonly (Uint8Array | undefined)[]): OdfStyles {
  const styles = new Map<string, Style>();
  const lists = new Map<string, string>();
  for (const bytes of files) if (bytes !== undefined) walkStyles(bytes, styles, lists);
  return {
    of(family, name) {
      const line: OdfLooks[] = [];
      let at = name ?? 'Standard';
      for (let generation = 0; generation < MOST_GENERATIONS; generation += 1) {
        const style = styles.get(`${family}:${at}`);
        if (style === undefined) break;
        line.unshift(style.looks);
        if (style.parent === undefined) break;
        at = style.parent;
      }
      return Object.assign({}, styles.get(`${family}:`)?.looks, ...line);
    },
    label(list, level, count) {
      const kind = lists.get(`${list}:${level}`) ?? '•';
      return kind.startsWith('1') ? `${count}${kind.slice(1)}` : kind;
    },
  };
}

function walkStyles(
  bytes: Uint8Array,
  styles: Map<string, Style>,
  lists: Map<string, string>,
): void {
  let open: OdfLooks = {};
  let list = '';
  walkXml(bytes, {
    open(name, attributes) {
      if (name === 'style:style' || name === 'style:default-style') {
        open = {};
        const key = `${attributes['style:family'] ?? ''}:${attributes['style:name'] ?? ''}`;
        styles.set(key, { looks: open, parent: attributes['style:parent-style-name'] });
      } else if (name === 'text:list-style') list = attributes['style:name'] ?? '';
      else if (name.startsWith('text:list-level-style-')) {
        const key = `${list}:${attributes['text:level'] ?? '1'}`;
        lists.set(key, labelOf(name, attributes));
      } else if (name.endsWith('-properties')) noteLooks(open, attributes);
    },
    close() {},
  });
}

function labelOf(name: string, attributes: XmlAttributes): string {
  if (!name.endsWith('-number')) return '•';
  const hasFigure = (attributes['style:num-format'] ?? '') !== '';
  return hasFigure ? `1${attributes['style:num-suffix'] ?? '.'}` : '';
}

/** Han type is told apart from Western type; what is said of Han counts. */
function noteLooks(looks: OdfLooks, attributes: XmlAttributes): void {
  const weight = attributes['style:font-weight-asian'] ?? attributes['fo:font-weight'];
  const size = attributes['style:font-size-asian'] ?? attributes['fo:font-size'];
  const align = attributes['fo:text-align'];
  if (weight !== undefined) looks.bold = weight === 'bold' || Number(weight) >= 600;
  if (size?.endsWith('pt') === true) looks.sizePt = Number.parseFloat(size);
  if (align !== undefined) looks.centred = align === 'center';
}
