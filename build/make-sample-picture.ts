import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import {
  addGlow,
  addGrain,
  addHaze,
  blankExposure,
  cleanNoise,
  developPrint,
  dimFireflies,
  type Exposure,
  exposePixel,
} from './sample-picture/develop.ts';
import type { Ray } from './sample-picture/rays.ts';
import { createRandom, createTracer, type Sample } from './sample-picture/trace-light.ts';
import { workshop } from './sample-picture/workshop.ts';

/*
 * Makes the press photograph of the sample issue: a machine shop that exists nowhere, rendered by
 * following light through our own scene. The same script gives the same picture.
 *
 *     node build/make-sample-picture.ts            into the assets of the sample, prints the name
 *     node build/make-sample-picture.ts trial.png 450 6      a quick look: file, width, samples
 */
const WIDTH = 3000;
const HEIGHT = 2000;
/** Light is followed at half size: at 111 mm wide the page shows fewer pixels than that. */
const TRACED_WIDTH = 1500;
const SAMPLES = 12;
const ASSETS = new URL(
  '../templates/samples/park-supplement-2021-06-18.issue/assets/',
  import.meta.url,
);

const [trial, trialWidth = '450', trialSamples = '6'] = process.argv.slice(2);
if (trial === undefined) {
  const jpeg = await photograph(TRACED_WIDTH, SAMPLES).then((picture) =>
    picture.jpeg({ quality: 84, chromaSubsampling: '4:2:0', mozjpeg: true }).toBuffer(),
  );
  const name = `${createHash('sha256').update(jpeg).digest('hex')}.jpg`;
  await mkdir(ASSETS, { recursive: true });
  await writeFile(new URL(name, ASSETS), jpeg);
  console.log(`${name}  ${jpeg.length} bytes`);
} else {
  const picture = await photograph(Number(trialWidth), Number(trialSamples));
  await picture.resize(Number(trialWidth)).png().toFile(trial);
}

/** The finished photograph at full size. */
async function photograph(tracedWidth: number, samples: number): Promise<Sharp> {
  const exposure = exposeHall(tracedWidth, Math.round((tracedWidth * HEIGHT) / WIDTH), samples);
  const { width, height } = exposure;
  dimFireflies(exposure);
  const light = cleanNoise(exposure, 4);
  addHaze(exposure, light);
  addGlow(light, width, height);
  const small = developPrint(light, width, height);
  const print = await sharp(small, { raw: { width, height, channels: 3 } })
    .resize(WIDTH, HEIGHT, { kernel: 'cubic' })
    .raw()
    .toBuffer();
  addGrain(print, 2021);
  return sharp(print, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
}

function exposeHall(width: number, height: number, samples: number): Exposure {
  const exposure = blankExposure(width, height);
  const random = createRandom(618);
  const trace = createTracer(workshop(), random);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const sum = emptySample();
      for (let count = 0; count < samples; count += 1) {
        trace(cameraRay((x + random()) / width, (y + random()) / height), sum);
      }
      exposePixel(exposure, y * width + x, sum, samples);
    }
    if (y % 100 === 0) console.error(`row ${y} of ${height}`);
  }
  return exposure;
}

/** From a raised stand at the near end of the aisle, looking down the hall; 58° wide. */
function cameraRay(across: number, down: number): Ray {
  const spread = Math.tan((58 * Math.PI) / 360);
  const tilt = -0.075;
  const pan = -0.045;
  const right = (across * 2 - 1) * spread;
  const up = ((1 - down * 2) * spread * HEIGHT) / WIDTH;
  const dy = up * Math.cos(tilt) + Math.sin(tilt);
  const forward = Math.cos(tilt) - up * Math.sin(tilt);
  const dx = right * Math.cos(pan) + forward * Math.sin(pan);
  const dz = forward * Math.cos(pan) - right * Math.sin(pan);
  const scale = 1 / Math.hypot(dx, dy, dz);
  return { ox: 1.15, oy: 3.05, oz: -1.5, dx: dx * scale, dy: dy * scale, dz: dz * scale };
}

function emptySample(): Sample {
  return {
    red: 0,
    green: 0,
    blue: 0,
    depth: 0,
    nx: 0,
    ny: 0,
    nz: 0,
    albedoRed: 0,
    albedoGreen: 0,
    albedoBlue: 0,
  };
}
