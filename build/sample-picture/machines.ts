import {
  box,
  type Colour,
  lamp,
  type Material,
  type Point,
  paint,
  rod,
  type Solid,
} from './solids.ts';

/** Where a machine stands: its middle on the floor, and which side of the aisle it faces. */
export interface MachinePlace {
  readonly x: number;
  readonly z: number;
  /** 1 when the front looks towards greater x. */
  readonly facing: 1 | -1;
  /** Number in its row; siblings differ a little by it. */
  readonly number: number;
}

/** Enamel with the dust and wipe marks of use: darker near the floor, a little uneven. */
const WHITE: Material = { ...paint([0.74, 0.76, 0.77], 0.05, 0.35), pattern: usedEnamel };
const LIGHT_GREY = paint([0.52, 0.54, 0.56], 0.05, 0.4);
const DARK_GREY = paint([0.07, 0.075, 0.085], 0.05, 0.4);
const BLUE = paint([0.035, 0.13, 0.36], 0.05, 0.35);
const GLASS = paint([0.02, 0.026, 0.03], 0.12, 0.04);
const STEEL = paint([0.34, 0.35, 0.36], 0.4, 0.25);
const ALUMINIUM = paint([0.55, 0.56, 0.57], 0.45, 0.3);
const ORANGE = paint([0.78, 0.23, 0.02], 0.06, 0.35);
const YELLOW = paint([0.8, 0.5, 0.03], 0.05, 0.45);
const RED = paint([0.6, 0.03, 0.02], 0.05, 0.4);
const WOOD = paint([0.42, 0.29, 0.16], 0.02, 0.9);
const SEAM = paint([0.12, 0.13, 0.14], 0.02, 0.8);

function usedEnamel(x: number, y: number, z: number): Colour {
  const foot = 1 - 0.22 * Math.exp(-(y - 0.3) * 2.6);
  const wiped = 0.965 + 0.035 * Math.sin(z * 3.1 + 2.2 * Math.sin(y * 4.3 + x));
  const rain = 0.985 + 0.015 * Math.sin(z * 41 + 5 * Math.sin(y * 1.3));
  const light = foot * wiped * rain;
  return [0.76 * light, 0.775 * light, 0.77 * light];
}

/** A machining centre: base, hood with window doors, control panel, signal lamp, chip conveyor. */
export function machiningCentre(place: MachinePlace): readonly Solid[] {
  const at = frontWords(place);
  const long = 1.55;
  const deep = 1.15;
  const high = 2.35 + 0.12 * ((place.number * 7) % 3);
  const stripe = place.number % 4 === 1 ? ORANGE : BLUE;
  return [
    at([-deep, 0, -long], [deep - 0.05, 0.32, long], DARK_GREY),
    at([-deep, 0.32, -long], [deep, high, long], WHITE),
    at([-deep, high, -long + 0.3], [deep - 0.7, high + 0.35, long - 0.5], LIGHT_GREY),
    at([deep, high - 0.34, -long], [deep + 0.012, high - 0.14, long], stripe),
    at([deep, 0.32, -long], [deep + 0.01, 0.52, long], LIGHT_GREY),
    // Two sliding doors with windows, and the bright inside behind one of them.
    at([deep, 0.62, -1.0], [deep + 0.035, high - 0.42, 0.02], LIGHT_GREY),
    at([deep, 0.62, 0.05], [deep + 0.025, high - 0.42, 0.95], LIGHT_GREY),
    at([deep + 0.03, 1.05, -0.9], [deep + 0.045, high - 0.55, -0.1], GLASS),
    at([deep + 0.02, 1.05, 0.15], [deep + 0.035, high - 0.55, 0.85], GLASS),
    at([deep + 0.045, 0.95, -0.06], [deep + 0.085, 1.55, -0.02], STEEL),
    ...[-1.2, 1.0, 1.28].map((z) =>
      at([deep, 0.34, z], [deep + 0.004, high - 0.36, z + 0.018], SEAM),
    ),
    ...plates(at, deep, high),
    ...louvres(at, high, long),
    ...controlPanel(at, deep, long),
    ...signalLamp(at, high, place.number),
    ...chipConveyor(at, deep, long),
  ];
}

