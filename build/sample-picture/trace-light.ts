import type { Hit, Ray, RayCaster } from './rays.ts';
import type { Colour, Material, Solid } from './solids.ts';

/** A shining rectangle, parallel to two axes, that light is gathered from. */
export interface AreaLight {
  readonly low: readonly [number, number, number];
  readonly high: readonly [number, number, number];
  /** Direction in which it shines. */
  readonly normal: readonly [number, number, number];
  readonly emission: Colour;
  /** Square metres. */
  readonly area: number;
}

/** Everything that light is traced in. */
export interface LitScene {
  readonly solids: readonly Solid[];
  readonly lights: readonly AreaLight[];
  readonly caster: RayCaster;
  /** Light from beyond the hall. */
  readonly beyond: Colour;
}

/** What a ray from the camera brought back; the first surface helps to clean the noise later. */
export interface Sample {
  red: number;
  green: number;
  blue: number;
  depth: number;
  nx: number;
  ny: number;
  nz: number;
  albedoRed: number;
  albedoGreen: number;
  albedoBlue: number;
}

const FAR = 400;
const BOUNCES = 4;
/** Places on lamps that are compared before one is looked at. */
const DRAWS = 6;
const DAYLIGHT: Colour = [1, 1, 1];
/** Brightest light one path may add: rarer and brighter ones would stay as white dots. */
const FIREFLY = 12;

/** Random numbers from a seed: the picture is the same on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Follows light backwards from the camera along one path. */
export function createTracer(
  scene: LitScene,
  random: () => number,
): (ray: Ray, sample: Sample) => void {
  const hit: Hit = { distance: 0, nx: 0, ny: 0, nz: 0, solid: -1 };
  const gathered: LampLight = { light: 0, red: 0, blue: 0 };
  const gather = createLampSearch(scene, random);
  /** Goes on along the ray; `weight` is how much of its light still reaches the camera. */
  const follow = (ray: Ray, sample: Sample, weight: Colour, firstBounce: number) => {
    let [red, green, blue] = weight;
    let seesLamps = true;
    for (let bounce = firstBounce; bounce < BOUNCES; bounce += 1) {
      scene.caster.nearest(ray, FAR, hit);
      const material = scene.solids[hit.solid]?.material;
      if (!material) {
        addLight(sample, scene.beyond, [red, green, blue]);
        return;
      }
      ray.ox += ray.dx * hit.distance + hit.nx * 1e-3;
      ray.oy += ray.dy * hit.distance + hit.ny * 1e-3;
      ray.oz += ray.dz * hit.distance + hit.nz * 1e-3;
      const albedo = material.pattern?.(ray.ox, ray.oy, ray.oz) ?? material.albedo;
      if (bounce === 0) noteSurface(sample, hit, albedo);
      if (material.emission) {
        if (seesLamps) addLight(sample, material.emission, [red, green, blue]);
        return;
      }
      const share = mirroredShare(ray, hit, material);
      if (bounce === 0) {
        // What the camera sees first is followed both ways: drawing lots here would be noise in
        // every reflection of the floor.
        const here: Hit = { ...hit };
        const mirrored: Ray = { ...ray };
        mirror(mirrored, here, material, random);
        follow(mirrored, sample, [share, share, share], 1);
        Object.assign(hit, here);
        red *= 1 - share;
        green *= 1 - share;
        blue *= 1 - share;
      } else if (random() < share) {
        mirror(ray, hit, material, random);
        seesLamps = true;
        continue;
      }
      red *= albedo[0];
      green *= albedo[1];
      blue *= albedo[2];
      gather(ray, hit, gathered);
      const { light } = gathered;
      addLight(sample, DAYLIGHT, [
        red * light * gathered.red,
        green * light,
        blue * light * gathered.blue,
      ]);
      scatter(ray, hit, random);
      seesLamps = false;
    }
  };

  return (ray, sample) => {
    sample.depth = FAR;
    follow(ray, sample, DAYLIGHT, 0);
  };
}

/** The share of light that a surface mirrors, more the flatter it is looked along (Schlick). */
function mirroredShare(ray: Ray, hit: Hit, material: Material): number {
  const facing = Math.max(0, -(ray.dx * hit.nx + ray.dy * hit.ny + ray.dz * hit.nz));
  const mirrored = material.gloss + (1 - material.gloss) * (1 - facing) ** 5;
  return mirrored * (1 - 0.55 * material.roughness);
}

