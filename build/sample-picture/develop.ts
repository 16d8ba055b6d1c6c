import type { Sample } from './trace-light.ts';
import { createRandom } from './trace-light.ts';

/** The light that reached the camera, pixel by pixel, with what helps to clean it. */
export interface Exposure {
  readonly width: number;
  readonly height: number;
  /** Three numbers a pixel, linear light. */
  readonly light: Float32Array;
  readonly albedo: Float32Array;
  readonly normal: Float32Array;
  /** One number a pixel, metres. */
  readonly depth: Float32Array;
}

/** An empty exposure. */
export function blankExposure(width: number, height: number): Exposure {
  const pixels = width * height;
  return {
    width,
    height,
    light: new Float32Array(pixels * 3),
    albedo: new Float32Array(pixels * 3),
    normal: new Float32Array(pixels * 3),
    depth: new Float32Array(pixels),
  };
}

/** Writes the mean of a pixel's samples. */
export function exposePixel(exposure: Exposure, pixel: number, sum: Sample, count: number): void {
  const at = pixel * 3;
  exposure.light.set([sum.red / count, sum.green / count, sum.blue / count], at);
  exposure.albedo.set([sum.albedoRed / count, sum.albedoGreen / count, sum.albedoBlue / count], at);
  exposure.normal.set([sum.nx / count, sum.ny / count, sum.nz / count], at);
  exposure.depth[pixel] = sum.depth;
}

const ALBEDO_FLOOR = 0.04;

/** Dims single pixels that are far brighter than all around them: paths that met a lamp by luck. */
export function dimFireflies({ light, width, height }: Exposure): void {
  const source = light.slice();
  const brightness = (pixel: number) =>
    (source[pixel * 3] ?? 0) + (source[pixel * 3 + 1] ?? 0) + (source[pixel * 3 + 2] ?? 0);
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const pixel = y * width + x;
      const around = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1]
        .map((step) => brightness(pixel + step))
        .sort((a, b) => b - a);
      const most = 1.15 * (around[2] ?? 0);
      const own = brightness(pixel);
      if (own <= most) continue;
      for (let channel = 0; channel < 3; channel += 1) {
        light[pixel * 3 + channel] = ((source[pixel * 3 + channel] ?? 0) * most) / own;
      }
    }
  }
}

/**
 * Smooths the noise of the light but not the edges of things: neighbours count as far as they show
 * the same surface. Rounds with growing gaps reach far with few taps (à trous).
 */
export function cleanNoise(exposure: Exposure, rounds: number): Float32Array {
  const { light, albedo } = exposure;
  let current: Float32Array = light.map(
    (value, at) => value / Math.max(ALBEDO_FLOOR, albedo[at] ?? 0),
  );
  for (let round = 0; round < rounds; round += 1)
    current = smoothRound(exposure, current, 1 << round);
  return current.map((value, at) => value * Math.max(ALBEDO_FLOOR, albedo[at] ?? 0));
}

function smoothRound(exposure: Exposure, source: Float32Array, gap: number): Float32Array {
  const { width, height } = exposure;
  const target = new Float32Array(source.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const pixel = y * width + x;
      let weights = 0;
      const sum: [number, number, number] = [0, 0, 0];
      for (let dy = -1; dy <= 1; dy += 1) {
        for (let dx = -1; dx <= 1; dx += 1) {
          const nx = x + dx * gap;
          const ny = y + dy * gap;
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
          const other = ny * width + nx;
          const weight = likeness(exposure, pixel, other) * (dx === 0 ? 2 : 1) * (dy === 0 ? 2 : 1);
          const close = weight * lightLikeness(source, pixel, other, gap);
          weights += close;
          sum[0] += close * (source[other * 3] ?? 0);
          sum[1] += close * (source[other * 3 + 1] ?? 0);
          sum[2] += close * (source[other * 3 + 2] ?? 0);
        }
      }
      target.set([sum[0] / weights, sum[1] / weights, sum[2] / weights], pixel * 3);
    }
  }
  return target;
}

/** 1 for the same surface, near 0 across an edge of shape or colour. */
function likeness({ normal, albedo, depth }: Exposure, a: number, b: number): number {
  if (a === b) return 1;
  const depthA = depth[a] ?? 0;
  const depthGap = Math.abs(depthA - (depth[b] ?? 0)) / (0.02 * depthA + 0.02);
  let turned = 0;
  let coloured = 0;
  for (let axis = 0; axis < 3; axis += 1) {
    turned += ((normal[a * 3 + axis] ?? 0) - (normal[b * 3 + axis] ?? 0)) ** 2;
    coloured += ((albedo[a * 3 + axis] ?? 0) - (albedo[b * 3 + axis] ?? 0)) ** 2;
  }
  return Math.exp(-depthGap - turned * 12 - coloured * 60);
}