/** A robot arm in a low fence, handing parts between two machines. */
export function robotArm(x: number, z: number): readonly Solid[] {
  const joints: readonly Point[] = [
    [x, 0.5, z],
    [x, 0.95, z],
    [x + 0.25, 1.95, z + 0.2],
    [x + 1.05, 2.05, z + 0.75],
    [x + 1.25, 1.62, z + 0.9],
  ];
  const arms = joints.slice(1).map((to, index): Solid => {
    const from = joints[index] ?? to;
    return rod(from, to, 0.17 - index * 0.028, ORANGE);
  });
  const knees = joints.map((centre, index): Solid => {
    const size = 0.24 - index * 0.035;
    return {
      kind: 'ellipsoid',
      centre,
      radii: [size, size, size],
      material: index % 2 === 0 ? ORANGE : DARK_GREY,
    };
  });
  return [box([x - 0.4, 0, z - 0.4], [x + 0.4, 0.5, z + 0.4], DARK_GREY), ...arms, ...knees];
}

/** A pallet with rows of turned parts. */
export function partsPallet(x: number, z: number, layers: number): readonly Solid[] {
  const solids: Solid[] = [
    box([x - 0.6, 0.1, z - 0.5], [x + 0.6, 0.15, z + 0.5], WOOD),
    ...[-0.5, 0, 0.5].map((offset) =>
      box([x - 0.6, 0, z + offset * 0.8 - 0.06], [x + 0.6, 0.1, z + offset * 0.8 + 0.06], WOOD),
    ),
  ];
  for (let layer = 0; layer < layers; layer += 1) {
    for (let row = 0; row < 5; row += 1) {
      for (let column = 0; column < 4; column += 1) {
        const px = x - 0.46 + row * 0.23;
        const pz = z - 0.36 + column * 0.24;
        const foot = 0.15 + layer * 0.2;
        solids.push(rod([px, foot, pz], [px, foot + 0.19, pz], 0.09, ALUMINIUM));
        solids.push(
          box([px - 0.06, foot + 0.19, pz - 0.06], [px + 0.06, foot + 0.2, pz + 0.06], STEEL),
        );
      }
    }
  }
  return solids;
}

/** A worker in blue with a yellow helmet, seen from a distance. */
export function worker(x: number, z: number, lean: number): readonly Solid[] {
  const cloth = paint([0.05, 0.1, 0.24], 0.02, 0.9);
  const trousers = paint([0.04, 0.06, 0.13], 0.02, 0.9);
  const skin = paint([0.55, 0.33, 0.23], 0.03, 0.7);
  const shoulder: Point = [x + lean * 0.12, 1.42, z];
  const hip: Point = [x, 0.95, z];
  return [
    {
      kind: 'ellipsoid',
      centre: [x + lean * 0.06, 1.2, z],
      radii: [0.17, 0.36, 0.23],
      material: cloth,
    },
    rod([x - 0.02, 0.08, z - 0.1], [hip[0], hip[1], hip[2] - 0.09], 0.085, trousers),
    rod([x + 0.1, 0.08, z + 0.12], [hip[0], hip[1], hip[2] + 0.09], 0.085, trousers),
    rod([shoulder[0], 1.4, z - 0.22], [x + lean * 0.34, 1.14, z - 0.24], 0.06, cloth),
    rod([shoulder[0], 1.4, z + 0.22], [x + lean * 0.42, 1.2, z + 0.16], 0.06, cloth),
    {
      kind: 'ellipsoid',
      centre: [x + lean * 0.16, 1.63, z],
      radii: [0.1, 0.13, 0.095],
      material: skin,
    },
    {
      kind: 'ellipsoid',
      centre: [x + lean * 0.15, 1.7, z],
      radii: [0.135, 0.1, 0.125],
      material: YELLOW,
    },
    box([x - 0.08, 0, z - 0.16], [x + 0.2, 0.09, z - 0.04], DARK_GREY),
    box([x + 0.02, 0, z + 0.05], [x + 0.3, 0.09, z + 0.18], DARK_GREY),
  ];
}

type Corner = (low: Point, high: Point, material: Material) => Solid;

/** Boxes in the words of a machine that faces +x, turned and moved to its place. */
function frontWords({ x, z, facing }: MachinePlace): Corner {
  return (low, high, material) =>
    facing === 1
      ? box([x + low[0], low[1], z + low[2]], [x + high[0], high[1], z + high[2]], material)
      : box([x - high[0], low[1], z - high[2]], [x - low[0], high[1], z - low[2]], material);
}

