import { boundsOf, type Solid } from './solids.ts';

/** A ray under way; one object is used again and again because millions of them are cast. */
export interface Ray {
  ox: number;
  oy: number;
  oz: number;
  dx: number;
  dy: number;
  dz: number;
}

/** Where a ray meets a solid: distance, outward normal and which solid; -1 for none. */
export interface Hit {
  distance: number;
  nx: number;
  ny: number;
  nz: number;
  solid: number;
}

/** Finds what rays meet. */
export interface RayCaster {
  /** Fills `hit` with the nearest solid within `reach`. */
  nearest(ray: Ray, reach: number, hit: Hit): void;
  /** True when anything stands in the way within `reach`. */
  isBlocked(ray: Ray, reach: number): boolean;
}

const NEAR = 1e-4;
const LEAF_SIZE = 2;

/** Boxes around boxes of solids, laid out in arrays: a ray looks only into those it crosses. */
interface Tree {
  /** Six numbers a node: low and high corner. */
  readonly bounds: Float64Array;
  /** For an inner node the second child; the first follows the node. -1 for a leaf. */
  readonly second: Int32Array;
  /** Axis along which an inner node was split. */
  readonly axis: Int8Array;
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly order: Int32Array;
}

/** A caster over these solids. */
export function createRayCaster(solids: readonly Solid[]): RayCaster {
  const tree = buildTree(solids);
  const stack = new Int32Array(128);
  /** The ray with its direction turned over: dividing once spares six divisions a box. */
  const inverse: Ray = { ox: 0, oy: 0, oz: 0, dx: 0, dy: 0, dz: 0 };
  const found: Hit = { distance: 0, nx: 0, ny: 0, nz: 0, solid: -1 };
  const search = (ray: Ray, hit: Hit, any: boolean) => {
    inverse.ox = ray.ox;
    inverse.oy = ray.oy;
    inverse.oz = ray.oz;
    inverse.dx = 1 / ray.dx;
    inverse.dy = 1 / ray.dy;
    inverse.dz = 1 / ray.dz;
    let depth = 0;
    stack[depth++] = 0;
    while (depth > 0) {
      const node = stack[--depth] as number;
      if (!crosses(tree.bounds, node * 6, inverse, hit.distance)) continue;
      const second = tree.second[node] as number;
      if (second >= 0) {
        // The nearer half is looked into first: what is found there spares most of the other.
        const axis = tree.axis[node];
        const along = axis === 0 ? ray.dx : axis === 1 ? ray.dy : ray.dz;
        stack[depth++] = along > 0 ? second : node + 1;
        stack[depth++] = along > 0 ? node + 1 : second;
        continue;
      }
      const first = tree.first[node] as number;
      const end = first + (tree.count[node] as number);
      for (let at = first; at < end; at += 1) {
        const index = tree.order[at] as number;
        if (meets(solids[index] as Solid, ray, hit)) {
          hit.solid = index;
          if (any) return;
        }
      }
    }
  };
  return {
    nearest: (ray, reach, hit) => {
      hit.solid = -1;
      hit.distance = reach;
      search(ray, hit, false);
    },
    isBlocked: (ray, reach) => {
      found.solid = -1;
      found.distance = reach;
      search(ray, found, true);
      return found.solid >= 0;
    },
  };
}

/** True when the ray runs through the box; the ray comes with 1/direction. */
function crosses(bounds: Float64Array, at: number, ray: Ray, reach: number): boolean {
  const x0 = ((bounds[at] as number) - ray.ox) * ray.dx;
  const x1 = ((bounds[at + 3] as number) - ray.ox) * ray.dx;
  let enter = x0 < x1 ? x0 : x1;
  let leave = x0 < x1 ? x1 : x0;
  const y0 = ((bounds[at + 1] as number) - ray.oy) * ray.dy;
  const y1 = ((bounds[at + 4] as number) - ray.oy) * ray.dy;
  const yNear = y0 < y1 ? y0 : y1;
  const yFar = y0 < y1 ? y1 : y0;
  if (yNear > enter) enter = yNear;
  if (yFar < leave) leave = yFar;
  const z0 = ((bounds[at + 2] as number) - ray.oz) * ray.dz;
  const z1 = ((bounds[at + 5] as number) - ray.oz) * ray.dz;
  const zNear = z0 < z1 ? z0 : z1;
  const zFar = z0 < z1 ? z1 : z0;
  if (zNear > enter) enter = zNear;
  if (zFar < leave) leave = zFar;
  return enter <= leave && leave >= 0 && enter < reach;
}

