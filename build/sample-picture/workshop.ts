import { machiningCentre, partsPallet, robotArm, worker } from './machines.ts';
import { createRayCaster } from './rays.ts';
import { box, type Colour, lamp, type Material, paint, rod, type Solid } from './solids.ts';
import type { AreaLight, LitScene } from './trace-light.ts';

/*
 * A machine shop of our own making, in metres: a hall 28 wide and 66 long with an aisle down the
 * middle, machining centres along it, columns and a crane above, daylight through the roof.
 */
const HALF_WIDTH = 14;
const LENGTH = 66;
const EAVES = 8.2;
const RIDGE = 10.4;
const BAY = 6;

const STEELWORK = paint([0.42, 0.45, 0.48], 0.04, 0.6);
const CRANE = paint([0.82, 0.5, 0.02], 0.05, 0.45);
const DUCT = paint([0.58, 0.6, 0.62], 0.3, 0.4);
const CONDUIT = paint([0.3, 0.32, 0.34], 0.1, 0.5);

/** The whole hall, lit. */
export function workshop(): LitScene {
  const lights = skylights();
  const solids = [
    ...shell(),
    ...steelwork(),
    ...crane(),
    ...services(),
    ...machineRows(),
    ...people(),
    ...lights.map(lightBody),
  ];
  return { solids, lights, caster: createRayCaster(solids), beyond: [2.6, 2.9, 3.2] };
}

/** Strips of daylight in the roof, two to a bay, and a band of windows on the left. */
function skylights(): readonly AreaLight[] {
  const lights: AreaLight[] = [];
  for (let z = 1.6; z < LENGTH - 4; z += BAY) {
    for (const x of [-7.4, 4.4]) {
      lights.push({
        low: [x, RIDGE - 1, z],
        high: [x + 3, RIDGE - 1, z + 2.6],
        normal: [0, -1, 0],
        emission: [11.2, 11.4, 11.6],
        area: 3 * 2.6,
      });
    }
  }
  for (let z = 0.6; z < LENGTH - 6; z += BAY * 2) {
    lights.push({
      low: [-HALF_WIDTH + 0.1, 5.6, z],
      high: [-HALF_WIDTH + 0.1, 7.4, z + 5],
      normal: [1, 0, 0],
      emission: [5.4, 6, 6.8],
      area: 1.8 * 5,
    });
  }
  return lights;
}

function lightBody({ low, high, emission, normal }: AreaLight): Solid {
  const back = 0.02;
  return box(
    [low[0] - back * normal[0], low[1], low[2]],
    [high[0], high[1] - back * normal[1], high[2]],
    lamp(emission),
  );
}

function shell(): readonly Solid[] {
  const wall: Material = { ...paint([0.62, 0.65, 0.66], 0.02, 0.8), pattern: corrugated };
  const roof = paint([0.5, 0.53, 0.55], 0.02, 0.8);
  const floor: Material = { ...paint([0.3, 0.34, 0.33], 0.022, 0.08), pattern: floorPaint };
  const gate = lamp([5.2, 5.6, 6]);
  const solids: Solid[] = [
    box([-60, -0.2, -12], [60, 0, LENGTH + 4], floor),
    box([-HALF_WIDTH - 0.3, 0, -12], [-HALF_WIDTH, RIDGE, LENGTH], wall),
    box([HALF_WIDTH, 0, -12], [HALF_WIDTH + 0.3, RIDGE, LENGTH], wall),
    box([-HALF_WIDTH, 0, LENGTH], [HALF_WIDTH, RIDGE, LENGTH + 0.3], wall),
    box([-HALF_WIDTH, 0, -12.3], [HALF_WIDTH, RIDGE, -12], wall),
    box([-HALF_WIDTH, RIDGE - 0.9, -12], [HALF_WIDTH, RIDGE, LENGTH], roof),
    // The gate at the far end stands open to the yard.
    box([-2.4, 0, LENGTH - 0.06], [2.4, 4.6, LENGTH - 0.02], gate),
    box([-8.5, 5.4, LENGTH - 0.06], [8.5, 6.6, LENGTH - 0.02], lamp([3.4, 3.7, 4])),
  ];
  // Lower half of the side walls: a darker dado, as in most works.
  for (const side of [-1, 1]) {
    const x = side * (HALF_WIDTH - 0.02);
    solids.push(
      box([x - 0.02, 0, -12], [x + 0.02, 1.3, LENGTH], paint([0.13, 0.25, 0.32], 0.03, 0.6)),
    );
  }
  return solids;
}

