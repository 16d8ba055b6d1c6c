/** Cosines of the inverse transform of eight samples: `COSINES[x * 8 + u]` (ITU-T T.81, A.3.3). */
const COSINES = Float32Array.from({ length: 64 }, (_, at) => {
  const [x, u] = [at >> 3, at & 7];
  return ((u === 0 ? Math.SQRT1_2 : 1) * Math.cos(((2 * x + 1) * u * Math.PI) / 16)) / 2;
});

const ROWS = new Float32Array(64);

/** Turns the 64 amounts of a block into samples, 0 to 255. `isFlat`: only the first is not zero. */
export function inverseTransform(block: Float32Array, samples: Uint8Array, isFlat: boolean): void {
  if (isFlat) {
    samples.fill(sampleOf((block[0] ?? 0) / 8));
    return;
  }
  for (let row = 0; row < 64; row += 8) transformRow(block, row);
  for (let x = 0; x < 8; x += 1) {
    for (let y = 0; y < 8; y += 1) {
      let sum = 0;
      for (let v = 0; v < 8; v += 1) sum += (COSINES[y * 8 + v] ?? 0) * (ROWS[v * 8 + x] ?? 0);
      samples[y * 8 + x] = sampleOf(sum);
    }
  }
}

function transformRow(block: Float32Array, row: number): void {
  let last = 7;
  while (last > 0 && block[row + last] === 0) last -= 1;
  for (let x = 0; x < 8; x += 1) {
    let sum = 0;
    for (let u = 0; u <= last; u += 1) sum += (COSINES[x * 8 + u] ?? 0) * (block[row + u] ?? 0);
    ROWS[row + x] = sum;
  }
}

function sampleOf(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value + 128)));
}