/** Light of the lamps at a place: its green part, and red and blue as shares of green. */
interface LampLight {
  light: number;
  red: number;
  blue: number;
}

/**
 * Finds the light that the lamps send to the surface just hit. Of some places on lamps one is
 * drawn, the brighter the likelier, and only to that one the way is looked along (resampled
 * importance).
 */
function createLampSearch(
  scene: LitScene,
  random: () => number,
): (ray: Ray, hit: Hit, gathered: LampLight) => void {
  const shadow: Ray = { ox: 0, oy: 0, oz: 0, dx: 0, dy: 0, dz: 0 };
  return (ray, hit, gathered) => {
    gathered.light = 0;
    let sum = 0;
    let reach = 0;
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const light = scene.lights[Math.floor(random() * scene.lights.length)] as AreaLight;
      const { low, high, normal } = light;
      const dx = low[0] + random() * (high[0] - low[0]) - ray.ox;
      const dy = low[1] + random() * (high[1] - low[1]) - ray.oy;
      const dz = low[2] + random() * (high[2] - low[2]) - ray.oz;
      const distance2 = dx * dx + dy * dy + dz * dz;
      const atSurface = dx * hit.nx + dy * hit.ny + dz * hit.nz;
      const atLight = -(dx * normal[0] + dy * normal[1] + dz * normal[2]);
      if (atSurface <= 0 || atLight <= 0) continue;
      const weight =
        (atSurface * atLight * light.area * light.emission[1]) / (distance2 * distance2);
      sum += weight;
      if (random() * sum > weight) continue;
      reach = Math.sqrt(distance2);
      shadow.dx = dx / reach;
      shadow.dy = dy / reach;
      shadow.dz = dz / reach;
      gathered.red = light.emission[0] / light.emission[1];
      gathered.blue = light.emission[2] / light.emission[1];
    }
    if (sum === 0) return;
    shadow.ox = ray.ox;
    shadow.oy = ray.oy;
    shadow.oz = ray.oz;
    if (scene.caster.isBlocked(shadow, reach - 0.02)) return;
    gathered.light = (sum * scene.lights.length) / (DRAWS * Math.PI);
  };
}

function noteSurface(sample: Sample, hit: Hit, albedo: Colour): void {
  sample.depth = hit.distance;
  sample.nx += hit.nx;
  sample.ny += hit.ny;
  sample.nz += hit.nz;
  sample.albedoRed += albedo[0];
  sample.albedoGreen += albedo[1];
  sample.albedoBlue += albedo[2];
}

function addLight(sample: Sample, light: Colour, weight: Colour): void {
  sample.red += Math.min(FIREFLY, light[0] * weight[0]);
  sample.green += Math.min(FIREFLY, light[1] * weight[1]);
  sample.blue += Math.min(FIREFLY, light[2] * weight[2]);
}

/** Turns the ray about the normal, blurred by the roughness of the surface. */
function mirror(ray: Ray, hit: Hit, material: Material, random: () => number): void {
  const twice = 2 * (ray.dx * hit.nx + ray.dy * hit.ny + ray.dz * hit.nz);
  const blur = material.roughness * 0.5;
  ray.dx += -twice * hit.nx + (random() - 0.5) * blur;
  ray.dy += -twice * hit.ny + (random() - 0.5) * blur;
  ray.dz += -twice * hit.nz + (random() - 0.5) * blur;
  if (ray.dx * hit.nx + ray.dy * hit.ny + ray.dz * hit.nz < 0) {
    ray.dx += 0.6 * hit.nx;
    ray.dy += 0.6 * hit.ny;
    ray.dz += 0.6 * hit.nz;
  }
  normalize(ray);
}

/** A new direction off a dull surface: more light leaves it upright than flat. */
function scatter(ray: Ray, hit: Hit, random: () => number): void {
  const height = 2 * random() - 1;
  const turn = 2 * Math.PI * random();
  const round = Math.sqrt(1 - height * height);
  ray.dx = hit.nx + round * Math.cos(turn);
  ray.dy = hit.ny + round * Math.sin(turn);
  ray.dz = hit.nz + height;
  normalize(ray);
}

function normalize(ray: Ray): void {
  const scale = 1 / (Math.sqrt(ray.dx * ray.dx + ray.dy * ray.dy + ray.dz * ray.dz) || 1);
  ray.dx *= scale;
  ray.dy *= scale;
  ray.dz *= scale;
}