function corrugated(_x: number, y: number, z: number): Colour {
  const wave = 0.9 + 0.1 * Math.sin(z * 24);
  const stain = 0.94 + 0.06 * Math.sin(z * 0.9 + 2 * Math.sin(y * 0.7));
  const light = wave * stain;
  return [0.62 * light, 0.65 * light, 0.66 * light];
}

/** Epoxy floor: a grey-green aisle between yellow lines, machine bays in a darker green. */
function floorPaint(x: number, _y: number, z: number): Colour {
  const wear =
    0.9 + 0.06 * Math.sin(x * 1.7 + 3 * Math.sin(z * 0.31)) + 0.04 * Math.sin(z * 5.3 + x * 2.1);
  const side = Math.abs(x);
  if (side > 2.15 && side < 2.27) return [0.72 * wear, 0.5 * wear, 0.04];
  const joint = Math.abs(((z + 600) % 6) - 3) > 2.985 ? 0.7 : 1;
  if (side < 2.2) {
    const track = 1 - 0.16 * Math.exp(-(((side - 0.95) / 0.22) ** 2));
    const light = wear * joint * track;
    return [0.3 * light, 0.325 * light, 0.31 * light];
  }
  const hatched = side < 2.75 && (x + z + 600) % 0.6 < 0.3 && z % 11 < 1.4;
  if (hatched) return [0.66 * wear, 0.46 * wear, 0.05];
  const light = wear * joint;
  return [0.075 * light, 0.17 * light, 0.14 * light];
}

function steelwork(): readonly Solid[] {
  const solids: Solid[] = [];
  const guard = paint([0.75, 0.52, 0.03], 0.03, 0.6);
  for (let z = 0; z <= LENGTH - 6; z += BAY) {
    for (const x of [-7.6, 7.6, -13.6, 13.6]) {
      solids.push(box([x - 0.2, 0, z - 0.16], [x - 0.14, EAVES, z + 0.16], STEELWORK));
      solids.push(box([x + 0.14, 0, z - 0.16], [x + 0.2, EAVES, z + 0.16], STEELWORK));
      solids.push(box([x - 0.14, 0, z - 0.02], [x + 0.14, EAVES, z + 0.02], STEELWORK));
      solids.push(box([x - 0.24, 0, z - 0.2], [x + 0.24, 1.1, z + 0.2], guard));
    }
    solids.push(...truss(z));
  }
  for (const x of [-11, -7.6, -3.8, 0, 3.8, 7.6, 11]) {
    solids.push(box([x - 0.05, EAVES + 1.02, -6], [x + 0.05, EAVES + 1.16, LENGTH], STEELWORK));
  }
  return solids;
}

function truss(z: number): readonly Solid[] {
  const low = EAVES;
  const high = EAVES + 1.05;
  const step = 1.9;
  const solids: Solid[] = [
    rod([-HALF_WIDTH, low, z], [HALF_WIDTH, low, z], 0.085, STEELWORK),
    rod([-HALF_WIDTH, high, z], [HALF_WIDTH, high, z], 0.085, STEELWORK),
  ];
  for (let x = -HALF_WIDTH + 0.35; x < HALF_WIDTH - 0.4; x += step) {
    solids.push(rod([x, low, z], [x + step / 2, high, z], 0.045, STEELWORK));
    solids.push(rod([x + step / 2, high, z], [x + step, low, z], 0.045, STEELWORK));
  }
  return solids;
}

/** Runways along the columns, and the bridge with its hoist further down the hall. */
function crane(): readonly Solid[] {
  const z = 31;
  const hook = paint([0.1, 0.1, 0.11], 0.2, 0.4);
  return [
    ...[-7.3, 7.3].flatMap((x) => [
      box([x - 0.16, 6.3, -8], [x + 0.16, 6.36, LENGTH], CRANE),
      box([x - 0.04, 6.36, -8], [x + 0.04, 6.8, LENGTH], CRANE),
      box([x - 0.16, 6.8, -8], [x + 0.16, 6.86, LENGTH], CRANE),
    ]),
    box([-7.4, 6.95, z - 0.9], [7.4, 7.6, z - 0.55], CRANE),
    box([-7.4, 6.95, z + 0.55], [7.4, 7.6, z + 0.9], CRANE),
    box([1.4, 7.1, z - 1], [2.6, 7.9, z + 1], paint([0.2, 0.22, 0.25], 0.1, 0.5)),
    rod([2, 7.1, z], [2, 4.9, z], 0.025, hook),
    box([1.85, 4.6, z - 0.12], [2.15, 4.95, z + 0.12], CRANE),
  ];
}

