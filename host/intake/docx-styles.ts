import { walkXml, type XmlAttributes } from './walk-xml.ts';

/** What a style or a paragraph says of its looks; undefined leaves it to the style below. */
export interface DocxLooks {
  bold?: boolean;
  centred?: boolean;
  sizePt?: number;
  level?: number;
  /** Numbering instance and its level. */
  numbering?: string;
  numberingLevel?: number;
}

/** The styles of a file, each with all that it inherits. */
export interface DocxStyles {
  /** Of a paragraph style; of the usual one where none is named. */
  paragraph(id: string | undefined): DocxLooks;
  /** Of a character style. */
  character(id: string): DocxLooks;
}

interface Style {
  readonly looks: DocxLooks;
  basedOn: string | undefined;
}

/** Reads styles.xml; an empty one gives no looks at all. */
export function readDocxStyles(bytes: Uint8Array | undefined): DocxStyles {
  const styles = new Map<string, Style>();
  const defaults: DocxLooks = {};
  let usual: string | undefined;
  let open: Style = { looks: defaults, basedOn: undefined };
  if (bytes !== undefined) {
    walkXml(bytes, {
      open(name, attributes) {
        if (name === 'w:style') {
          open = { looks: {}, basedOn: undefined };
          const id = attributes['w:styleId'] ?? '';
          styles.set(id, open);
          const isUsual = attributes['w:default'] === '1' && attributes['w:type'] === 'paragraph';
          if (isUsual) usual = id;
        } else if (name === 'w:basedOn') open.basedOn = attributes['w:val'];
        else if (name === 'w:name') noteHeading(open.looks, attributes['w:val'] ?? '');
        else noteLooks(open.looks, name, attributes);
      },
      close() {},
    });
  }
  return {
    paragraph: (id) => ({ ...defaults, ...inherited(styles, id ?? usual) }),
    character: (id) => inherited(styles, id),
  };
}

/** Styles may be based on each other in a ring, in a broken file. */
const MOST_GENERATIONS = 20;

function inherited(styles: ReadonlyMap<string, Style>, id: string | undefined): DocxLooks {
  const line: DocxLooks[] = [];
  let at = id;
  while (at !== undefined && line.length < MOST_GENERATIONS) {
    const style = styles.get(at);
    line.unshift(style?.looks ?? {});
    at = style?.basedOn;
  }
  return Object.assign({}, ...line) as DocxLooks;
}

/** The names of the built-in headings are English in every language of Word; WPS keeps them. */
function noteHeading(looks: DocxLooks, name: string): void {
  const level = /^(?:heading|标题)\s*([1-6])$/iu.exec(name)?.[1];
  if (level !== undefined) looks.level = Number(level);
  else if (/^title$/iu.test(name)) looks.level = 1;
  else if (/^subtitle$/iu.test(name)) looks.level = 2;
}

/** Takes in one property of a paragraph or of its letters. */
export function noteLooks(looks: DocxLooks, name: string, attributes: XmlAttributes): void {
  const value = attributes['w:val'] ?? '';
  if (name === 'w:b') looks.bold = isOn(attributes);
  else if (name === 'w:jc') looks.centred = value === 'center';
  else if (name === 'w:sz') noteSize(looks, value);
  else if (name === 'w:numId') looks.numbering = value;
  else if (name === 'w:ilvl') looks.numberingLevel = Number(value);
  else if (name === 'w:outlineLvl') noteLevel(looks, value);
}

function noteSize(looks: DocxLooks, halfPoints: string): void {
  const sizePt = Number(halfPoints) / 2;
  if (sizePt > 0 && sizePt < 2000) looks.sizePt = sizePt;
}

/** Counted from 0; 9 is running text. */
function noteLevel(looks: DocxLooks, value: string): void {
  const level = Number(value) + 1;
  if (value !== '' && level >= 1 && level <= 6) looks.level = level;
}

/** A switch is on when it stands there, unless it says otherwise. */
export function isOn(attributes: XmlAttributes): boolean {
  return !['0', 'false', 'off', 'none'].includes(attributes['w:val'] ?? '');
}