/** Maker's plate, warning sign and a handle bar on the front. */
function plates(at: Corner, deep: number, high: number): readonly Solid[] {
  const lettering = [0, 0.11, 0.22, 0.36, 0.47].map((offset) =>
    at(
      [deep + 0.012, high - 0.28, -1.42 + offset],
      [deep + 0.016, high - 0.2, -1.34 + offset],
      WHITE,
    ),
  );
  return [
    ...lettering,
    at([deep, 1.5, 1.32], [deep + 0.006, 1.62, 1.44], YELLOW),
    at([deep, 1.2, 1.32], [deep + 0.006, 1.42, 1.44], DARK_GREY),
    at([deep, 0.7, -1.42], [deep + 0.05, 0.86, -1.12], DARK_GREY),
    at([deep + 0.05, 0.74, -1.38], [deep + 0.056, 0.82, -1.16], STEEL),
  ];
}

/** Air slots of the cabinet on both ends, and its door. */
function louvres(at: Corner, high: number, long: number): readonly Solid[] {
  const slots: Solid[] = [];
  for (const end of [-1, 1]) {
    const z = end * long;
    for (let slot = 0; slot < 8; slot += 1) {
      const foot = high - 0.95 + slot * 0.06;
      slots.push(at([0.1, foot, z - 0.006], [0.75, foot + 0.025, z + 0.006], SEAM));
    }
    slots.push(at([0.02, 0.5, z - 0.004], [0.03, high - 0.2, z + 0.004], SEAM));
    slots.push(at([0.84, 0.5, z - 0.004], [0.85, high - 0.2, z + 0.004], SEAM));
    slots.push(at([0.76, 1.1, z - 0.03], [0.8, 1.3, z + 0.03], DARK_GREY));
  }
  return slots;
}

function controlPanel(at: Corner, deep: number, long: number): readonly Solid[] {
  const screen = lamp([0.25, 0.5, 0.85]);
  const foot = 1.02;
  return [
    at([deep - 0.1, foot + 0.02, long - 0.5], [deep + 0.2, foot + 0.72, long - 0.02], DARK_GREY),
    at([deep + 0.2, foot + 0.36, long - 0.45], [deep + 0.205, foot + 0.66, long - 0.09], screen),
    at([deep + 0.2, foot + 0.06, long - 0.45], [deep + 0.25, foot + 0.3, long - 0.09], LIGHT_GREY),
    at([deep + 0.205, foot + 0.58, long - 0.43], [deep + 0.208, foot + 0.63, long - 0.11], BLUE),
    at([deep + 0.205, foot + 0.4, long - 0.43], [deep + 0.208, foot + 0.55, long - 0.3], DARK_GREY),
    ...[0, 1, 2, 3, 4].map((key) => {
      const z = long - 0.42 + key * 0.07;
      return at([deep + 0.25, foot + 0.2, z], [deep + 0.256, foot + 0.25, z + 0.04], DARK_GREY);
    }),
    at([deep + 0.25, foot + 0.09, long - 0.18], [deep + 0.29, foot + 0.15, long - 0.12], RED),
  ];
}

function signalLamp(at: Corner, high: number, number: number): readonly Solid[] {
  const off: readonly Colour[] = [
    [0.4, 0.03, 0.03],
    [0.45, 0.28, 0.02],
    [0.03, 0.3, 0.08],
  ];
  const lit = number % 5 === 3 ? 1 : 2;
  return off.map((colour, index) => {
    const foot = high + 0.62 - index * 0.09;
    const shine: Colour = [colour[0] * 9, colour[1] * 9, colour[2] * 9];
    const material = index === lit ? lamp(shine) : paint(colour);
    return at([0.55, foot, -1.1], [0.63, foot + 0.085, -1.02], material);
  });
}

function chipConveyor(at: Corner, deep: number, long: number): readonly Solid[] {
  return [
    at([-0.4, 0.1, -long - 0.9], [0.3, 0.5, -long], LIGHT_GREY),
    at([-0.3, 0.5, -long - 0.95], [0.2, 1.2, -long - 0.55], LIGHT_GREY),
    at([-0.45, 0, -long - 1.35], [0.35, 0.75, -long - 0.7], BLUE),
    at([deep - 0.5, 0, -long - 0.45], [deep - 0.05, 1.75, -long - 0.04], LIGHT_GREY),
  ];
}