/** Air ducts, cable trays, lamps and the hanging boards of the digital shop. */
function services(): readonly Solid[] {
  const solids: Solid[] = [
    rod([-5.3, 6.9, -8], [-5.3, 6.9, LENGTH], 0.38, DUCT),
    rod([9.8, 7.2, -8], [9.8, 7.2, LENGTH], 0.3, DUCT),
    box([3.1, 4.55, -8], [3.5, 4.63, LENGTH], CONDUIT),
    box([-3.5, 4.55, -8], [-3.1, 4.63, LENGTH], CONDUIT),
  ];
  for (let z = 0.5; z < LENGTH; z += BAY / 2) {
    for (const x of [-3.3, 3.3]) {
      solids.push(rod([x, 4.6, z], [x, EAVES, z], 0.018, CONDUIT));
      solids.push(rod([x * 1.15, 2.4, z + 0.9], [x * 1.15, 4.6, z + 0.9], 0.022, CONDUIT));
    }
  }
  for (let z = 4.4; z < LENGTH; z += BAY) {
    for (const x of [-1.3, 1.3]) {
      solids.push(
        box([x - 0.07, 6.95, z - 0.75], [x + 0.07, 7.02, z + 0.75], lamp([7.5, 7.7, 7.4])),
      );
      solids.push(rod([x, 7, z], [x, EAVES, z], 0.012, CONDUIT));
    }
  }
  solids.push(...board(-1.9, 15.2), ...board(-1.9, 40));
  return solids;
}

function board(x: number, z: number): readonly Solid[] {
  const face: Material = { ...lamp([0.3, 0.5, 0.9]), pattern: undefined };
  const dark = paint([0.03, 0.03, 0.035], 0.05, 0.4);
  const rows: Solid[] = [];
  for (let row = 0; row < 4; row += 1) {
    const foot = 3.72 + row * 0.24;
    const shine: Colour =
      row === 3 ? [1.5, 1.6, 1.7] : row === 1 ? [0.2, 1.2, 0.5] : [0.25, 0.7, 1.5];
    rows.push(
      box(
        [x + 0.12, foot, z - 0.016],
        [x + 1.05 + 0.3 * ((row * 5) % 3), foot + 0.1, z - 0.012],
        lamp(shine),
      ),
    );
    rows.push(box([x + 1.95, foot, z - 0.016], [x + 2.35, foot + 0.1, z - 0.012], lamp(shine)));
  }
  return [
    box([x, 3.6, z], [x + 2.5, 4.8, z + 0.14], dark),
    box([x + 0.05, 3.65, z - 0.01], [x + 2.45, 4.75, z], { ...face, emission: [0.02, 0.05, 0.13] }),
    ...rows,
    rod([x + 0.4, 4.8, z + 0.07], [x + 0.4, EAVES, z + 0.07], 0.02, CONDUIT),
    rod([x + 2.1, 4.8, z + 0.07], [x + 2.1, EAVES, z + 0.07], 0.02, CONDUIT),
  ];
}

function machineRows(): readonly Solid[] {
  const solids: Solid[] = [];
  const pitch = 5.1;
  for (let number = 0; number < 12; number += 1) {
    const z = 4.2 + number * pitch;
    solids.push(...machiningCentre({ x: -4.5, z, facing: 1, number }));
    solids.push(...machiningCentre({ x: 4.5, z: z + 0.7, facing: -1, number: number + 3 }));
    solids.push(...machiningCentre({ x: -10.6, z: z + 1.3, facing: 1, number: number + 5 }));
    solids.push(...machiningCentre({ x: 10.6, z: z - 0.9, facing: -1, number: number + 8 }));
    if (number % 3 === 0) solids.push(...partsPallet(2.95, z + 3.2, 2 + (number % 2)));
    if (number % 4 === 1) solids.push(...partsPallet(-2.95, z + 2.6, 1 + (number % 3)));
  }
  solids.push(...robotArm(3.9, 9.5));
  return solids;
}

function people(): readonly Solid[] {
  return [
    ...worker(-2.75, 13.9, -1),
    ...worker(2.5, 20.4, 1),
    ...worker(-2.7, 30.2, -1),
    ...worker(0.5, 37, 0.2),
    ...worker(1.15, 37.5, -0.2),
  ];
}