/** Meets the solid nearer than the hit so far; then distance and normal are set. */
function meets(solid: Solid, ray: Ray, hit: Hit): boolean {
  if (solid.kind === 'box') return meetsBox(solid, ray, hit);
  return solid.kind === 'rod' ? meetsRod(solid, ray, hit) : meetsEllipsoid(solid, ray, hit);
}

function meetsBox(solid: Extract<Solid, { kind: 'box' }>, ray: Ray, hit: Hit): boolean {
  const { low, high } = solid;
  const x0 = (low[0] - ray.ox) / ray.dx;
  const x1 = (high[0] - ray.ox) / ray.dx;
  const y0 = (low[1] - ray.oy) / ray.dy;
  const y1 = (high[1] - ray.oy) / ray.dy;
  const z0 = (low[2] - ray.oz) / ray.dz;
  const z1 = (high[2] - ray.oz) / ray.dz;
  const ex = Math.min(x0, x1);
  const ey = Math.min(y0, y1);
  const ez = Math.min(z0, z1);
  const enter = ex > ey ? (ex > ez ? ex : ez) : ey > ez ? ey : ez;
  const lx = Math.max(x0, x1);
  const ly = Math.max(y0, y1);
  const lz = Math.max(z0, z1);
  const leave = lx < ly ? (lx < lz ? lx : lz) : ly < lz ? ly : lz;
  if (enter > leave || enter < NEAR || enter >= hit.distance) return false;
  hit.distance = enter;
  hit.nx = enter === ex ? -Math.sign(ray.dx) : 0;
  hit.ny = enter === ey && hit.nx === 0 ? -Math.sign(ray.dy) : 0;
  hit.nz = hit.nx === 0 && hit.ny === 0 ? -Math.sign(ray.dz) : 0;
  return true;
}

function meetsRod(solid: Extract<Solid, { kind: 'rod' }>, ray: Ray, hit: Hit): boolean {
  const { from, to, radius } = solid;
  const ax = to[0] - from[0];
  const ay = to[1] - from[1];
  const az = to[2] - from[2];
  const rx = ray.ox - from[0];
  const ry = ray.oy - from[1];
  const rz = ray.oz - from[2];
  const length2 = ax * ax + ay * ay + az * az;
  const da = ray.dx * ax + ray.dy * ay + ray.dz * az;
  const ra = rx * ax + ry * ay + rz * az;
  const rd = rx * ray.dx + ry * ray.dy + rz * ray.dz;
  const a = length2 - da * da;
  const b = length2 * rd - ra * da;
  const c = length2 * (rx * rx + ry * ry + rz * rz) - ra * ra - radius * radius * length2;
  const h = b * b - a * c;
  if (h < 0 || a < 1e-12) return false;
  const distance = (-b - Math.sqrt(h)) / a;
  const along = ra + distance * da;
  if (distance < NEAR || distance >= hit.distance || along < 0 || along > length2) return false;
  hit.distance = distance;
  const share = along / length2;
  hit.nx = (rx + distance * ray.dx - ax * share) / radius;
  hit.ny = (ry + distance * ray.dy - ay * share) / radius;
  hit.nz = (rz + distance * ray.dz - az * share) / radius;
  return true;
}

