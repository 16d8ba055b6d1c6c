import { UnreadableJpeg } from './unreadable-jpeg.ts';

/** One channel of a JPEG file. */
export interface Component {
  readonly id: number;
  /** Blocks of it in a unit, each way. */
  readonly across: number;
  readonly down: number;
  /** Number of its table of quantities. */
  readonly table: number;
  readonly blocksAcross: number;
  readonly blocksDown: number;
  /** Its samples, block by block. */
  readonly plane: Uint8Array;
  /** Amounts of each block while scans refine them; none where one scan brings all. */
  readonly amounts: Int16Array | undefined;
  dcTable: number;
  acTable: number;
  prediction: number;
}

/** Size and channels of a JPEG file. */
export interface Frame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly isProgressive: boolean;
  readonly components: readonly Component[];
  readonly unitsAcross: number;
  readonly unitsDown: number;
}

/** Order in which the 64 amounts of a block are written. */
export const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
  13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52,
  45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];

/** The number of two bytes that stands there. */
export function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}

/** A page at 2,400 dots an inch has fewer pixels than this. */
const MOST_PIXELS = 400_000_000;

/** Reads the head of a frame. */
export function readFrame(content: Uint8Array, isProgressive: boolean): Frame {
  if (content[0] !== 8) throw new UnreadableJpeg('not eight bits');
  const [heightPx, widthPx] = [word(content, 1), word(content, 3)];
  const count = content[5] ?? 0;
  if (widthPx * heightPx === 0 || widthPx * heightPx > MOST_PIXELS || count > 4 || count === 0) {
    throw new UnreadableJpeg('impossible size');
  }
  const looks = Array.from({ length: count }, (_, index) => {
    const at = 6 + 3 * index;
    const sampling = content[at + 1] ?? 0;
    const [across, down] = [sampling >> 4, sampling & 15];
    return { id: content[at] ?? 0, across, down, table: content[at + 2] ?? 0 };
  });
  if (looks.some(({ across, down }) => across < 1 || across > 4 || down < 1 || down > 4)) {
    throw new UnreadableJpeg('impossible sampling');
  }
  const unitsAcross = Math.ceil(widthPx / (8 * Math.max(...looks.map(({ across }) => across))));
  const unitsDown = Math.ceil(heightPx / (8 * Math.max(...looks.map(({ down }) => down))));
  const components = looks.map((look): Component => {
    const [blocksAcross, blocksDown] = [unitsAcross * look.across, unitsDown * look.down];
    const samples = blocksAcross * blocksDown * 64;
    const plane = new Uint8Array(samples);
    const amounts = isProgressive ? new Int16Array(samples) : undefined;
    const tables = { dcTable: 0, acTable: 0, prediction: 0 };
    return { ...look, ...tables, blocksAcross, blocksDown, plane, amounts };
  });
  return { widthPx, heightPx, isProgressive, components, unitsAcross, unitsDown };
}

/** The order in which a scan goes through the blocks of its channels. */
export interface ScanUnits {
  readonly count: number;
  read(unit: number, block: (component: Component, across: number, down: number) => void): void;
}

/** Several channels lie unit by unit, one alone block by block (ITU-T T.81, A.2). */
export function unitsOf(frame: Frame, components: readonly Component[]): ScanUnits {
  const [only] = components;
  if (components.length === 1 && only !== undefined) {
    const most = Math.max(...frame.components.map(({ across }) => across));
    const deepest = Math.max(...frame.components.map(({ down }) => down));
    const across = Math.ceil((frame.widthPx * only.across) / (most * 8));
    const down = Math.ceil((frame.heightPx * only.down) / (deepest * 8));
    return {
      count: across * down,
      read: (unit, block) => block(only, unit % across, Math.floor(unit / across)),
    };
  }
  return {
    count: frame.unitsAcross * frame.unitsDown,
    read(unit, block) {
      const [x, y] = [unit % frame.unitsAcross, Math.floor(unit / frame.unitsAcross)];
      for (const component of components) {
        for (let part = 0; part < component.across * component.down; part += 1) {
          const across = x * component.across + (part % component.across);
          block(component, across, y * component.down + Math.floor(part / component.across));
        }
      }
    },
  };
}