function lightLikeness(light: Float32Array, a: number, b: number, gap: number): number {
  const brightA = light[a * 3 + 1] ?? 0;
  const brightB = light[b * 3 + 1] ?? 0;
  const difference = (brightA - brightB) / (0.25 * (brightA + brightB) + 0.05);
  return Math.exp(-difference * difference * 0.12 * gap);
}

/** Adds the haze of a long hall: far things take on the colour of its air. */
export function addHaze(exposure: Exposure, light: Float32Array): void {
  const air = [1.05, 1.12, 1.15];
  for (let pixel = 0; pixel < exposure.depth.length; pixel += 1) {
    const share = 1 - Math.exp(-(exposure.depth[pixel] ?? 0) / 420);
    for (let channel = 0; channel < 3; channel += 1) {
      const at = pixel * 3 + channel;
      light[at] = (light[at] ?? 0) * (1 - share) + (air[channel] ?? 0) * share;
    }
  }
}

/** Lets bright places spill over, as in a lens: blurred copies of what is brighter than white. */
export function addGlow(light: Float32Array, width: number, height: number): void {
  const bright = light.map((value) => Math.max(0, Math.min(6, value) - 1.1));
  for (const [radius, strength] of [
    [6, 0.09],
    [28, 0.075],
  ] as const) {
    let spread: Float32Array = bright;
    for (let pass = 0; pass < 3; pass += 1) {
      spread = blurRows(
        spread,
        { length: width, lines: height, step: 3, stride: width * 3 },
        radius,
      );
      spread = blurRows(
        spread,
        { length: height, lines: width, step: width * 3, stride: 3 },
        radius,
      );
    }
    for (let at = 0; at < light.length; at += 1)
      light[at] = (light[at] ?? 0) + strength * (spread[at] ?? 0);
  }
}

/** Lines through a picture: their length and number, and the way along and between them. */
interface Lines {
  readonly length: number;
  readonly lines: number;
  readonly step: number;
  readonly stride: number;
}

function blurRows(
  source: Float32Array,
  { length, lines, step, stride }: Lines,
  radius: number,
): Float32Array {
  const target = new Float32Array(source.length);
  for (let line = 0; line < lines; line += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      const start = line * stride + channel;
      let sum = 0;
      for (let at = -radius; at < length; at += 1) {
        if (at + radius < length) sum += source[start + (at + radius) * step] ?? 0;
        if (at - radius - 1 >= 0) sum -= source[start + (at - radius - 1) * step] ?? 0;
        if (at >= 0) target[start + at * step] = sum / (2 * radius + 1);
      }
    }
  }
  return target;
}

/** Linear light to 8-bit sRGB with the soft shoulder of film, darker towards the corners. */
export function developPrint(light: Float32Array, width: number, height: number): Uint8Array {
  const print = new Uint8Array(light.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const dx = (x / width - 0.5) * 2;
      const dy = (y / height - 0.5) * 2;
      const corner = 1 - 0.2 * (dx * dx * 0.6 + dy * dy * 0.4);
      for (let channel = 0; channel < 3; channel += 1) {
        const at = (y * width + x) * 3 + channel;
        print[at] = Math.round(255 * graded(displayed(filmCurve((light[at] ?? 0) * corner))));
      }
    }
  }
  return print;
}

/** Grain as of a camera at ISO 800: stronger in the mid-tones, nearly the same in all channels. */
export function addGrain(print: Uint8Array, seed: number): void {
  const random = createRandom(seed);
  for (let at = 0; at < print.length; at += 3) {
    const shared = random() + random() + random() - 1.5;
    for (let channel = 0; channel < 3; channel += 1) {
      const value = print[at + channel] ?? 0;
      const middle = 1 - Math.abs(value / 127.5 - 1);
      const grain = (shared * 0.75 + (random() - 0.5) * 0.9) * (2 + 5 * middle);
      print[at + channel] = Math.max(0, Math.min(255, Math.round(value + grain)));
    }
  }
}

const EXPOSURE = 0.84;

function filmCurve(light: number): number {
  const x = light * EXPOSURE;
  // Narkowicz's fit of the ACES curve, as published in 2015.
  return Math.max(0, Math.min(1, (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14)));
}

/** A firmer grade, as picture desks give it for newsprint: deeper shadows, bright lights kept. */
function graded(value: number): number {
  const firm = value * value * (3 - 2 * value);
  return Math.max(0, value + 0.42 * (firm - value) - 0.012);
}

function displayed(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}
