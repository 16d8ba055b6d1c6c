/**
 * Lengths of an optimal prefix code (Huffman 1952) for symbols of these counts, none longer than
 * `most` bits. Symbols that do not occur get length 0; a single one gets length 1.
 */
export function huffmanLengths(counts: readonly number[], most: number): Uint8Array {
  const used = counts.flatMap((count, symbol) => (count > 0 ? [symbol] : []));
  const lengths = new Uint8Array(counts.length);
  if (used.length < 2) {
    for (const symbol of used) lengths[symbol] = 1;
    return lengths;
  }
  // Ties go by symbol, so that the code is the same everywhere.
  used.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
  const depths = treeDepths(used.map((symbol) => counts[symbol] ?? 0));
  limitDepths(depths, most);
  for (const [place, symbol] of used.entries()) lengths[symbol] = depths[place] ?? 0;
  return lengths;
}

/** Depth of each leaf of the Huffman tree; weights ascending (two-queue construction). */
function treeDepths(weights: readonly number[]): number[] {
  const leaves = weights.length;
  const nodes = [...weights];
  const parents = new Int32Array(2 * leaves - 1);
  let leaf = 0;
  let inner = leaves;
  const takeLightest = (): number => {
    const lightLeaf = leaf < leaves ? (nodes[leaf] ?? 0) : Number.POSITIVE_INFINITY;
    const lightInner = inner < nodes.length ? (nodes[inner] ?? 0) : Number.POSITIVE_INFINITY;
    return lightLeaf <= lightInner ? leaf++ : inner++;
  };
  while (nodes.length < 2 * leaves - 1) {
    const a = takeLightest();
    const b = takeLightest();
    parents[a] = nodes.length;
    parents[b] = nodes.length;
    nodes.push((nodes[a] ?? 0) + (nodes[b] ?? 0));
  }
  const depths = new Int32Array(nodes.length);
  for (let node = nodes.length - 2; node >= 0; node--) {
    depths[node] = (depths[parents[node] ?? 0] ?? 0) + 1;
  }
  return [...depths.subarray(0, leaves)];
}

/**
 * Cuts depths beyond `most` and lengthens others until the code fits again (Kraft's inequality);
 * depths descend with the weights, so the rarest symbols pay.
 */
function limitDepths(depths: number[], most: number): void {
  const whole = 2 ** most;
  let taken = 0;
  for (const [place, depth] of depths.entries()) {
    depths[place] = Math.min(depth, most);
    taken += whole / 2 ** Math.min(depth, most);
  }
  while (taken > whole) {
    const place = depths.findIndex((depth) => depth < most);
    const depth = depths[place] ?? most;
    depths[place] = depth + 1;
    taken -= whole / 2 ** (depth + 1);
  }
}