function meetsEllipsoid(solid: Extract<Solid, { kind: 'ellipsoid' }>, ray: Ray, hit: Hit): boolean {
  const { centre, radii } = solid;
  const ox = (ray.ox - centre[0]) / radii[0];
  const oy = (ray.oy - centre[1]) / radii[1];
  const oz = (ray.oz - centre[2]) / radii[2];
  const dx = ray.dx / radii[0];
  const dy = ray.dy / radii[1];
  const dz = ray.dz / radii[2];
  const a = dx * dx + dy * dy + dz * dz;
  const b = ox * dx + oy * dy + oz * dz;
  const h = b * b - a * (ox * ox + oy * oy + oz * oz - 1);
  if (h < 0) return false;
  const distance = (-b - Math.sqrt(h)) / a;
  if (distance < NEAR || distance >= hit.distance) return false;
  hit.distance = distance;
  const nx = (ox + distance * dx) / radii[0];
  const ny = (oy + distance * dy) / radii[1];
  const nz = (oz + distance * dz) / radii[2];
  const scale = 1 / Math.hypot(nx, ny, nz);
  hit.nx = nx * scale;
  hit.ny = ny * scale;
  hit.nz = nz * scale;
  return true;
}

function buildTree(solids: readonly Solid[]): Tree {
  const boxes = solids.map(boundsOf);
  const tree: Tree = {
    bounds: new Float64Array(solids.length * 12),
    second: new Int32Array(solids.length * 2).fill(-1),
    axis: new Int8Array(solids.length * 2),
    first: new Int32Array(solids.length * 2),
    count: new Int32Array(solids.length * 2),
    order: Int32Array.from(solids.keys()),
  };
  let nodes = 0;
  const grow = (first: number, count: number): number => {
    const node = nodes++;
    const members = tree.order.subarray(first, first + count);
    tree.bounds.set(boundsOfAll(boxes, members), node * 6);
    const cut = count <= LEAF_SIZE ? undefined : bestCut(boxes, members);
    if (!cut) {
      tree.first[node] = first;
      tree.count[node] = count;
      return node;
    }
    members.set(cut.order);
    tree.axis[node] = cut.axis;
    grow(first, cut.at);
    tree.second[node] = grow(first + cut.at, count - cut.at);
    return node;
  };
  grow(0, solids.length);
  return tree;
}

type Bounds = ReturnType<typeof boundsOf>;

/** Where a row of solids is cut in two, in the order along an axis. */
interface Cut {
  readonly axis: number;
  readonly at: number;
  readonly order: Int32Array;
}

/** The cut whose halves have the least surface for rays to hit, each counted by its solids. */
function bestCut(boxes: readonly Bounds[], members: Int32Array): Cut | undefined {
  let best: Cut | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const axis of [0, 1, 2] as const) {
    const middle = (index: number) =>
      (boxes[index]?.low[axis] ?? 0) + (boxes[index]?.high[axis] ?? 0);
    const order = Int32Array.from(members).sort((a, b) => middle(a) - middle(b) || a - b);
    const cuts = Math.min(order.length - 1, 24);
    for (let step = 1; step <= cuts; step += 1) {
      const at = Math.max(1, Math.floor((order.length * step) / (cuts + 1)));
      const left = surface(boundsOfAll(boxes, order.subarray(0, at))) * at;
      const right = surface(boundsOfAll(boxes, order.subarray(at))) * (order.length - at);
      if (left + right >= least) continue;
      least = left + right;
      best = { axis, at, order };
    }
  }
  return best;
}

type Corners = [number, number, number, number, number, number];

function boundsOfAll(boxes: readonly Bounds[], members: Int32Array): Corners {
  const all: Corners = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  for (const index of members) {
    const box = boxes[index];
    for (const axis of [0, 1, 2] as const) {
      all[axis] = Math.min(all[axis], box?.low[axis] ?? 0);
      const top = axis === 0 ? 3 : axis === 1 ? 4 : 5;
      all[top] = Math.max(all[top], box?.high[axis] ?? 0);
    }
  }
  return all;
}

function surface([x0, y0, z0, x1, y1, z1]: Corners): number {
  const x = x1 - x0;
  const y = y1 - y0;
  const z = z1 - z0;
  return x * y + y * z + z * x;
}
